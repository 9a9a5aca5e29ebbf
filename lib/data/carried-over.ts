import type { AgendaItem } from '@/lib/domain/agendas/agenda'
import { inReviewOrder, isUnderSix } from '@/lib/domain/carried-goals'
import type {
  CarriedOver,
  EvaluatedGoalView,
  EvaluationView,
  EvaluatorView,
  GivenPercentage,
  ReviewView,
} from '@/lib/domain/carried-views'
import type { OwnEvaluation } from '@/lib/domain/contribution-view'
import { formatGoalResult, goalResult } from '@/lib/domain/goal'
import type { Someone } from '@/lib/domain/meeting-forms'
import type { MemberView, PersonChoice, RoundView, SeatView } from '@/lib/domain/meeting-view'
import { meetingTitle } from '@/lib/domain/plan-state'
import { memberScore } from '@/lib/domain/safety'
import { scoresThatCount } from '@/lib/domain/score-round'
import type { DossierViewer } from '@/lib/gate'
import { carriedAgreements } from './carried-agreement-views'
import { type CarriedGoal, type CarriedGoals, carriedGoals } from './carried-rows'
import { memberChoice } from './meeting-people'
import type { PlanInView } from './plans'

const NO_VERDICT = { isGoodEnough: null, reason: '', closes: false, version: 0 }

/** Everything of earlier plans that this meeting looks back at, as far as the row policies let this viewer see it. */
export async function carriedOver(
  viewer: DossierViewer,
  plan: PlanInView,
  { seats, round }: { seats: readonly SeatView[]; round: RoundView },
): Promise<CarriedOver> {
  if (plan.kind === 'gips1') {
    return { reviews: [], agreements: [], evaluation: null, goals: [], isSettled: plan.version > 0 }
  }
  const goals = await carriedGoals(viewer.tx, { familyId: viewer.familyId, ...plan })
  return {
    reviews: reviewsOf(goals, plan, round),
    agreements: await carriedAgreements(viewer, plan, goals),
    evaluation: asksForEvaluation(plan) ? evaluationOf(goals, plan, evaluatorsAtTable(seats, goals, plan)) : null,
    goals: goals.standing.map(({ id, text }) => ({ id, text })),
    isSettled: plan.version > 0,
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
  const goals = await carriedGoals(viewer.tx, { familyId: viewer.familyId, ...plan })
  return evaluationOf(goals, plan, [...people.members.map(memberChoice), ...people.network])
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
  const goals = toEvaluate.map((goal) => {
    const own = goal.goalEvaluations.find((row) => row.planId === plan.id && evaluatorId(row) === who.id)
    const { text, meeting, about } = common(goal)
    return { id: goal.id, text, meeting, about, given: own && givenBy(own) }
  })
  return { who, goals }
}

/** Whether the agenda of this plan holds that form. */
function asksForEvaluation({ agenda }: PlanInView): boolean {
  const items: readonly AgendaItem[] = agenda.sections.flatMap((section) => section.items)
  return items.some(({ instrument }) => instrument === 'goalEvaluation')
}

function reviewsOf({ toReview }: CarriedGoals, plan: PlanInView, round: RoundView): ReviewView[] {
  const scores = meansOf(round)
  return inReviewOrder(toReview, scores).map((goal) => {
    const {
      result = null,
      remark = '',
      closes = false,
      version = 0,
    } = goal.goalReviews.find(({ planId }) => planId === plan.id) ?? {}
    return { ...common(goal), goalId: goal.id, isUnderSix: isUnderSix(goal, scores), result, remark, closes, version }
  })
}

/** What each assessed member has so far in this meeting. */
function meansOf(round: RoundView): Map<string, number | null> {
  const given = scoresThatCount(round).flatMap(({ memberId, scorer, score }) =>
    scorer.kind === 'person' && score !== ''
      ? [
          {
            memberId,
            scorerId: scorer.id,
            side: 'professional' as const,
            score: Number(score.replace(',', '.')),
            situation: null,
          },
        ]
      : [],
  )
  return new Map(round.members.filter(({ isAssessed }) => isAssessed).map(({ id }) => [id, memberScore(given, id)]))
}

function evaluationOf({ toEvaluate }: CarriedGoals, plan: PlanInView, people: EvaluatorView[]): EvaluationView {
  return { people, goals: toEvaluate.map((goal) => evaluatedGoal(goal, plan)) }
}

function evaluatedGoal(goal: CarriedGoal, plan: PlanInView): EvaluatedGoalView {
  const here = goal.goalEvaluations.filter(({ planId }) => planId === plan.id)
  const verdict = goal.goalVerdicts.find(({ planId }) => planId === plan.id)
  const { isGoodEnough, reason, closes, version } = verdict ?? NO_VERDICT
  return {
    ...common(goal),
    id: goal.id,
    kind: goal.kind,
    earlier: earlierResults(goal, plan),
    given: Object.fromEntries(here.map((row): [string, GivenPercentage] => [evaluatorId(row), givenBy(row)])),
    verdict: { isGoodEnough, reason, closes, version },
  }
}

/** What each earlier GIPS 4 found of this goal. */
function earlierResults({ goalEvaluations, goalVerdicts }: CarriedGoal, plan: PlanInView): string[] {
  return goalVerdicts
    .filter((verdict) => verdict.planId !== plan.id && verdict.plan.version > 0)
    .sort((one, other) => one.plan.ordinal - other.plan.ordinal)
    .flatMap((verdict) => {
      const percents = goalEvaluations
        .filter(({ planId }) => planId === verdict.planId)
        .flatMap(({ percent }) => percent ?? [])
      const result = goalResult(percents)
      const words = verdict.isGoodEnough ? 'goed genoeg' : 'nog niet goed genoeg'
      return result
        ? [`${meetingTitle(verdict.plan.kind, verdict.plan.ordinal)}: ${formatGoalResult(result)}, ${words}`]
        : []
    })
}

function common({ text, plan, about, aboutMemberId }: CarriedGoal) {
  return {
    text,
    meeting: meetingTitle(plan.kind, plan.ordinal),
    about: about?.firstNames.split(' ')[0] ?? null,
    aboutMemberId,
  }
}

function givenBy({ percent, remark, version }: CarriedGoal['goalEvaluations'][number]): GivenPercentage {
  return { percent: percent === null ? '' : String(percent), remark, version }
}

function evaluatorId({ personId, memberId, networkPersonId }: CarriedGoal['goalEvaluations'][number]): string {
  return personId ?? memberId ?? networkPersonId ?? ''
}

/**
 * Who gives percentages at the table: everyone but the neutral chair; the note-taker, and who is absent, only where they
 * gave one.
 */
function evaluatorsAtTable(
  seats: readonly SeatView[],
  { toEvaluate }: CarriedGoals,
  plan: PlanInView,
): EvaluatorView[] {
  const gave = new Set(
    toEvaluate.flatMap(({ goalEvaluations }) =>
      goalEvaluations.filter(({ planId }) => planId === plan.id).map(evaluatorId),
    ),
  )
  return seats
    .filter(({ role }) => role !== 'gipsMaster')
    .filter(({ who, role, attendance }) => (role !== 'noteTaker' && attendance !== 'absent') || gave.has(who.id))
    .map(({ who, name, detail }) => ({ who, name, detail }))
}
