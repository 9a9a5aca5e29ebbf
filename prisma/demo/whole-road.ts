import { v7 } from 'uuid'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { usualEvaluations } from '@/lib/domain/future-plan'
import type { GoalKind } from '@/lib/domain/goal'
import { adopt } from '@/prisma/factories/adopt'
import { makeAgreement, makeTick } from '@/prisma/factories/agreements'
import { makeMeeting, makeParticipants, makePlan, makeRecoveryPlan } from '@/prisma/factories/plan'
import { makeAssessment, makeGoal } from '@/prisma/factories/safety'
import { makeMembership } from '@/prisma/factories/team'
import { makeTopThreeDecision } from '@/prisma/factories/top-three'
import type { Concern, Goal, Plan } from '@/prisma/generated/client'
import type { DemoAccounts } from './accounts'
import { accountOf, type Cast, memberOf, someone } from './cast'
import { assessWholeRoad } from './extra-assessments'
import { recordBetween } from './whole-road-between'
import { makePeople, TEAM } from './whole-road-people'
import { FUTURE, ON_THE_WALL, ROAD, type RoadPlan, type RoadScores } from './whole-road-story'
import { scoreRows, writeAnswers, writeConcerns } from './write-plan'

const CASE_MANAGER = 'jeugdverpleegkundige'
/** What safety becomes once such a goal is reached; of recovery and work goals nobody asks it. */
const EXPECTED: Partial<Record<GoalKind, number>> = { safety: 6, risk: 7 }

/** The fourth family, G-0004: all five meetings behind it, the future plan on the fridge, a case manager for the year. */
export async function makeWholeRoad(db: Tx, masterKey: Buffer, demo: DemoAccounts, now: Date): Promise<void> {
  const cast = await makePeople(db, masterKey, demo, now)
  const goals = new Map<string, Goal>()
  const plans: Plan[] = []
  for (const told of ROAD) {
    const plan = await holdMeeting(db, cast, told, goals)
    plans.push(plan)
    if (told.kind === 'gips5') await lookAhead(db, cast, plan, told)
    const adoptedAt = cast.days.at(told.on + (told.kind === 'gips5' ? 0 : 2), '16:30')
    await adopt(db, plan, { adoptedById: accountOf(cast, 'regisseur').id, adoptedAt })
  }
  await recordBetween(db, cast, goals)
  const [gips1] = plans
  const between = gips1 ? [await assessWholeRoad(db, cast, gips1)] : []
  await closeGoals(db, cast, [...[...goals.values()].map(({ id }) => id), ...between])
  const since = cast.days.at(-21, '16:30')
  await makeMembership(db, cast.family, accountOf(cast, CASE_MANAGER).id, { role: 'caseManager', since })
}

async function holdMeeting(db: Tx, cast: Cast, told: RoadPlan, goals: Map<string, Goal>): Promise<Plan> {
  const { days, family } = cast
  const { kind, ordinal, on } = told
  const plan = await makePlan(db, family, {
    kind,
    ordinal,
    state: kind === 'gips5' ? 'meeting' : 'provisional',
    createdAt: days.at(on - 30, '10:00'),
    invitedAt: days.at(on - 21, '10:00'),
    provisionalAt: kind === 'gips5' ? null : days.at(on, '12:00'),
    checklistDoneAt: days.at(on, '12:10'),
  })
  await seatEveryone(db, cast, plan, on)
  if (kind === 'gips3') {
    for (const member of Object.values(cast.members)) await makeRecoveryPlan(db, plan, member)
  }
  const typed = { by: 'regisseur', at: days.at(on - 4, '15:00') }
  await writeAnswers(db, cast, plan, [{ item: 'start.aim', text: told.aim }], typed)
  await assess(db, cast, plan, told)
  const concerns = await worry(db, cast, plan, told)
  await agree(db, cast, plan, { told, goals, concerns })
  await lookBack(db, cast, plan, { told, goals })
  return plan
}

async function seatEveryone(db: Tx, cast: Cast, plan: Plan, on: number): Promise<void> {
  const { days } = cast
  const meeting = await makeMeeting(db, plan, {
    heldOn: days.column(on),
    part: 'morning',
    place: 'Buurthuis De Schakel, Waterhuizen',
    startedAt: days.at(on, '09:15'),
    endedAt: days.at(on, '11:45'),
  })
  const there = { attendance: 'present' } as const
  const comesMarleen = plan.kind === 'gips4' || plan.kind === 'gips5'
  const marleen = { role: 'family' as const, memberId: memberOf(cast, 'marleen').id, isAdmitted: true, ...there }
  await makeParticipants(db, meeting, [
    { role: 'caseDirector', personId: accountOf(cast, 'regisseur').id, ...there },
    { role: 'gipsMaster', personId: accountOf(cast, 'gipsmeester').id, ...there },
    ...TEAM.map((name) => ({ personId: accountOf(cast, name).id, ...there })),
    ...(comesMarleen ? [marleen] : []),
  ])
}

