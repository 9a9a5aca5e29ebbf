import type { PlanKind } from './agendas/agenda'
import type { GoalKind } from './goal'
import { PLAN_KINDS, type PlanReference } from './plan-state'
import { MINIMUM_SCORE } from './score'

/** A goal of any plan of the dossier, as far as it matters for what later meetings do with it. */
export interface GoalOfPlan {
  id: string
  kind: GoalKind
  plan: PlanReference
  /** In force: its plan was adopted, or it was put in force before. */
  isAdopted: boolean
  isClosed: boolean
  aboutMemberId: string | null
}

const EVALUATED: readonly GoalKind[] = ['risk', 'recovery', 'followUp']

/** Whether the one plan comes before the other in the trajectory; a plan does not come before itself. */
export function isEarlierPlan(one: PlanReference, other: PlanReference): boolean {
  const distance = PLAN_KINDS.indexOf(other.kind) - PLAN_KINDS.indexOf(one.kind)
  return distance > 0 || (distance === 0 && one.ordinal < other.ordinal)
}

/**
 * The safety goals that a meeting reviews: those of earlier plans that are in force and not closed. A goal that this very
 * plan closed when it was adopted is named in `found`, and stays. GIPS 1 reviews nothing. Safety goals are never
 * evaluated in percents.
 */
export function goalsToReview<G extends GoalOfPlan>(
  goals: readonly G[],
  plan: PlanReference,
  found: ReadonlySet<string> = new Set(),
): G[] {
  return goals.filter((goal) => goal.kind === 'safety' && isCarriedTo(goal, plan, found))
}

/**
 * The goals that a GIPS 4 evaluates (GIPS §3.5.5): all risk and recovery goals of earlier plans, and the work goals of an
 * earlier GIPS 4, that were not closed. Empty for every other plan.
 */
export function goalsToEvaluate<G extends GoalOfPlan>(
  goals: readonly G[],
  plan: PlanReference,
  found: ReadonlySet<string> = new Set(),
): G[] {
  if (plan.kind !== 'gips4') return []
  return goals
    .filter((goal) => EVALUATED.includes(goal.kind) && isCarriedTo(goal, plan, found))
    .sort((one, other) => EVALUATED.indexOf(one.kind) - EVALUATED.indexOf(other.kind))
}

/**
 * Safety goals in the order in which a meeting reviews them: first those of a member who has no 6 yet, and those of the
 * whole family while anybody has none; else in the order they came in. `scores` are the means of this meeting, 0–10; who
 * has none yet is not under a 6.
 */
export function inReviewOrder<G extends Pick<GoalOfPlan, 'aboutMemberId'>>(
  goals: readonly G[],
  scores: ReadonlyMap<string, number | null>,
): G[] {
  const isUrgent = (goal: G) => isUnderSix(goal, scores)
  return [...goals.filter(isUrgent), ...goals.filter((goal) => !isUrgent(goal))]
}

/** Whether the member whom a goal is about is under a 6 now; for a goal of the whole family, whether anybody is. */
export function isUnderSix(
  { aboutMemberId }: Pick<GoalOfPlan, 'aboutMemberId'>,
  scores: ReadonlyMap<string, number | null>,
): boolean {
  const under = (score: number | null | undefined) => typeof score === 'number' && score < MINIMUM_SCORE
  return aboutMemberId === null ? [...scores.values()].some(under) : under(scores.get(aboutMemberId))
}

/** Whether an agreement in force stands in the list of a later meeting: made in an earlier plan, and not done yet. */
export function isCarriedAgreement(
  { plan, state }: { plan: PlanReference; state: string },
  to: { kind: PlanKind; ordinal: number },
): boolean {
  return isEarlierPlan(plan, to) && state !== 'done' && state !== 'closed'
}

function isCarriedTo({ id, plan, isAdopted, isClosed }: GoalOfPlan, to: PlanReference, found: ReadonlySet<string>) {
  return isEarlierPlan(plan, to) && isAdopted && (!isClosed || found.has(id))
}
