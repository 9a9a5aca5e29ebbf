import { inReviewOrder, isUnderSix } from '@/lib/domain/carried-goals'
import type { CarriedOver, ReviewView } from '@/lib/domain/carried-views'
import type { AgreementView, GoalView, RoundView } from '@/lib/domain/meeting-view'
import { meetingTitle } from '@/lib/domain/plan-state'
import { memberScore } from '@/lib/domain/safety'
import { scoresThatCount } from '@/lib/domain/score-round'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { type AgreementsToCarry, agreementsToCarry, carriedAgreements } from './carried-agreement-views'
import { type CarriedGoal, type CarriedGoals, carriedGoals } from './carried-rows'
import { evaluationAtTable } from './evaluations'
import type { PlanInView } from './plans'

interface CarriedRows extends AgreementsToCarry {
  goals: CarriedGoals
}

interface AtTable {
  round: RoundView
  /** Goals and agreements of this plan. */
  made: readonly GoalView[]
  agreements: readonly AgreementView[]
  /** The question on the projector. */
  currentItem: string | null
}

/** What earlier plans left to this one, as far as the row policies let this viewer see it; null for a GIPS 1. */
export async function askCarried(viewer: DossierViewer<Statements>, plan: PlanInView): Promise<CarriedRows | null> {
  if (plan.kind === 'gips1') {
    return null
  }
  const [goals, agreements] = await Promise.all([
    carriedGoals(viewer.tx, { familyId: viewer.familyId, ...plan }),
    agreementsToCarry(viewer, plan),
  ])
  return { goals, ...agreements }
}

/** Everything of earlier plans that this meeting looks back at, of what was asked. */
export async function carriedOver(
  viewer: DossierViewer<Statements>,
  plan: PlanInView,
  rows: CarriedRows | null,
  { round, ...table }: AtTable,
): Promise<CarriedOver> {
  if (!rows) {
    return { reviews: [], agreements: [], evaluation: null, goals: [], isSettled: plan.version > 0 }
  }
  const { goals } = rows
  return {
    reviews: reviewsOf(goals, round),
    agreements: carriedAgreements(viewer.today, plan, goals, rows),
    evaluation: await evaluationAtTable(viewer, plan, goals, table),
    goals: servedBy(table.agreements, goals),
    isSettled: plan.version > 0,
  }
}

function servedBy(agreements: readonly AgreementView[], { standing }: CarriedGoals): CarriedOver['goals'] {
  const served = new Set(agreements.flatMap(({ goalIds }) => goalIds))
  return standing.filter(({ id }) => served.has(id)).map(({ id, text }) => ({ id, text }))
}

function reviewsOf({ toReview }: CarriedGoals, round: RoundView): ReviewView[] {
  const scores = meansOf(round)
  return inReviewOrder(toReview, scores).map((goal) => {
    const { result = null, remark = '', closes = false, version = 0 } = goal.review ?? {}
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

function common({ text, plan, about, aboutMemberId }: CarriedGoal) {
  return { text, meeting: meetingTitle(plan.kind, plan.ordinal), about, aboutMemberId }
}
