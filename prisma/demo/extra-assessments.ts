import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import { adoptWith } from '@/prisma/factories/adopt'
import { makeTick } from '@/prisma/factories/agreements'
import { makeAssessment } from '@/prisma/factories/safety'
import type { Plan, SafetyAssessment } from '@/prisma/generated/client'
import { accountOf, type Cast, memberOf } from './cast'
import { scoreRows } from './write-plan'

interface Answer {
  by: string
  /** Days and hour at which it was finished; absent: not yet. */
  at?: readonly [number, string]
  measures?: string
  /** Score, reason and what makes it one higher, by member. */
  scores: Readonly<Record<string, readonly [number, string, string]>>
}

interface Extra {
  question: string
  asked: readonly [number, string]
  deadline: number
  closed?: readonly [number, string]
  conclusion?: string
  members: readonly string[]
  answers: readonly Answer[]
}

const JANNA: Extra = {
  question:
    'Saskia ziet rustige weken, Yvonne een gespannen Dennis. Hoe veilig is het nu als Dennis en Sanne Janna verzorgen?',
  asked: [40, '09:30'],
  deadline: 43,
  closed: [43, '16:00'],
  conclusion:
    'Veiliger dan bij GIPS 1, nog geen zes. De doelen van het veiligheidsplan blijven nodig; er hoeft geen nieuw doel bij.',
  members: ['janna', 'sanne'],
  answers: [
    {
      by: 'jeugdverpleegkundige',
      at: [41, '11:20'],
      measures: 'Bij het badje blijft er iemand in de kamer.',
      scores: {
        janna: [
          4,
          'Janna schrikt minder. Alleen is het nog niet veilig.',
          'Twee weken verzorgen zonder dat iemand hoeft in te grijpen.',
        ],
        sanne: [4.5, 'Sanne zegt eerder dat het niet gaat.', 'Sanne belt ook als Dennis erbij is.'],
      },
    },
    {
      by: 'behandelaar',
      at: [42, '15:05'],
      scores: {
        janna: [4.5, 'Dennis loopt weg voordat het misgaat, drie keer van de vier.', 'Ook de vierde keer.'],
        sanne: [5, 'Er is niet meer geduwd of gedreigd.', 'Een maand zonder dreigen.'],
      },
    },
  ],
}

const WHOLE_ROAD: Extra = {
  question: 'Robbert dronk op een verjaardag. Hoe veilig is het nu, ook op zulke dagen?',
  asked: [-239, '10:00'],
  deadline: -237,
  closed: [-236, '15:30'],
  conclusion: 'Gewone weken zijn veilig. Feestdagen zijn dat nog niet: daarvoor komt er een doel bij.',
  members: ['sem', 'lotte'],
  answers: [
    {
      by: 'behandelaar',
      at: [-238, '14:10'],
      measures: 'Robbert spreekt voor elk feest af waar hij slaapt.',
      scores: {
        sem: [
          5.5,
          'Sem zag dat zijn vader had gedronken, en wachtte op de gang.',
          'Vooraf weten waar zijn vader slaapt.',
        ],
        lotte: [6, 'Lotte merkte er weinig van.', 'Een feest dat rustig afloopt.'],
      },
    },
    {
      by: 'wijkagent',
      at: [-237, '09:45'],
      scores: {
        sem: [6, 'Er was geen melding. Robbert ging uit zichzelf weg.', 'Dat het de volgende keer weer zo gaat.'],
        lotte: [6, 'Er was geen melding.', 'Dat het de volgende keer weer zo gaat.'],
      },
    },
  ],
}

const STILL_UNSAFE: Extra = {
  question: 'Wim stond weer ’s nachts voor de deur. Hoe veilig zijn Bram en Roos deze week?',
  asked: [-1, '16:00'],
  deadline: 3,
  members: ['bram', 'roos'],
  answers: [
    { by: 'wijkteam', scores: {} },
    { by: 'leerkracht', scores: {} },
  ],
}

/** Between GIPS 1 and GIPS 2 of the family of Janna: closed, without a new goal. */
export async function assessJanna(db: Tx, cast: Cast): Promise<void> {
  await makeExtra(db, cast, JANNA)
}

/** In the fifth family, asked yesterday and not answered yet. */
export async function askAboutStillUnsafe(db: Tx, cast: Cast): Promise<void> {
  await makeExtra(db, cast, STILL_UNSAFE)
}

/** On the road of the fourth family: a safety goal came of it, with a version of the safety plan. Returns the goal's id. */
export async function assessWholeRoad(db: Tx, cast: Cast, gips1: Plan): Promise<string> {
  const { id: assessmentId } = await makeExtra(db, cast, WHOLE_ROAD)
  const [goal, agreement] = [v7(), v7()]
  const robbert = { kind: 'member' as const, id: memberOf(cast, 'robbert').id }
  const adoptedById = accountOf(cast, 'regisseur').id
  await adoptWith(
    db,
    gips1,
    {
      assessmentId,
      versionId: v7(),
      reason: 'Feestdagen stonden er nog niet in.',
      goals: [
        {
          id: goal,
          text: 'Op feestdagen slaapt Robbert ergens anders als hij drinkt.',
          effect: 6.5,
          about: null,
          shield: false,
        },
      ],
      agreements: [
        {
          ...{ id: agreement, goal, what: 'Robbert spreekt voor elk feest met zijn broer af waar hij slaapt.' },
          ...{
            doers: { byEveryone: false, people: [robbert] },
            rhythm: 'once',
            dueOn: cast.days.day(-222),
            until: null,
          },
        },
      ],
    },
    { adoptedById, adoptedAt: cast.days.at(-236, '16:10') },
  )
  const made = await db.agreement.findFirstOrThrow({ where: { familyId: cast.family.id, id: agreement } })
  await makeTick(db, made, adoptedById, { state: 'done', tickedAt: cast.days.at(-224, '17:30') })
  return goal
}

async function makeExtra(db: Tx, cast: Cast, told: Extra): Promise<SafetyAssessment> {
  const { family, days } = cast
  const openedAt = days.at(...told.asked)
  const assessment = await makeAssessment(db, family, {
    question: told.question,
    openedAt,
    deadline: days.at(told.deadline, '23:59'),
    closedAt: told.closed ? days.at(...told.closed) : null,
    conclusion: told.conclusion ?? null,
    assessed: told.members.map((name) => memberOf(cast, name)),
    scores: told.answers.flatMap(({ by, at = told.asked, scores }) =>
      scoreRows(
        cast,
        Object.entries(scores).map(([name, [score, reason, higher]]) => ({ by, for: name, score, reason, higher })),
        { by, at: days.at(...at) },
      ),
    ),
  })
  for (const { by, at, measures } of told.answers) {
    await db.assessmentInvitee.create({
      data: {
        ...{ familyId: family.id, id: v7(), assessmentId: assessment.id, personId: accountOf(cast, by).id },
        ...{ askedAt: openedAt, answeredAt: at ? days.at(...at) : null, directMeasures: measures ?? null },
      },
    })
  }
  return assessment
}
