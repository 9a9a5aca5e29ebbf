import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import { adopt } from '@/prisma/factories/adopt'
import { makeMeeting, makeParticipant, makePlan, makeProposal, makeRating, makeResponse } from '@/prisma/factories/plan'
import { makeAssessment, makeGoal } from '@/prisma/factories/safety'
import { makeTopThreeChoice, makeTopThreeDecision } from '@/prisma/factories/top-three'
import type { Concern, Goal, Plan } from '@/prisma/generated/client'
import { accountOf, type Cast, memberOf, someone } from './cast'
import { GOALS, type GoalKey } from './janna-agreements'
import { carefulAnswers, PROPOSALS, RATINGS, RESPONSES } from './janna-careful'
import { CHOICES, CONCERNS, type ConcernKey, DECISIONS, MEETING_ANSWERS, MINIMUM_REASON, SCORES } from './janna-meeting'
import { AIM, FAMILY_SCORES, PREPARATION, REPORTED } from './janna-preparation'
import { writeAgreements, writeTicks } from './write-agreements'
import { scoreRows, writeAnswers, writeConcerns, writeReportedConcerns } from './write-plan'

const TEAM = [
  'veiligthuis',
  'oud-professional',
  'jeugdverpleegkundige',
  'wijkagent',
  'behandelaar',
  'pleegzorg',
] as const

/** GIPS 1 of the family of Janna: prepared, held, discussed with the family, made definitive two days later. */
export async function makeJannaGips1(db: Tx, cast: Cast): Promise<Plan> {
  const { days, family } = cast
  const plan = await makePlan(db, family, {
    kind: 'gips1',
    state: 'provisional',
    createdAt: days.at(-15, '09:30'),
    invitedAt: days.at(-15, '16:00'),
    provisionalAt: days.at(0, '12:05'),
    checklistDoneAt: days.at(0, '12:20'),
  })
  await prepare(db, cast, plan)
  await meet(db, cast, plan)
  const agreements = await agree(db, cast, plan)
  await discuss(db, cast, plan)
  await adopt(db, plan, { adoptedById: accountOf(cast, 'regisseur').id, adoptedAt: days.at(2, '16:10') })
  await writeTicks(db, cast, agreements)
  return plan
}

async function prepare(db: Tx, cast: Cast, plan: Plan): Promise<void> {
  const typed = { by: 'regisseur', at: cast.days.at(-3, '15:20') }
  await writeAnswers(db, cast, plan, [{ item: 'start.aim', text: AIM }, ...PREPARATION], typed)
  await writeReportedConcerns(db, cast, plan, REPORTED, typed)
}

async function meet(db: Tx, cast: Cast, plan: Plan): Promise<void> {
  const { days } = cast
  const meeting = await makeMeeting(db, plan, {
    heldOn: days.column(0),
    part: 'morning',
    place: 'Buurthuis De Schakel, Waterhuizen',
    startedAt: days.at(0, '09:15'),
    endedAt: days.at(0, '11:45'),
    currentItem: 'careful.nextMeeting',
    currentItemSince: days.at(0, '11:40'),
  })
  const seats = [
    ['regisseur', 'caseDirector'],
    ['gipsmeester', 'gipsMaster'],
    ['notulist', 'noteTaker'],
    ...TEAM.map((name) => [name, 'professional'] as const),
  ] as const
  for (const [name, role] of seats) {
    const personId = accountOf(cast, name).id
    const participant = await makeParticipant(db, meeting, { role, personId, attendance: 'present' })
    const rating = RATINGS.find(({ by }) => by === name)
    if (rating) {
      const { score, well, better } = rating
      await makeRating(db, participant, { score, wentWell: well, better: better || null, ratedAt: days.at(0, '12:30') })
    }
  }
  const absent = accountOf(cast, 'gedragswetenschapper').id
  await makeParticipant(db, meeting, { personId: absent, attendance: 'absent' })
  const typed = { by: 'notulist', at: days.at(0, '11:00') }
  await writeAnswers(db, cast, plan, [...MEETING_ANSWERS, ...carefulAnswers(days.day(91))], typed)
  await assess(db, cast, plan)
}

