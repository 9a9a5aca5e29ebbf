import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { connect } from '@/lib/db'
import { type DossierViewer, type Passage, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makeSession } from '@/prisma/factories/accounts'
import type { PrismaClient } from '@/prisma/generated/client'
import { seedDemo } from '@/prisma/seed'
import { createTestDatabase } from '@/tests/support/database'

export interface Demo {
  owner: PrismaClient
  app: PrismaClient
  masterKey: Buffer
  now: Date
}

/** The demo as it was filled just now, for all tests of one file. */
export function onDemo(): Demo {
  const demo = { masterKey: randomBytes(32), now: new Date() } as Demo
  beforeAll(async () => {
    const database = await createTestDatabase()
    demo.owner = connect(database.ownerUrl)
    demo.app = connect(database.appUrl)
    await seedDemo(demo.owner, demo.masterKey, demo.now)
  })
  afterAll(async () => {
    await demo.owner.$disconnect()
    await demo.app.$disconnect()
  })
  return demo
}

/** Lets an account of the demo, by the part of its address before the @, into a dossier. */
export function enterDemo(demo: Demo) {
  return async <T>(
    name: string,
    code: string,
    right: DossierRight,
    work: (viewer: DossierViewer) => Promise<T>,
  ): Promise<Passage<T>> => {
    const { id } = await demo.owner.person.findUniqueOrThrow({ where: { email: `${name}@demo.gips.test` } })
    const { tokenHash } = await makeSession(demo.owner, id)
    return passGate(demo.app, { sessionHash: tokenHash, code, right, kind: 'read' }, work)
  }
}

export function entered<T>(passage: Passage<T>): T {
  if (passage.outcome !== 'entered') throw new Error(`not entered: ${passage.outcome}`)
  return passage.result
}

/** All rows of all dossier tables, as this viewer may read them, and the people of the dossier. */
export async function everythingReadBy({ tx }: DossierViewer): Promise<string> {
  const tables = await tx.$queryRaw<{ name: string }[]>`
    select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'family_id'
    where c.relkind = 'r' and has_table_privilege(c.oid, 'select') order by 1`
  const texts: string[] = []
  for (const { name } of tables) {
    const rows = await tx.$queryRawUnsafe<{ row: string }[]>(`select to_jsonb(t)::text as row from "${name}" t`)
    texts.push(...rows.map(({ row }) => row))
  }
  const people = await tx.$queryRaw<{ row: string }[]>`select to_jsonb(p)::text as row from dossier_people() p`
  return [...texts, ...people.map(({ row }) => row)].join('\n')
}

/** What was given in the first meeting of the family of Janna, and who is who. */
export async function gips1Scores({ owner }: Demo) {
  const assessment = await owner.safetyAssessment.findFirstOrThrow({
    where: { family: { code: 'G-0001' } },
    include: { safetyScores: true, assessedMembers: { include: { member: true } } },
  })
  const members = Object.fromEntries(assessment.assessedMembers.map(({ member }) => [member.firstNames, member.id]))
  const scores = assessment.safetyScores.map((each) => ({
    memberId: each.memberId,
    scorerId: each.scorerPersonId ?? '',
    side: each.side,
    score: each.score === null ? null : Number(each.score),
    situation: each.situation,
  }))
  return { scores, members }
}
