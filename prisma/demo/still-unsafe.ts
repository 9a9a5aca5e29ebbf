import { v7 } from 'uuid'
import { plainDateIn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { ReviewResult } from '@/lib/domain/carried-words'
import { formatDate } from '@/lib/domain/plain-date'
import { makeChildAdult, makeConfidant, makeFamily, makeMember, makeNetworkPerson } from '@/prisma/factories/family'
import { makeIntake } from '@/prisma/factories/intake'
import { makeRisk } from '@/prisma/factories/risks'
import type { Goal, Plan } from '@/prisma/generated/client'
import type { DemoAccounts } from './accounts'
import { accountOf, type Cast } from './cast'
import { storyFrom } from './days'
import { askAboutStillUnsafe } from './extra-assessments'
import { adoptStory, formTeam, holdUnsafeMeeting, type ShortMeeting, type Team } from './short-story'
import { writeAnswers } from './write-plan'

const TEAM: Team = { director: 'regisseur2', chair: 'gipsmeester2', professionals: ['wijkteam', 'leerkracht'] }
const AIM = 'Dat Bram en Roos thuis durven te slapen, ook als hun vader er is.'

const FIRST: ShortMeeting = {
  kind: 'gips1',
  on: -97,
  aim: AIM,
  scores: { bram: [4, 4], roos: [3.5, 4], ilona: [4, 4] },
  reason: 'Wim dreigde met een mes. Ilona vluchtte twee keer met de kinderen.',
  higher: 'Wim komt alleen nog langs als er iemand bij is.',
  minimumReason: 'Niemand geeft al een zes.',
  concerns: [
    {
      text: 'Wim staat onverwacht voor de deur en dreigt Ilona iets aan te doen.',
      harm: 'Bram blijft wakker tot hij zeker weet dat de deur op slot is.',
      reason: 'Het ging in een maand drie keer mis.',
      about: null,
    },
  ],
  goals: [
    {
      text: 'Wim komt alleen op woensdag, en alleen als zijn zus erbij is.',
      about: null,
      effect: 5.5,
      agreement: 'Zus Carla haalt Wim op woensdag op en brengt hem weer weg.',
      doers: ['carla'],
      due: 7,
      isDone: true,
    },
    {
      text: 'Bram en Roos weten bij welke buren zij altijd naar binnen mogen.',
      about: null,
      effect: 6,
      agreement: 'Samira Bouzid loopt de route met de kinderen en schrijft de telefoonnummers op.',
      doers: ['wijkteam'],
      due: 14,
      isDone: true,
    },
  ],
}

/** Under a 6: this meeting was about safety alone. */
const SECOND: ShortMeeting = {
  kind: 'gips2',
  on: -3,
  aim: AIM,
  scores: { bram: [5, 5.5], roos: [5, 5], ilona: [5, 5.5] },
  reason: 'Op woensdag gaat het goed. Vorige week stond Wim toch ’s nachts voor de deur.',
  higher: 'Wim komt een maand lang niet buiten de afspraak om.',
  minimumReason: 'Wim stond vorige week weer ’s nachts voor de deur. Niemand geeft al een zes.',
  concerns: [],
  goals: [
    {
      text: 'Ook ’s nachts kan Wim niet bij het huis komen zonder dat er meteen iemand is.',
      about: null,
      effect: 6,
      agreement: 'Lars Middelkoop vraagt een verbod aan om in de straat te komen.',
      doers: ['regisseur2'],
      due: 10,
    },
  ],
}

const REVIEWS: readonly { result: ReviewResult; remark: string }[] = [
  { result: 'partly', remark: 'Op woensdag lukt het. De nachten staan er niet in.' },
  { result: 'reached', remark: 'Roos belde zelf bij de buren aan.' },
]

/** The fifth family, G-0005: its GIPS 2 stayed under a 6, so that only the safety part was held; the next GIPS 2 waits. */
export async function makeStillUnsafe(db: Tx, masterKey: Buffer, demo: DemoAccounts, now: Date): Promise<void> {
  const cast = await makePeople(db, masterKey, demo, now)
  const first = await holdUnsafeMeeting(db, cast, TEAM, FIRST)
  await adoptStory(db, cast, TEAM, first.plan, FIRST.on + 2)
  const { plan } = await holdUnsafeMeeting(db, cast, TEAM, SECOND)
  await lookBack(db, cast, plan, first.goals)
  await rateRisks(db, cast, plan)
  await adoptStory(db, cast, TEAM, plan, SECOND.on + 2)
  await askAboutStillUnsafe(db, cast)
}

async function makePeople(db: Tx, masterKey: Buffer, demo: DemoAccounts, now: Date): Promise<Cast> {
  const today = plainDateIn(now)
  const days = storyFrom(today)
  const family = await makeFamily(db, masterKey, {
    code: 'G-0005',
    name: 'Gezin Aarts',
    regionId: demo.region.id,
    directionOrganisationId: demo.direction.second,
    createdAt: days.at(-118, '09:00'),
    startedOn: days.column(-115),
  })
  await makeIntake(db, family, today, {
    reportedAt: days.at(-120, '22:40'),
    firstActionAt: days.at(-119, '09:15'),
    triageReceivedOn: days.column(-118),
    frameworkFrom: days.column(-114),
    frameworkUntil: days.column(290),
    directions: ['betweenPartners'],
    formsOfUnsafety: ['physical', 'witnessing'],
    incidents: [
      [121, 'Wim trapte de voordeur in. De kinderen stonden op de gang.'],
      [150, 'Ilona vluchtte met Bram en Roos naar haar werk.'],
    ],
  })
  const parent = { kind: 'parent' as const, details: { safeChannel: 'telefoon' } }
  const child = { kind: 'child' as const, surname: 'Aarts' }
  const members = {
    ilona: await makeMember(db, family, { ...parent, firstNames: 'Ilona', surname: 'Meeuwis', position: 1 }),
    wim: await makeMember(db, family, { ...parent, firstNames: 'Wim', surname: 'Aarts', position: 2 }),
    bram: await makeMember(db, family, { ...child, firstNames: 'Bram', position: 3, details: birth(-3400) }),
    roos: await makeMember(db, family, { ...child, firstNames: 'Roos', position: 4, details: birth(-2050) }),
  }
  const carla = await makeNetworkPerson(db, family, {
    name: 'Carla Aarts',
    relation: 'zus van Wim',
    relatedMemberId: members.wim.id,
    offeredHelp: 'Is erbij als Wim de kinderen ziet.',
  })
  for (const own of [members.bram, members.roos]) {
    await makeChildAdult(db, own, members.ilona, { contact: 'free' })
    await makeChildAdult(db, own, members.wim, { contact: 'supervised' })
    await makeConfidant(db, own, carla)
  }
  const cast: Cast = { family, accounts: demo.accounts, members, network: { carla }, days, today }
  await formTeam(db, cast, TEAM, days.at(-115, '10:00'))
  return cast

  function birth(offset: number) {
    return { birthDate: days.column(offset) }
  }
}

/** What became of the first safety goals, and when they meet for GIPS 2 again. */
async function lookBack(db: Tx, cast: Cast, plan: Plan, goals: readonly Goal[]): Promise<void> {
  for (const [index, { id: goalId }] of goals.entries()) {
    const { result, remark } = REVIEWS[index] ?? { result: 'partly', remark: '' }
    await db.goalReview.create({
      data: { familyId: cast.family.id, id: v7(), planId: plan.id, goalId, result, remark, version: 1 },
    })
  }
  const again = `Op ${formatDate(cast.days.day(32))} houden wij GIPS 2 opnieuw. Dan kijken wij ook naar de risico’s.`
  const typed = { by: TEAM.director, at: cast.days.at(SECOND.on, '11:40') }
  await writeAnswers(db, cast, plan, [{ item: 'careful.nextMeeting', text: again }], typed)
}

/** The risk assessment was ready; at the table it waited. */
async function rateRisks(db: Tx, { accounts, days }: Cast, plan: Plan): Promise<void> {
  const saved = {
    authorPersonId: accountOf({ accounts }, TEAM.director).id,
    factsSavedAt: days.at(SECOND.on - 6, '11:00'),
  }
  await makeRisk(db, plan, {
    ...saved,
    factor: 'parent.violence',
    presence: 'present',
    facts: 'Zes jaar ruzies met slaan en dreigen. De laatste drie maanden alleen dreigen.',
    isCrucial: true,
    isChangeable: true,
  })
}
