import { createHash } from 'node:crypto'
import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import type {
  EvaluatedGoalView,
  EvaluationView,
  EvaluatorView,
  GivenPercentage,
  GoalsToCome,
} from '@/lib/domain/carried-views'
import type { OwnEvaluation } from '@/lib/domain/contribution-view'
import { formatGoalResult, goalResult } from '@/lib/domain/goal'
import type { Someone } from '@/lib/domain/meeting-forms'
import type { GoalView, MemberView, PersonChoice, SeatView } from '@/lib/domain/meeting-view'
import { meetingTitle } from '@/lib/domain/plan-state'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { type CarriedGoal, type CarriedGoals, carriedGoals, type PercentageRow, percentagesFor } from './carried-rows'
import { memberChoice } from './meeting-people'
import type { PlanInView } from './plans'

/** Goals that travel with the page of a meeting: what is on the screen at once. A cell costs, not a goal. */
const GOALS_AT_FIRST = 3
const NO_VERDICT = { isGoodEnough: null, reason: '', closes: false, version: 0 }

/**
 * The evaluation at the table: everyone who gives percentages, the first goals with what was given, and of the others only
 * that they are there; `goalsToCome` tells the rest. Null where the agenda asks for none.
 */
export async function evaluationAtTable(
  viewer: DossierViewer<Statements>,
  plan: PlanInView,
  found: CarriedGoals,
  { seats, made }: { seats: readonly SeatView[]; made: readonly GoalView[] },
): Promise<EvaluationView | null> {
  if (!asksForEvaluation(plan)) {
    return null
  }
  const { toEvaluate, revision } = found
  const first = toEvaluate.slice(0, GOALS_AT_FIRST)
  const rest = toEvaluate.slice(GOALS_AT_FIRST)
  const isFollowed = ({ id, verdict }: CarriedGoal) =>
    verdict?.isGoodEnough === false || made.some(({ followsGoalId }) => followsGoalId === id)
  return {
    goals: await withPercentages(viewer, plan, first),
    people: evaluatorsAtTable(seats, found),
    total: toEvaluate.length,
    lacking: rest.filter(isFollowed).map(({ id, text, aboutMemberId, verdict }) => ({
      id,
      text,
      aboutMemberId,
      verdict: { isGoodEnough: verdict?.isGoodEnough ?? null },
    })),
    isDone: toEvaluate.every(({ verdict }) => verdict !== null && verdict.isGoodEnough !== null),
    revision: createHash('sha256')
      .update(JSON.stringify([rest, revision]))
      .digest('base64url')
      .slice(0, 16),
  }
}

/** The goals of the evaluation beyond those that travel with the page, with what was given for each. */
export async function goalsToCome(viewer: DossierViewer, plan: PlanInView): Promise<GoalsToCome> {
  const { toEvaluate, givers } = await carriedGoals(viewer.tx, { familyId: viewer.familyId, ...plan })
  const goals = asksForEvaluation(plan) ? toEvaluate.slice(GOALS_AT_FIRST) : []
  return {
    givers,
    goals: (await withPercentages(viewer, plan, goals)).map(({ given, ...goal }) => ({
      ...goal,
      given: givers.map((id) => {
        const its = given[id]
        return its ? ([its.percent, its.remark, its.version] as const) : 0
      }),
    })),
  }
}

/** The same evaluation before the meeting, with the family and its network; null where the agenda asks for none. */
export async function evaluationAtHome(
  viewer: DossierViewer,
  plan: PlanInView,
  people: { members: readonly MemberView[]; network: readonly PersonChoice[] },
): Promise<EvaluationView | null> {
  if (!asksForEvaluation(plan)) {
    return null
  }
  const { toEvaluate, revision } = await carriedGoals(viewer.tx, { familyId: viewer.familyId, ...plan })
  return {
    goals: await withPercentages(viewer, plan, toEvaluate),
    people: [...people.members.map(memberChoice), ...people.network],
    total: toEvaluate.length,
    lacking: [],
    isDone: toEvaluate.every(({ verdict }) => verdict !== null && verdict.isGoodEnough !== null),
    revision,
  }
}

/** The goals that this meeting evaluates with what one participant gave each; null where the agenda asks for none. */
export async function ownEvaluation(
  viewer: DossierViewer,
  plan: PlanInView,
  who: Someone,
): Promise<OwnEvaluation | null> {
  if (!asksForEvaluation(plan)) {
    return null
  }
  const { toEvaluate } = await carriedGoals(viewer.tx, { familyId: viewer.familyId, ...plan })
  const rows = await percentagesFor(viewer.tx, { familyId: viewer.familyId, id: plan.id }, toEvaluate, who.id)
  const goals = toEvaluate.map((goal) => {
    const own = rows.find(({ goalId }) => goalId === goal.id)
    return { id: goal.id, ...named(goal), given: own && givenBy(own) }
  })
  return { who, goals }
}

/** Whether the agenda of this plan holds that form. */
function asksForEvaluation({ agenda }: PlanInView): boolean {
  const items: readonly AgendaItem[] = agenda.sections.flatMap((section) => section.items)
  return items.some(({ instrument }) => instrument === 'goalEvaluation')
}

async function withPercentages(
  { tx, familyId }: DossierViewer<Statements>,
  plan: PlanInView,
  goals: readonly CarriedGoal[],
): Promise<EvaluatedGoalView[]> {
  const rows = await percentagesFor(tx, { familyId, id: plan.id }, goals)
  const byGoal = Map.groupBy(rows, ({ goalId }) => goalId)
  return goals.map((goal) => evaluatedGoal(goal, byGoal.get(goal.id) ?? []))
}

function evaluatedGoal(goal: CarriedGoal, rows: readonly PercentageRow[]): EvaluatedGoalView {
  return {
    id: goal.id,
    kind: goal.kind,
    ...named(goal),
    aboutMemberId: goal.aboutMemberId,
    earlier: earlierResults(goal),
    given: Object.fromEntries(rows.map((row): [string, GivenPercentage] => [row.giverId, givenBy(row)])),
    verdict: goal.verdict ?? NO_VERDICT,
  }
}

/** What each earlier GIPS 4 found of this goal. */
function earlierResults({ earlier }: CarriedGoal): string[] {
  return earlier.flatMap(({ ordinal, isGoodEnough, percents }) => {
    const result = goalResult(percents)
    const words = isGoodEnough ? 'goed genoeg' : 'nog niet goed genoeg'
    return result ? [`${meetingTitle('gips4', ordinal)}: ${formatGoalResult(result)}, ${words}`] : []
  })
}

function named({ text, plan, about }: CarriedGoal) {
  return { text, meeting: meetingTitle(plan.kind, plan.ordinal), about }
}

function givenBy({ percent, remark, version }: PercentageRow): GivenPercentage {
  return { percent, remark, version }
}

/**
 * Who gives percentages at the table: everyone but the neutral chair; the note-taker, and who is absent, only where they
 * gave one.
 */
function evaluatorsAtTable(seats: readonly SeatView[], { givers }: CarriedGoals): EvaluatorView[] {
  const gave = new Set(givers)
  return seats
    .filter(({ role }) => role !== 'gipsMaster')
    .filter(({ who, role, attendance }) => (role !== 'noteTaker' && attendance !== 'absent') || gave.has(who.id))
    .map(({ who, name, detail }) => ({ who, name, detail }))
}
