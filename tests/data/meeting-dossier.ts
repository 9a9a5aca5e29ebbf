import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { PlanInView } from '@/lib/data/plans'
import { planFor } from '@/lib/data/plans'
import { connect } from '@/lib/db'
import { type DossierViewer, type Passage, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { makeChildAdult, makeFamily, makeMember, makeNetworkPerson } from '@/prisma/factories/family'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeFamilyAccess, makeMembership } from '@/prisma/factories/team'
import type { PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase } from '@/tests/support/database'

export type MeetingDossier = Awaited<ReturnType<typeof makeDossier>>

/** A family at the table of its GIPS 1, and the accounts around it. */
async function makeDossier(owner: PrismaClient) {
  const family = await makeFamily(owner, randomBytes(32))
  const mother = await makeMember(owner, family, { firstNames: 'Noor', position: 1 })
  const child = await makeMember(owner, family, { kind: 'child', firstNames: 'Fenna', position: 2 })
  const brother = await makeMember(owner, family, { kind: 'child', firstNames: 'Siem', position: 3 })
  const neighbour = await makeNetworkPerson(owner, family, { name: 'Riet Vos' })
  await makeChildAdult(owner, child, mother)
  const plan = await makePlan(owner, family, { state: 'meeting' })
  const meeting = await makeMeeting(owner, plan)
  const account = async (name: string) => {
    const { id } = await makePerson(owner, { name })
    return { id, session: (await makeSession(owner, id)).tokenHash }
  }
  const seat = (personId: string, role: 'caseDirector' | 'gipsMaster' | 'noteTaker' | 'professional') =>
    makeParticipant(owner, meeting, { personId, role, attendance: 'present' })
  const director = await account('Sanne de Graaf')
  const chair = await account('Bram Vermeer')
  const noteTaker = await account('Lotte Prins')
  const nurse = await account('Yara Bos')
  const officer = await account('Koen Smit')
  const motherAccount = await account('Noor Account')
  await makeMembership(owner, family, director.id, { role: 'caseDirector' })
  await makeMembership(owner, family, chair.id, { role: 'gipsMaster' })
  await makeMembership(owner, family, noteTaker.id, { role: 'noteTaker', planId: plan.id })
  await makeMembership(owner, family, nurse.id)
  await makeMembership(owner, family, officer.id)
  await makeFamilyAccess(owner, mother, motherAccount.id)
  await seat(director.id, 'caseDirector')
  await seat(chair.id, 'gipsMaster')
  await seat(noteTaker.id, 'noteTaker')
  await seat(nurse.id, 'professional')
  await seat(officer.id, 'professional')
  return {
    family,
    code: family.code,
    familyId: family.id,
    plan,
    meeting,
    mother,
    child,
    brother,
    neighbour,
    director,
    chair,
    noteTaker,
    nurse,
    officer,
    motherAccount,
  }
}

/** Two families at their tables and someone who has no place at either, anew for each test of the file that calls it. */
export function meetingTables() {
  const tables = {} as {
    owner: PrismaClient
    app: PrismaClient
    appUrl: string
    here: MeetingDossier
    elsewhere: MeetingDossier
    outsider: { id: string; session: Buffer }
  }
  beforeAll(async () => {
    const database = await createTestDatabase()
    tables.owner = connect(database.ownerUrl, 4)
    tables.app = connect(database.appUrl, 10)
    tables.appUrl = database.appUrl
  })
  beforeEach(async () => {
    tables.here = await makeDossier(tables.owner)
    tables.elsewhere = await makeDossier(tables.owner)
    const { id } = await makePerson(tables.owner, { name: 'Gijs Buitenveld' })
    tables.outsider = { id, session: (await makeSession(tables.owner, id)).tokenHash as Buffer }
  })
  afterAll(async () => {
    await tables.owner?.$disconnect()
    await tables.app?.$disconnect()
  })
  return tables
}

interface Seat {
  session: Uint8Array
}

/** Does one thing at the table of the first family as this account, as the route handlers do it. */
export async function atTable<T>(
  tables: { app: PrismaClient; here: MeetingDossier },
  { session }: Seat,
  work: (viewer: DossierViewer, plan: PlanInView) => Promise<T>,
  right: DossierRight = 'meeting.write',
): Promise<Passage<T>> {
  const entry = { sessionHash: session, code: tables.here.code, right, kind: 'change' as const }
  return passGate(tables.app, entry, async (viewer) => work(viewer, await planFor(viewer, 'gips-1', right)))
}

/** The same for who gets in; fails for who does not. */
export async function done<T>(passage: Promise<Passage<T>>): Promise<T> {
  const settled = await passage
  if (settled.outcome !== 'entered') throw new Error(settled.outcome)
  return settled.result
}
