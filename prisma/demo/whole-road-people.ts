import { plainDateIn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import {
  makeChildAdult,
  makeConfidant,
  makeFamily,
  makeMember,
  makeNetworkPerson,
  makeResidence,
} from '@/prisma/factories/family'
import { makeIntake } from '@/prisma/factories/intake'
import { makeMemberships } from '@/prisma/factories/team'
import type { DemoAccounts } from './accounts'
import { accountOf, type Cast } from './cast'
import { storyFrom } from './days'

/** The professionals at its table, in the order in which the story tells their scores. */
export const TEAM = ['jeugdverpleegkundige', 'wijkagent', 'behandelaar'] as const
const LEAD_PROVIDER = 'behandelaar'

/** The fourth family with its network, its intake and its team. */
export async function makePeople(db: Tx, masterKey: Buffer, demo: DemoAccounts, now: Date): Promise<Cast> {
  const today = plainDateIn(now)
  const days = storyFrom(today)
  const family = await makeFamily(db, masterKey, {
    code: 'G-0004',
    name: 'Gezin De Wit',
    regionId: demo.region.id,
    directionOrganisationId: demo.direction.first,
    createdAt: days.at(-482, '09:00'),
    startedOn: days.column(-478),
  })
  await makeIntake(db, family, today, {
    reportedAt: days.at(-484, '23:10'),
    firstActionAt: days.at(-483, '08:30'),
    triageReceivedOn: days.column(-482),
    frameworkFrom: days.column(-480),
    frameworkUntil: days.column(60),
    directions: ['betweenPartners'],
    formsOfUnsafety: ['physical', 'witnessing'],
    incidents: [
      [486, 'Robbert sloeg Marleen in de keuken. Sem ging ertussen staan.'],
      [500, 'De buren belden de politie. Lotte zat onder de tafel.'],
    ],
  })
  const parent = { surname: 'de Wit', kind: 'parent' as const, details: { safeChannel: 'email' } }
  const child = { surname: 'de Wit', kind: 'child' as const }
  const members = {
    marleen: await makeMember(db, family, { ...parent, firstNames: 'Marleen', position: 1 }),
    robbert: await makeMember(db, family, { ...parent, firstNames: 'Robbert', position: 2 }),
    sem: await makeMember(db, family, {
      ...child,
      firstNames: 'Sem',
      position: 3,
      details: { birthDate: days.column(-3460) },
    }),
    lotte: await makeMember(db, family, {
      ...child,
      firstNames: 'Lotte',
      position: 4,
      details: { birthDate: days.column(-2380) },
    }),
  }
  const truus = await makeNetworkPerson(db, family, {
    name: 'Truus Vermeer',
    relation: 'moeder van Marleen',
    relatedMemberId: members.marleen.id,
    offeredHelp: 'De kinderen kunnen haar altijd bellen.',
  })
  for (const own of [members.sem, members.lotte]) {
    await makeChildAdult(db, own, members.marleen, { contact: 'free' })
    await makeChildAdult(db, own, members.robbert, { contact: 'free' })
    await makeResidence(db, own, { fromOn: days.column(-3000), note: 'Bij hun vader en moeder' })
    await makeConfidant(db, own, truus)
  }
  const cast: Cast = { family, accounts: demo.accounts, members, network: { truus }, days, today }
  await formTeam(db, cast)
  return cast
}

async function formTeam(db: Tx, cast: Cast): Promise<void> {
  const since = cast.days.at(-478, '10:00')
  const idOf = (name: string) => accountOf(cast, name).id
  await makeMemberships(db, cast.family, [
    { since, personId: idOf('regisseur'), role: 'caseDirector', worksWithAll: true },
    { since, personId: idOf('gipsmeester'), role: 'gipsMaster' },
    ...TEAM.map((name) => ({
      since,
      personId: idOf(name),
      worksWithAll: true,
      leadProvider: name === LEAD_PROVIDER,
    })),
  ])
}
