import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { PlanInView } from '@/lib/data/plans'
import { planFor } from '@/lib/data/plans'
import { connect } from '@/lib/db'
import { type DossierViewer, type Passage, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makeLoggedIn } from '@/prisma/factories/accounts'
import { makeChildAdult, makeFamily, makeMembers, makeNetworkPerson } from '@/prisma/factories/family'
import { makeMeeting, makeParticipants, makePlan } from '@/prisma/factories/plan'
import { makeFamilyAccess, makeMemberships } from '@/prisma/factories/team'
import type { PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase } from '@/tests/support/database'

export type MeetingDossier = Awaited<ReturnType<typeof makeDossier>>

/** A family at the table of its GIPS 1, and the accounts around it. */
async function makeDossier(owner: PrismaClient) {
  const family = await makeFamily(owner, randomBytes(32))
  const [mother, child, brother] = await makeMembers(owner, family, [
    { firstNames: 'Noor', position: 1 },
    { kind: 'child', firstNames: 'Fenna', position: 2 },
    { kind: 'child', firstNames: 'Siem', position: 3 },
  ])
  const neighbour = await makeNetworkPerson(owner, family, { name: 'Riet Vos' })
  await makeChildAdult(owner, child, mother)
  const plan = await makePlan(owner, family, { state: 'meeting' })
  const meeting = await makeMeeting(owner, plan)
  const [director, chair, noteTaker, nurse, officer, motherAccount] = await makeLoggedIn(owner, [
    { name: 'Sanne de Graaf' },
    { name: 'Bram Vermeer' },
    { name: 'Lotte Prins' },
    { name: 'Yara Bos' },
    { name: 'Koen Smit' },
    { name: 'Noor Account' },
  ])
  const team = [
    { personId: director.id, role: 'caseDirector' },
    { personId: chair.id, role: 'gipsMaster' },
    { personId: noteTaker.id, role: 'noteTaker' },
    { personId: nurse.id, role: 'professional' },
    { personId: officer.id, role: 'professional' },
  ] as const
  await makeMemberships(
    owner,
    family,
    team.map((each) => ({ ...each, planId: each.role === 'noteTaker' ? plan.id : null })),
  )
  await makeFamilyAccess(owner, mother, motherAccount.id)
  await makeParticipants(
    owner,
    meeting,
    team.map((each) => ({ ...each, attendance: 'present' })),
  )
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
    director: seatOf(director),
    chair: seatOf(chair),
    noteTaker: seatOf(noteTaker),
    nurse: seatOf(nurse),
    officer: seatOf(officer),
    motherAccount: seatOf(motherAccount),
  }
}

/** Whose it is and how they get in. */
function seatOf({ id, tokenHash }: { id: string; tokenHash: Buffer }) {
  return { id, session: tokenHash }
}

/**
 * A family at its table, anew for each test of the file that calls it; and, once for all of them, what nothing that is done
 * here may touch: another family at its own table, and someone who has no place at either.
 */
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
    tables.elsewhere = await makeDossier(tables.owner)
    const [outsider] = await makeLoggedIn(tables.owner, [{ name: 'Gijs Buitenveld' }])
    tables.outsider = seatOf(outsider)
  })
  beforeEach(async () => {
    tables.here = await makeDossier(tables.owner)
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
