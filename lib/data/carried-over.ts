import { inReviewOrder, isUnderSix } from '@/lib/domain/carried-goals'
import type { CarriedOver, ReviewView } from '@/lib/domain/carried-views'
import type { GoalView, RoundView, SeatView } from '@/lib/domain/meeting-view'
import { meetingTitle } from '@/lib/domain/plan-state'
import { memberScore } from '@/lib/domain/safety'
import { scoresThatCount } from '@/lib/domain/score-round'
import type { DossierViewer } from '@/lib/gate'
import { carriedAgreements } from './carried-agreement-views'
import { type CarriedGoal, type CarriedGoals, carriedGoals } from './carried-rows'
import { evaluationAtTable } from './evaluations'
import type { PlanInView } from './plans'

/** Everything of earlier plans that this meeting looks back at, as far as the row policies let this viewer see it. */
export async function carriedOver(
  viewer: DossierViewer,
  plan: PlanInView,
  { seats, round, goals: made }: { seats: readonly SeatView[]; round: RoundView; goals: readonly GoalView[] },
): Promise<CarriedOver> {
  if (plan.kind === 'gips1') {
    return { reviews: [], agreements: [], evaluation: null, goals: [], isSettled: plan.version > 0 }
  }
  const goals = await carriedGoals(viewer.tx, { familyId: viewer.familyId, ...plan })
  return {
    reviews: reviewsOf(goals, round),
    agreements: await carriedAgreements(viewer, plan, goals),
    evaluation: await evaluationAtTable(viewer, plan, goals, { seats, made }),
    goals: goals.standing.map(({ id, text }) => ({ id, text })),
    isSettled: plan.version > 0,
  }
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
