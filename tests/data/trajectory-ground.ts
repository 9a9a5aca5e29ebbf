import { plainDateIn } from '@/lib/dates'
import { appEnv } from '@/lib/env'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makeOrganisation } from '@/prisma/factories/accounts'
import { testAccount } from '@/prisma/factories/canary-people'
import { makeChildAdult, makeFamily, makeMember } from '@/prisma/factories/family'
import { makeFutureMeeting } from '@/prisma/factories/future'
import { makeIntake } from '@/prisma/factories/intake'
import { makeFamilyAccess, makeMembership } from '@/prisma/factories/team'
import type { PrismaClient } from '@/prisma/generated/client'
import type { Ground } from '@/tests/support/two-dossiers'

export type Trajectory = Awaited<ReturnType<typeof makeTrajectory>>
type Name = keyof Trajectory['accounts']

/** A family at the table of its GIPS 5, with nothing left to fill in but the year after it. */
export async function makeTrajectory(owner: PrismaClient, now = new Date()) {
  const today = plainDateIn(now)
  const family = await makeFamily(owner, appEnv().MASTER_KEY, { name: 'Gezin Kloosterhuis', state: 'active' })
  const organisation = await makeOrganisation(owner)
  const account = (name: string) => testAccount(owner, { name, organisationId: organisation.id }, now)
  const member = (firstNames: string, kind: 'parent' | 'child') =>
    makeMember(owner, family, { firstNames, surname: 'Kloosterhuis', kind, details: { safeChannel: 'email' } })
  const mother = await member('Wietske', 'parent')
  const child = await member('Jildou', 'child')
  await makeChildAdult(owner, child, mother)
  const accounts = {
    director: await account('Rik Regie'),
    chair: await account('Mees Terwijde'),
    nurse: await account('Anke Verpleging'),
    teacher: await account('Loes Leraar'),
    mother: await testAccount(owner, { name: 'Wietske Kloosterhuis' }, now),
  }
  const since = new Date(now.getTime() - 86_400_000)
  await makeMembership(owner, family, accounts.director.personId, { role: 'caseDirector', since, worksWithAll: true })
  await makeMembership(owner, family, accounts.chair.personId, { role: 'gipsMaster', since })
  await makeMembership(owner, family, accounts.nurse.personId, { since, members: [child] })
  await makeMembership(owner, family, accounts.teacher.personId, { since, members: [child] })
  await makeFamilyAccess(owner, mother, accounts.mother.personId, { since })
  await makeIntake(owner, family, today)
  const plan = await makeFutureMeeting(owner, {
    family,
    director: { personId: accounts.director.personId },
    gipsMaster: { personId: accounts.chair.personId },
    professional: { personId: accounts.nurse.personId },
    parents: [mother],
    child,
    heldOn: today,
  })
  return { family, plan, accounts, mother, child, today }
}

/** What this account gets done in the trajectory, or how it was turned away. */
export function enteringTrajectory(ground: Ground, home: () => Trajectory) {
  return async <T>(
    name: Name,
    right: DossierRight,
    work: (viewer: DossierViewer) => Promise<T>,
    kind = 'change' as const,
  ) => {
    const { tokenHash } = home().accounts[name]
    const passage = await passGate(ground.app, { sessionHash: tokenHash, code: home().family.code, right, kind }, work)
    return passage.outcome === 'entered' ? passage.result : passage.outcome
  }
}
