import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import type { EvaluatedGoalView, EvaluationView, GivenPercentage, GoalsToCome } from '@/lib/domain/carried-views'
import type { OwnEvaluation } from '@/lib/domain/contribution-view'
import { formatGoalResult, goalResult } from '@/lib/domain/goal'
import type { Someone } from '@/lib/domain/meeting-forms'
import type { GoalView } from '@/lib/domain/meeting-view'
import { meetingTitle } from '@/lib/domain/plan-state'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { type CarriedGoal, type CarriedGoals, carriedGoals, type PercentageRow, percentagesFor } from './carried-rows'
import type { PlanInView } from './plans'

/** Goals that travel with the page of a meeting that is at them: what is on the screen at once. A cell costs, not a goal. */
const GOALS_AT_FIRST = 3
const NO_VERDICT = { isGoodEnough: null, reason: '', closes: false, version: 0 }

interface AtTheTable {
  /** Goals of this plan. */
  made: readonly GoalView[]
  /** The question on the projector. */
  currentItem: string | null
}

/**
 * The evaluation at the table: the first goals with what was given while the meeting is at them, and of the others only
 * that they are there; `goalsToCome` tells all. Null where the agenda asks for none.
 */
export async function evaluationAtTable(
  viewer: DossierViewer<Statements>,
  plan: PlanInView,
  { toEvaluate }: CarriedGoals,
  { made, currentItem }: AtTheTable,
): Promise<EvaluationView | null> {
  if (!asksForEvaluation(plan)) {
    return null
  }
  const atFirst = isAtEvaluation(plan, currentItem) ? GOALS_AT_FIRST : 0
  const rest = toEvaluate.slice(atFirst)
  const isFollowed = ({ id, verdict }: CarriedGoal) =>
    verdict?.isGoodEnough === false || made.some(({ followsGoalId }) => followsGoalId === id)
  return {
    goals: await withPercentages(viewer, plan, toEvaluate.slice(0, atFirst)),
    total: toEvaluate.length,
    lacking: rest.filter(isFollowed).map(({ id, text, aboutMemberId, verdict }) => ({
      id,
      text,
      aboutMemberId,
      verdict: { isGoodEnough: verdict?.isGoodEnough ?? null },
    })),
    isDone: toEvaluate.every(({ verdict }) => verdict !== null && verdict.isGoodEnough !== null),
  }
}

/** All goals of the evaluation with what was given for each, also those that travel with the page. */
export async function goalsToCome(viewer: DossierViewer, plan: PlanInView): Promise<GoalsToCome> {
  const { toEvaluate } = await carriedGoals(viewer.tx, { familyId: viewer.familyId, ...plan })
  const goals = await withPercentages(viewer, plan, asksForEvaluation(plan) ? toEvaluate : [])
  const givers = [...new Set(goals.flatMap(({ given }) => Object.keys(given)))]
  return {
    givers,
    goals: goals.map(({ given, ...goal }) => ({
      ...goal,
      given: givers.map((id) => {
        const its = given[id]
        return its ? ([its.percent, its.remark, its.version] as const) : 0
      }),
    })),
  }
}

/**
 * The same evaluation before the meeting, where the family and its network give percentages, all goals in it; null where the
 * agenda asks for none.
 */
export async function evaluationAtHome(
  viewer: DossierViewer<Statements>,
  plan: PlanInView,
): Promise<EvaluationView | null> {
  if (!asksForEvaluation(plan)) {
    return null
  }
  const { toEvaluate } = await carriedGoals(viewer.tx, { familyId: viewer.familyId, ...plan })
  return {
    goals: await withPercentages(viewer, plan, toEvaluate),
    total: toEvaluate.length,
    lacking: [],
    isDone: toEvaluate.every(({ verdict }) => verdict !== null && verdict.isGoodEnough !== null),
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
  return agenda.sections.some(({ items }) => items.some(isEvaluation))
}

/** Whether this question, the one on the projector, stands in the part of the agenda that holds that form. */
function isAtEvaluation({ agenda }: PlanInView, itemKey: string | null): boolean {
  return agenda.sections.some(({ items }) => items.some(isEvaluation) && items.some(({ key }) => key === itemKey))
}

function isEvaluation({ instrument }: AgendaItem): boolean {
  return instrument === 'goalEvaluation'
}

async function withPercentages(
  { tx, familyId }: DossierViewer<Statements>,
  plan: PlanInView,
  goals: readonly CarriedGoal[],
): Promise<EvaluatedGoalView[]> {
  const rows = goals.length > 0 ? await percentagesFor(tx, { familyId, id: plan.id }, goals) : []
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