async function assess(db: Tx, cast: Cast, plan: Plan): Promise<void> {
  const { days, family } = cast
  await makeAssessment(db, family, {
    planId: plan.id,
    openedAt: days.at(-3, '15:20'),
    closedAt: days.at(0, '12:05'),
    minimumMet: false,
    minimumReason: MINIMUM_REASON,
    assessed: [memberOf(cast, 'janna'), memberOf(cast, 'sanne')],
    scores: [
      ...scoreRows(cast, FAMILY_SCORES, { by: 'regisseur', at: days.at(-3, '15:20') }),
      ...scoreRows(cast, SCORES, { by: 'notulist', at: days.at(0, '10:05') }),
    ],
  })
}

async function agree(db: Tx, cast: Cast, plan: Plan) {
  const typed = { by: 'notulist', at: cast.days.at(0, '10:30') }
  const concerns = await writeConcerns(db, cast, plan, CONCERNS, typed)
  for (const [name, choices] of Object.entries(CHOICES)) {
    for (const [index, { concern, reason }] of choices.entries()) {
      const rank = rankAt(index)
      await makeTopThreeChoice(db, accountOf(cast, name).id, { concern: concerns[concern], rank, reason })
    }
  }
  for (const [index, { concern, reason, harm }] of DECISIONS.entries()) {
    const decision = { concern: concerns[concern], rank: rankAt(index), reason, harmfulEffect: harm }
    await makeTopThreeDecision(db, decision)
  }
  return writeAgreements(db, cast, plan, await setGoals(db, cast, plan, concerns), typed)
}

async function setGoals(
  db: Tx,
  cast: Cast,
  plan: Plan,
  concerns: Record<ConcernKey, Concern>,
): Promise<Record<GoalKey, Goal>> {
  const make = (key: GoalKey, position: number) => {
    const { text, concern, about, effect } = GOALS[key]
    return makeGoal(db, plan, {
      text,
      concernId: concerns[concern].id,
      aboutMemberId: about ? memberOf(cast, about).id : null,
      expectedEffect: effect,
      position,
      authorPersonId: accountOf(cast, 'notulist').id,
      createdAt: cast.days.at(0, '10:50'),
    })
  }
  return {
    troosten: await make('troosten', 0),
    timeout: await make('timeout', 1),
    veiligheidsplan: await make('veiligheidsplan', 2),
  }
}

/** The responses, the family's own proposals, the checklist, and the plan seen as each family account will see it. */
async function discuss(db: Tx, cast: Cast, plan: Plan): Promise<void> {
  const { days } = cast
  const { familyId, id: planId } = plan
  const authorPersonId = accountOf(cast, 'regisseur').id
  const responses: Record<string, string> = {}
  for (const { who, response, words } of RESPONSES) {
    const { memberId, networkPersonId } = someone(cast, who)
    const given = { memberId, networkPersonId, response, words, recordedAt: days.at(1, '19:30'), authorPersonId }
    responses[who] = (await makeResponse(db, plan, given)).id
  }
  for (const { by, text, decision, reason } of PROPOSALS) {
    await makeProposal(db, plan, {
      responseId: responses[by] ?? null,
      aboutMemberId: memberOf(cast, 'janna').id,
      text,
      decision,
      decisionReason: reason,
      decidedAt: days.at(2, '15:00'),
    })
  }
  const answers = { integrity: true, language: true }
  await db.integrityChecklist.create({ data: { familyId, id: v7(), planId, answers, doneAt: days.at(0, '12:20') } })
  for (const name of ['moeder', 'vader']) {
    const personId = accountOf(cast, name).id
    await db.planViewing.create({ data: { familyId, id: v7(), planId, personId, viewedAt: days.at(2, '15:30') } })
  }
}

function rankAt(index: number): 1 | 2 | 3 {
  if (index === 0) return 1
  return index === 1 ? 2 : 3
}
