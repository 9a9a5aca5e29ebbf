import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import type { Goal } from '@/prisma/generated/client'
import { accountOf, type Cast, memberOf, networkOf } from './cast'

/** What the director saw and heard between the meetings: day, child, scores now and lasting, and why. */
const MEASURED = [
  [-448, 'visit', 'sem', 3, 2, 'Sem blijft dicht bij zijn moeder. Robbert slaapt bij zijn broer.'],
  [-448, 'visit', 'lotte', 3.5, 2, 'Lotte vraagt elke avond of de deur op slot zit.'],
  [-330, 'phone', 'sem', 6, 4, 'Zes weken geen ruzie waar de kinderen bij waren. Sem slaapt door.'],
  [-330, 'phone', 'lotte', 6, 4.5, 'Lotte belde oma Truus toen het spannend werd. Dat hielp.'],
  [-240, 'visit', 'sem', 5, 4, 'Robbert had gedronken op een verjaardag. Hij ging zelf naar zijn broer.'],
  [
    -134,
    'visit',
    'sem',
    7.5,
    6,
    'Sem speelt buiten en komt op tijd thuis, zonder te kijken hoe het met zijn moeder is.',
  ],
  [-133, 'video', 'lotte', 7.5, 6.5, 'Lotte vertelt rustig over school. Thuis is het al maanden stil op zondag.'],
] as const

/** The answers to the four questions, by the place of their measurement. */
const CONSIDERED: Readonly<Record<number, { followUps: ('agreements' | 'help')[]; followUpNote: string }>> = {
  2: { followUps: [], followUpNote: 'Het gaat beter. De afspraken blijven zoals ze zijn.' },
  3: { followUps: [], followUpNote: 'Het gaat beter. De afspraken blijven zoals ze zijn.' },
  4: { followUps: ['agreements'], followUpNote: 'Op feestdagen spreken zij vooraf af waar Robbert slaapt.' },
  5: { followUps: [], followUpNote: 'Het gaat beter. Er is niets extra’s nodig.' },
  6: { followUps: [], followUpNote: 'Het gaat beter. Er is niets extra’s nodig.' },
}

const KEY_DECISION = 'Door naar herstel en borging. Het team en het gezin zijn het eens.'

/** Between the meetings of the fourth family: measurements, one progress meeting, and an issue that is still open. */
export async function recordBetween(db: Tx, cast: Cast, goals: ReadonlyMap<string, Goal>): Promise<void> {
  await measure(db, cast)
  await holdProgressMeeting(db, cast, goals)
  await raiseIssue(db, cast, goals)
}

async function measure(db: Tx, cast: Cast): Promise<void> {
  const { family, days } = cast
  const authorPersonId = accountOf(cast, 'regisseur').id
  for (const [index, [on, contact, child, currentSafety, lastingSafety, explanation]] of MEASURED.entries()) {
    const considered = CONSIDERED[index]
    await db.measurement.create({
      data: {
        familyId: family.id,
        id: v7(),
        childId: memberOf(cast, child).id,
        measuredOn: days.column(on),
        contact,
        currentSafety,
        lastingSafety,
        explanation,
        ...considered,
        consideredAt: considered ? days.at(on, '17:30') : null,
        keyDecision: lastingSafety >= 6 ? KEY_DECISION : null,
        authorPersonId,
        createdAt: days.at(on, '17:00'),
      },
    })
  }
}

async function holdProgressMeeting(db: Tx, cast: Cast, goals: ReadonlyMap<string, Goal>): Promise<void> {
  const { family, days } = cast
  const familyId = family.id
  const { id: progressMeetingId } = await db.progressMeeting.create({
    data: {
      familyId,
      id: v7(),
      heldOn: days.column(-225),
      note: 'Robbert vertelde zelf over de verjaardag. Bij feest slaapt hij voortaan bij zijn broer. De behandeling gaat door.',
      authorPersonId: accountOf(cast, 'regisseur').id,
      createdAt: days.at(-225, '16:30'),
    },
  })
  const inMeeting = { familyId, progressMeetingId }
  const there = [
    ...['regisseur', 'behandelaar', 'wijkagent'].map((name) => ({ personId: accountOf(cast, name).id })),
    ...['marleen', 'robbert'].map((name) => ({ memberId: memberOf(cast, name).id })),
    { networkPersonId: networkOf(cast, 'truus').id },
  ]
  for (const who of there) {
    await db.progressParticipant.create({ data: { ...inMeeting, id: v7(), ...who, agrees: true } })
  }
  for (const [key, progress, helpWorks, remark] of [
    ['sober', 'behind', 'partly', 'Eén keer gedronken in drie maanden.'],
    ['timeout', 'ahead', 'yes', null],
  ] as const) {
    const goalId = goals.get(key)?.id ?? ''
    await db.progressGoal.create({ data: { ...inMeeting, goalId, progress, helpWorks, remark } })
  }
  for (const [name, currentSafety, lastingSafety] of [
    ['sem', 5.5, 4.5],
    ['lotte', 6, 5],
  ] as const) {
    const childId = memberOf(cast, name).id
    await db.progressScore.create({ data: { ...inMeeting, childId, currentSafety, lastingSafety } })
  }
}

async function raiseIssue(db: Tx, cast: Cast, goals: ReadonlyMap<string, Goal>): Promise<void> {
  const { family, days } = cast
  const { id: issueId } = await db.issue.create({
    data: {
      familyId: family.id,
      id: v7(),
      kind: 'waitingList',
      text: 'Lotte staat al vier maanden op de wachtlijst voor speltherapie.',
      tried: 'De behandelaar belde drie praktijken. Nergens is plek voor de zomer.',
      goalId: goals.get('lotte')?.id ?? null,
      level: 'ownTeam',
      ownerPersonId: accountOf(cast, 'behandelaar').id,
      openedOn: days.column(-60),
    },
  })
  await db.issueStep.create({
    data: {
      familyId: family.id,
      id: v7(),
      issueId,
      level: 'ownTeam',
      note: 'Samen met het gezin kwam er geen plek. Ons team vraagt het na bij de praktijk in de buurgemeente.',
      personId: accountOf(cast, 'regisseur').id,
      at: days.at(-40, '10:00'),
    },
  })
}
