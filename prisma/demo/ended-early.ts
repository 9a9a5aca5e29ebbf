import { v7 } from 'uuid'
import { dateColumn, plainDateIn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { retentionEnd } from '@/lib/domain/ending'
import { AFTERWARDS } from '@/lib/domain/ending-agreements'
import { makeChildAdult, makeConfidant, makeFamily, makeMember, makeNetworkPerson } from '@/prisma/factories/family'
import { makeIntake } from '@/prisma/factories/intake'
import type { DemoAccounts } from './accounts'
import { accountOf, type Cast } from './cast'
import { storyFrom } from './days'
import { adoptStory, formTeam, holdUnsafeMeeting, type ShortMeeting, type Team } from './short-story'

const TEAM: Team = { director: 'regisseur', chair: 'gipsmeester', professionals: ['jeugdverpleegkundige', 'wijkagent'] }
const ENDED = -34
const REASON =
  'Nadia is met de kinderen naar haar zus in Friesland verhuisd. De jeugdbescherming daar heeft de regie overgenomen, met het veiligheidsplan erbij.'

const ONLY: ShortMeeting = {
  kind: 'gips1',
  on: -142,
  aim: 'Dat de kinderen weer naar school gaan en niemand meer hoeft te vluchten.',
  scores: { amir: [4, 3.5], lina: [4, 4], nadia: [3.5, 4] },
  reason: 'De vader van de kinderen weet waar zij wonen en heeft de ruiten ingegooid.',
  higher: 'Een huis dat hij niet kent.',
  minimumReason: 'Zolang hij weet waar zij wonen, geeft niemand een zes.',
  concerns: [
    {
      text: 'Nadia en de kinderen worden gevolgd.',
      harm: 'Amir en Lina komen niet meer buiten.',
      reason: 'Dit is het gevaar van nu.',
      about: null,
    },
  ],
  goals: [
    {
      text: 'Niemand die gevaarlijk is, weet waar Nadia en de kinderen slapen.',
      about: null,
      effect: 6,
      agreement: 'De wijkagent laat het adres geheim maken.',
      doers: ['wijkagent'],
      due: 5,
      isDone: true,
    },
    {
      text: 'Amir en Lina gaan elke dag naar school, met iemand die meeloopt.',
      about: null,
      effect: 6,
      agreement: 'Tante Samra loopt mee naar school.',
      doers: ['samra'],
      due: 150,
    },
  ],
}

/** The sixth family, G-0006: it moved away after GIPS 1. The dossier was closed early, with the reason, and is read-only. */
export async function makeEndedEarly(db: Tx, masterKey: Buffer, demo: DemoAccounts, now: Date): Promise<void> {
  const cast = await makePeople(db, masterKey, demo, now)
  const { plan, agreements } = await holdUnsafeMeeting(db, cast, TEAM, ONLY)
  await adoptStory(db, cast, TEAM, plan, ONLY.on + 2)
  const open = agreements.filter((_agreement, index) => !ONLY.goals[index]?.isDone).map(({ id }) => id)
  await close(db, cast, demo, open)
}

async function makePeople(db: Tx, masterKey: Buffer, demo: DemoAccounts, now: Date): Promise<Cast> {
  const today = plainDateIn(now)
  const days = storyFrom(today)
  const family = await makeFamily(db, masterKey, {
    code: 'G-0006',
    name: 'Gezin Haddou',
    regionId: demo.region.id,
    directionOrganisationId: demo.direction.first,
    createdAt: days.at(-163, '09:00'),
    startedOn: days.column(-160),
  })
  await makeIntake(db, family, today, {
    reportedAt: days.at(-165, '19:20'),
    firstActionAt: days.at(-165, '21:00'),
    triageReceivedOn: days.column(-163),
    frameworkFrom: days.column(-160),
    frameworkUntil: days.column(240),
    directions: ['betweenPartners'],
    formsOfUnsafety: ['emotional', 'witnessing'],
    incidents: [
      [166, 'De ruiten werden ingegooid terwijl de kinderen sliepen.'],
      [180, 'Nadia werd op weg naar haar werk klemgereden.'],
    ],
  })
  const child = { kind: 'child' as const, surname: 'Haddou' }
  const members = {
    nadia: await makeMember(db, family, {
      kind: 'parent',
      firstNames: 'Nadia',
      surname: 'Haddou',
      position: 1,
      details: { safeChannel: 'telefoon' },
    }),
    amir: await makeMember(db, family, { ...child, firstNames: 'Amir', position: 2 }),
    lina: await makeMember(db, family, { ...child, firstNames: 'Lina', position: 3 }),
  }
  const samra = await makeNetworkPerson(db, family, {
    name: 'Samra Haddou',
    relation: 'zus van Nadia',
    relatedMemberId: members.nadia.id,
    offeredHelp: 'Nadia en de kinderen kunnen bij haar wonen.',
  })
  for (const own of [members.amir, members.lina]) {
    await makeChildAdult(db, own, members.nadia, { contact: 'free' })
    await makeConfidant(db, own, samra)
  }
  const cast: Cast = { family, accounts: demo.accounts, members, network: { samra }, days, today }
  await formTeam(db, cast, TEAM, days.at(-160, '10:00'))
  return cast
}

/** As the case director closes a dossier: every agreement settled, who only worked with the family has no access any more. */
async function close(db: Tx, cast: Cast, { region }: DemoAccounts, open: readonly string[]): Promise<void> {
  const { family, days } = cast
  const familyId = family.id
  const at = days.at(ENDED, '15:40')
  await db.agreement.updateMany({
    where: { familyId, id: { in: [...open] } },
    data: { droppedAt: at, droppedReason: AFTERWARDS.family },
  })
  await db.family.update({
    where: { id: familyId },
    data: {
      state: 'closed',
      endedOn: days.column(ENDED),
      endKind: 'moved',
      endReason: REASON,
      retentionUntil: dateColumn(retentionEnd(days.day(ENDED), region.retentionYears)),
    },
  })
  const recordedById = accountOf(cast, TEAM.director).id
  await db.ending.create({ data: { familyId, id: v7(), kind: 'closed', reason: REASON, at, recordedById } })
  await db.teamMembership.updateMany({
    where: { familyId, role: { in: ['gipsMaster', 'professional'] } },
    data: { until: at, endReason: 'Dossier gesloten' },
  })
}
