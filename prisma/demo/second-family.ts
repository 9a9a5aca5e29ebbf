import { plainDateIn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { makeChildAdult, makeFamily, makeMember, makeNetworkPerson, makeResidence } from '@/prisma/factories/family'
import { makeIntake } from '@/prisma/factories/intake'
import { makeAgendaVisit, makeMeeting, makeParticipant, makePlan } from '@/prisma/factories/plan'
import { makeAssessment } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import { makeTopThreeDraft } from '@/prisma/factories/top-three'
import type { Plan } from '@/prisma/generated/client'
import type { DemoAccounts } from './accounts'
import { accountOf, type Cast, memberOf } from './cast'
import { storyFrom } from './days'
import type { DemoAnswer } from './janna-preparation'
import { hangPortraits } from './portraits'
import { makeSecondSignals } from './second-signals'
import { type DemoScore, scoreRows, writeAnswers, writeConcerns } from './write-plan'

const AIM = 'Dat Luuk en Mila bij allebei de ouders kunnen slapen zonder bang te zijn.'

/** After how many minutes the meeting came to which question. */
const VISITS = { 'introductions.round': 0, 'goodCare.examples': 9, 'safety.round': 21 }

const PREPARATION: DemoAnswer[] = [
  { item: 'start.aim', text: AIM },
  {
    item: 'children.tell',
    who: 'luuk',
    text: 'Als papa Mila komt halen, ga ik boven op de trap zitten. Dan hoor ik alles.',
  },
  { item: 'children.matters', who: 'luuk', text: 'Dat ik op zaterdag naar voetbal kan, bij wie ik ook ben.' },
  { item: 'children.tell', who: 'mila', text: 'Ik wil dat mama niet huilt als papa weg is.' },
  {
    item: 'adults.greatestWorry',
    who: 'esther',
    text: 'Dat het een keer echt misgaat bij het wisselen, waar de kinderen bij zijn.',
  },
  {
    item: 'support.network',
    who: 'oma',
    text: 'De kinderen kunnen bij mij worden opgehaald en gebracht. Dan hoeven hun ouders elkaar niet te zien.',
  },
]

const SCORES: DemoScore[] = [
  {
    by: 'regisseur2',
    for: 'luuk',
    score: 4,
    reason: 'Luuk past op zijn zusje en slaapt slecht.',
    higher: 'Rustig wisselen, vier keer achter elkaar.',
  },
  {
    by: 'wijkteam',
    for: 'luuk',
    score: 4.5,
    reason: 'Bij zijn moeder is het rustig, het wisselen niet.',
    higher: 'Wisselen bij oma.',
  },
  {
    by: 'regisseur2',
    for: 'mila',
    score: 4,
    reason: 'Mila wordt stil als haar vader wordt genoemd.',
    higher: 'Zij mag zelf zeggen wat zij eng vindt.',
  },
]

const CONCERNS = {
  wisselen: {
    text: 'Bij het wisselen van de kinderen loopt een ruzie uit op geweld.',
    harm: 'Luuk en Mila zien dat hun ouders elkaar pijn doen.',
    about: null,
  },
  luuk: {
    text: 'Luuk houdt ’s nachts de wacht en komt doodmoe op school.',
    harm: 'Hij leert niet meer en durft niet weg van zijn zusje.',
    about: 'luuk',
  },
}

/** What two professionals prepared as their own TOP-3: the one lets the meeting use it, the other keeps it private yet. */
const PREPARED = [
  {
    by: 'wijkteam',
    mayBeUsed: true,
    places: [
      {
        concern: 'Bij het wisselen van de kinderen loopt een ruzie uit op geweld.',
        reason: 'Het ging in een maand tijd drie keer mis, de laatste keer op straat.',
      },
      {
        concern: 'Mila vertelt niemand meer wat zij ziet.',
        reason: 'Zij lachte veel. Nu praat zij alleen nog over haar konijn.',
      },
    ],
  },
  {
    by: 'leerkracht',
    mayBeUsed: false,
    places: [{ concern: 'Luuk valt in de klas in slaap.', reason: 'Drie ochtenden in één week.' }],
  },
]

/** The second family, G-0002, with people of its own: its GIPS 1 is being held today. One signal waits. */
export async function makeSecondFamily(db: Tx, masterKey: Buffer, demo: DemoAccounts, now: Date): Promise<void> {
  const today = plainDateIn(now)
  const days = storyFrom(today)
  const family = await makeFamily(db, masterKey, {
    code: 'G-0002',
    name: 'Gezin Bouwmeester-Prins',
    regionId: demo.region.id,
    directionOrganisationId: demo.direction.second,
    createdAt: days.at(-20, '09:00'),
    startedOn: days.column(-17),
  })
  await makeIntake(db, family, today, {
    directions: ['betweenPartners'],
    formsOfUnsafety: ['witnessing', 'emotional'],
    incidents: [
      [130, 'Bij het wisselen duwde Ivo Esther tegen de auto. Luuk en Mila zaten erin.'],
      [33, 'Esther gooide een fles naar Ivo. Mila stond achter hem.'],
    ],
  })
  const parent = { kind: 'parent' as const, details: { safeChannel: 'email' } }
  const esther = await makeMember(db, family, { ...parent, firstNames: 'Esther', surname: 'Bouwmeester', position: 1 })
  const ivo = await makeMember(db, family, { ...parent, firstNames: 'Ivo', surname: 'Prins', position: 2 })
  const child = { kind: 'child' as const, surname: 'Prins' }
  const luuk = await makeMember(db, family, {
    ...child,
    firstNames: 'Luuk',
    position: 3,
    details: { birthDate: days.column(-3390) },
  })
  const mila = await makeMember(db, family, {
    ...child,
    firstNames: 'Mila',
    position: 4,
    details: { birthDate: days.column(-2270) },
  })
  for (const own of [luuk, mila]) {
    await makeChildAdult(db, own, esther, { contact: 'free' })
    await makeChildAdult(db, own, ivo, { contact: 'supervised' })
    await makeResidence(db, own, { fromOn: days.column(-400), note: 'Bij hun moeder' })
  }
  const oma = await makeNetworkPerson(db, family, {
    name: 'Riet Bouwmeester',
    relation: 'moeder van Esther',
    relatedMemberId: esther.id,
    offeredHelp: 'De kinderen kunnen bij haar worden gehaald en gebracht.',
  })
  const cast: Cast = {
    family,
    accounts: demo.accounts,
    members: { esther, ivo, luuk, mila },
    network: { oma },
    days,
    today,
  }
  await holdGips1(db, cast, now)
  await makeSecondSignals(db, cast, now)
  await hangPortraits(db, cast, ['esther', 'luuk', 'mila'])
}

async function holdGips1(db: Tx, cast: Cast, now: Date): Promise<void> {
  const { family, days } = cast
  const started = new Date(now.getTime() - 40 * 60_000)
  const plan = await makePlan(db, family, {
    kind: 'gips1',
    state: 'meeting',
    createdAt: days.at(-16, '10:00'),
    invitedAt: days.at(-15, '10:00'),
    stateChangedAt: started,
  })
  await seatTeam(db, cast, plan, started)
  await writeAnswers(db, cast, plan, PREPARATION, { by: 'regisseur2', at: days.at(-4, '14:00') })
  const praise = 'Esther leest elke avond voor, ook als de dag zwaar was.'
  const typed = { by: 'notulist2', at: new Date(now.getTime() - 10 * 60_000) }
  await writeAnswers(db, cast, plan, [{ item: 'goodCare.examples', who: 'wijkteam', text: praise }], typed)
  await writeConcerns(db, cast, plan, CONCERNS, typed)
  for (const { by, ...draft } of PREPARED) {
    await makeTopThreeDraft(db, plan, { ...draft, personId: accountOf(cast, by).id })
  }
  await makeAssessment(db, family, {
    planId: plan.id,
    openedAt: started,
    assessed: [memberOf(cast, 'luuk'), memberOf(cast, 'mila'), memberOf(cast, 'esther')],
    scores: scoreRows(cast, SCORES, typed),
  })
}

async function seatTeam(db: Tx, cast: Cast, plan: Plan, started: Date): Promise<void> {
  const { family, days } = cast
  const meeting = await makeMeeting(db, plan, {
    heldOn: days.column(0),
    part: 'morning',
    place: 'Wijkcentrum Oost, Noordwal',
    startedAt: started,
    currentItem: 'safety.round',
    currentItemSince: new Date(started.getTime() + VISITS['safety.round'] * 60_000),
  })
  const since = days.at(-17, '09:00')
  const present = { attendance: 'present' as const }
  for (const [itemKey, minutes] of Object.entries(VISITS)) {
    await makeAgendaVisit(db, plan, { itemKey, startedAt: new Date(started.getTime() + minutes * 60_000) })
  }
  const seats = [
    { name: 'regisseur2', team: { role: 'caseDirector' as const, worksWithAll: true }, seat: 'caseDirector' as const },
    { name: 'gipsmeester2', team: { role: 'gipsMaster' as const }, seat: 'gipsMaster' as const },
    { name: 'notulist2', team: { role: 'noteTaker' as const, planId: plan.id }, seat: 'noteTaker' as const },
    { name: 'wijkteam', team: { worksWithAll: true }, seat: 'professional' as const },
    {
      name: 'leerkracht',
      team: { members: [memberOf(cast, 'luuk'), memberOf(cast, 'mila')] },
      seat: 'professional' as const,
    },
  ]
  for (const { name, team, seat } of seats) {
    const personId = accountOf(cast, name).id
    await makeMembership(db, family, personId, { since, ...team })
    await makeParticipant(db, meeting, { ...present, role: seat, personId })
  }
}