async function assess(db: Tx, cast: Cast, plan: Plan, { on, scores, kind }: RoadPlan): Promise<void> {
  const typed = { by: 'regisseur', at: cast.days.at(on, '10:00') }
  const { reason, higher, byMarleen } = scores
  const given = (['sem', 'lotte', 'marleen'] as const).flatMap((name: keyof RoadScores & string) => [
    ...TEAM.map((by, index) => ({
      by,
      for: name,
      score: (scores[name] as readonly number[])[index] ?? null,
      reason,
      higher,
    })),
    { by: 'marleen', for: name, score: byMarleen, reason: 'Zo voelt het nu.', higher },
  ])
  await makeAssessment(db, cast.family, {
    planId: plan.id,
    openedAt: cast.days.at(on - 4, '15:00'),
    closedAt: cast.days.at(on, '12:00'),
    minimumMet: kind !== 'gips1',
    minimumReason: kind === 'gips1' ? 'Niemand geeft al een zes.' : 'Iedereen geeft een zes of meer.',
    assessed: ['sem', 'lotte', 'marleen'].map((name) => memberOf(cast, name)),
    scores: scoreRows(cast, given, typed),
  })
}

async function worry(db: Tx, cast: Cast, plan: Plan, { on, concerns }: RoadPlan): Promise<Concern[]> {
  const typed = { by: 'regisseur', at: cast.days.at(on, '10:40') }
  const made = Object.values(await writeConcerns(db, cast, plan, Object.fromEntries(concerns.entries()), typed))
  for (const [index, concern] of made.entries()) {
    const reason = concerns[index]?.reason ?? ''
    await makeTopThreeDecision(db, { concern, rank: index === 0 ? 1 : 2, reason })
  }
  return made
}

interface OnTheRoad {
  told: RoadPlan
  goals: Map<string, Goal>
}

/** Goals, each with one agreement, which was kept. */
async function agree(db: Tx, cast: Cast, plan: Plan, given: OnTheRoad & { concerns: readonly Concern[] }) {
  const { told, goals, concerns } = given
  for (const [position, { key, kind, text, about, agreement, doers }] of told.goals.entries()) {
    const aboutMemberId = about ? memberOf(cast, about).id : null
    const concernId =
      kind === 'recovery' || kind === 'followUp' ? null : (concerns[position % concerns.length]?.id ?? null)
    const expectedEffect = EXPECTED[kind] ?? null
    const goal = await makeGoal(db, plan, { kind, text, aboutMemberId, position, concernId, expectedEffect })
    goals.set(key, goal)
    const made = await makeAgreement(db, plan, {
      text: agreement,
      aboutMemberId,
      position,
      dueOn: cast.days.column(told.on + 42),
      doers: doers.map((name) => someone(cast, name)),
      goals: [goal],
    })
    const tickedAt = cast.days.at(told.on + 40, '17:30')
    await makeTick(db, made, accountOf(cast, 'regisseur').id, { state: 'done', tickedAt })
  }
}

/** What a GIPS 4 found of the earlier goals. */
async function lookBack(db: Tx, cast: Cast, plan: Plan, { told, goals }: OnTheRoad): Promise<void> {
  const inPlan = { familyId: cast.family.id, planId: plan.id }
  const found = Object.entries(told.found ?? {}).map(([key, percents]) => ({
    goalId: goals.get(key)?.id ?? '',
    percents,
  }))
  const finders = [
    ...TEAM.map((name) => ({ personId: accountOf(cast, name).id })),
    { memberId: memberOf(cast, 'marleen').id },
  ]
  await db.goalEvaluation.createMany({
    data: found.flatMap(({ goalId, percents }) =>
      percents.map((percent, index) => ({ ...inPlan, ...finders[index], id: v7(), goalId, percent, version: 1 })),
    ),
  })
  const isGoodEnough = told.ordinal === 2
  await db.goalVerdict.createMany({
    data: found.map(({ goalId }) => ({ ...inPlan, id: v7(), goalId, isGoodEnough, version: 1 })),
  })
}

/** The future plan in the family's own words, with who stays near and when they look back. */
async function lookAhead(db: Tx, cast: Cast, plan: Plan, { on }: RoadPlan): Promise<void> {
  const answers = Object.entries(FUTURE).map(([key, text]) => ({ item: `future.${key}`, text }))
  await writeAnswers(db, cast, plan, answers, { by: 'regisseur', at: cast.days.at(on - 4, '15:30') })
  const { firstOn, secondOn } = usualEvaluations(cast.days.day(on))
  await db.futurePlan.create({
    data: {
      familyId: cast.family.id,
      id: v7(),
      planId: plan.id,
      caseManagerId: accountOf(cast, CASE_MANAGER).id,
      firstOn: dateColumn(firstOn),
      secondOn: dateColumn(secondOn),
      wall: ON_THE_WALL,
      authorPersonId: accountOf(cast, 'regisseur').id,
    },
  })
}

/** Since the last GIPS 4 every goal is good enough, and closed. */
async function closeGoals(db: Tx, { family, days }: Cast, goals: readonly string[]): Promise<void> {
  await db.goal.updateMany({
    where: { familyId: family.id, id: { in: [...goals] } },
    data: { closedAt: days.at(-89, '16:30'), closedReason: 'Het is goed genoeg.' },
  })
}
