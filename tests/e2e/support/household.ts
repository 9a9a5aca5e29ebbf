import { generateSecret, generateSync } from 'otplib'
import { dateColumn, plainDateIn } from '@/lib/dates'
import { makeOrganisation, type PersonInput } from '@/prisma/factories/accounts'
import { type TestAccount, testAccount } from '@/prisma/factories/canary-people'
import { makeChildAdult, makeConfidant, makeFamily, makeMember, makeNetworkPerson } from '@/prisma/factories/family'
import { makeIntake } from '@/prisma/factories/intake'
import { makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeFamilyAccess, makeMembership } from '@/prisma/factories/team'
import type { ParticipantRole, PrismaClient } from '@/prisma/generated/client'
import { masterKey } from './ground'

export const PASSWORD = 'Vier rode fietsen'

/** An account that can log in by the form, besides having a session already. */
export interface LoginAccount extends TestAccount {
  secret: string
}

/** An account of its own for one test, with a password and a confirmed second factor. */
export async function loginAccount(db: PrismaClient, given: PersonInput = {}): Promise<LoginAccount> {
  const secret = generateSecret()
  const now = new Date()
  const account = await testAccount(
    db,
    { password: PASSWORD, totp: { secret, masterKey: masterKey() }, guidelineAcceptedAt: now, ...given },
    now,
  )
  return { ...account, secret }
}

/** The six digits that the app on this person's phone shows; `steps` of half a minute from now. */
export function codeOf({ secret }: { secret: string }, steps = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 })
}

export type Household = Awaited<ReturnType<typeof makeHousehold>>

/**
 * A family of its own for one test: mother (with an account), father (without), a girl of seven and a neighbour, with a
 * case director, a deputy, a chair, a note-taker, and two professionals. The intake is complete; no plan was begun.
 */
export async function makeHousehold(db: PrismaClient) {
  const family = await makeFamily(db, masterKey(), { name: 'Gezin Kloosterhuis' })
  const member = (given: Parameters<typeof makeMember>[2]) =>
    makeMember(db, family, { surname: 'Kloosterhuis', ...given, details: { safeChannel: 'email', ...given?.details } })
  const members = {
    mother: await member({ firstNames: 'Wietske', kind: 'parent', position: 1 }),
    father: await member({ firstNames: 'Doeke', kind: 'parent', position: 2 }),
    child: await member({ firstNames: 'Jildou', kind: 'child', position: 3 }),
  }
  await makeChildAdult(db, members.child, members.mother)
  await makeChildAdult(db, members.child, members.father)
  const neighbour = await makeNetworkPerson(db, family, { name: 'Aukje Zandstra', relation: 'buurvrouw' })
  await makeConfidant(db, members.child, neighbour)
  await makeIntake(db, family, plainDateIn(new Date()))
  const accounts = await makeTeam(db)
  const inTeam = { since: daysAgo(30), worksWithAll: true }
  await makeMembership(db, family, accounts.director.personId, { ...inTeam, role: 'caseDirector' })
  await makeMembership(db, family, accounts.deputy.personId, { ...inTeam, role: 'deputy' })
  await makeMembership(db, family, accounts.gipsMaster.personId, { since: daysAgo(30), role: 'gipsMaster' })
  await makeMembership(db, family, accounts.noteTaker.personId, inTeam)
  await makeMembership(db, family, accounts.professional.personId, inTeam)
  await makeMembership(db, family, accounts.teacher.personId, { since: daysAgo(30), members: [members.child] })
  await makeFamilyAccess(db, members.mother, accounts.mother.personId, { since: daysAgo(30) })
  return { code: family.code, family, members, neighbour, accounts }
}

/** The same with GIPS 1 in preparation. */
export async function makePreparedHousehold(db: PrismaClient) {
  const household = await makeHousehold(db)
  return { ...household, plan: await makePlan(db, household.family) }
}

/** The same with GIPS 1 in its meeting, today; everyone is there. */
export async function makeMeetingHousehold(db: PrismaClient) {
  const household = await makeHousehold(db)
  const { family, accounts } = household
  const plan = await makePlan(db, family, { state: 'meeting' })
  const meeting = await makeMeeting(db, plan, { heldOn: dateColumn(plainDateIn(new Date())) })
  const { director, gipsMaster, noteTaker, professional } = accounts
  for (const [role, { personId }] of Object.entries({ caseDirector: director, gipsMaster, noteTaker, professional })) {
    await makeParticipant(db, meeting, { role: role as ParticipantRole, personId, attendance: 'present' })
  }
  await makeMembership(db, family, noteTaker.personId, { since: daysAgo(1), role: 'noteTaker', planId: plan.id })
  return { ...household, plan }
}

async function makeTeam(db: PrismaClient) {
  const organisation = await makeOrganisation(db)
  const colleague = (name: string, profession: string) =>
    loginAccount(db, { name, profession, organisationId: organisation.id, phone: '06 12340000' })
  return {
    director: await colleague('Hidde Postma', 'jeugdbeschermer'),
    deputy: await colleague('Sjoukje Bakema', 'jeugdbeschermer'),
    gipsMaster: await colleague('Rients Dijkstra', 'voorzitter'),
    noteTaker: await colleague('Maaike Wiersma', 'notulist'),
    professional: await colleague('Baukje Hiemstra', 'jeugdverpleegkundige'),
    teacher: await colleague('Folkert Sikkema', 'leerkracht'),
    mother: await loginAccount(db, { name: 'Wietske Kloosterhuis' }),
  }
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000)
}
