import { plainDateIn } from '@/lib/dates'
import type { AgreementItem } from '@/lib/domain/agreement-item'
import { type GoalFindings, goalStanding } from '@/lib/domain/dashboard-goals'
import type { GoalLine } from '@/lib/domain/people-views'
import { GOAL_KINDS } from '@/lib/domain/people-words'
import type { DossierViewer } from '@/lib/gate'
import type { Prisma } from '@/prisma/generated/client'

const oldestFirst = [{ plan: { kind: 'asc' as const } }, { plan: { ordinal: 'asc' as const } }]
const inAdopted = { where: { plan: { version: { gt: 0 } } }, orderBy: oldestFirst }

const withFindings = {
  goalEvaluations: { ...inAdopted, select: { planId: true as const, percent: true as const } },
  goalReviews: { ...inAdopted, select: { planId: true as const, result: true as const } },
  goalVerdicts: { ...inAdopted, select: { planId: true as const, isGoodEnough: true as const } },
} satisfies Prisma.GoalSelect

type Found = Prisma.GoalGetPayload<{ select: typeof withFindings & { closedAt: true } }>

/**
 * The goals in force that are worked on with or for a member: about them, done by them, or of the whole family; per goal
 * who agreed what. Agreements of the member that serve none of these goals do not stand here. Own goals come first.
 */
export async function goalsOfMember(
  { tx, familyId, familyState }: DossierViewer,
  memberId: string,
  agreements: readonly AgreementItem[],
): Promise<GoalLine[]> {
  const goals = await tx.goal.findMany({
    where: { familyId, adoptedAt: { not: null } },
    select: {
      id: true,
      text: true,
      kind: true,
      aboutMemberId: true,
      closedAt: true,
      ...withFindings,
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return goals
    .map(({ id, text, kind, aboutMemberId, ...goal }) => {
      const serving = agreements.filter((agreement) => agreement.goals.some((goal) => goal.id === id))
      const isDoer = serving.some(({ doers }) => doers.some((doer) => doer.id === memberId))
      return {
        aboutMemberId,
        line: {
          id,
          text,
          kind: GOAL_KINDS[kind],
          standing: goalStanding(findingsIn(goal), familyState),
          isOwn: aboutMemberId === memberId || isDoer,
          agreements: serving,
        },
      }
    })
    .filter(({ aboutMemberId, line }) => line.isOwn || aboutMemberId === null)
    .map(({ line }) => line)
    .sort((first, second) => Number(second.isOwn) - Number(first.isOwn))
}

/** What adopted plans found of a goal, as the rules of the dashboard take it. */
function findingsIn({ closedAt, goalEvaluations, goalReviews, goalVerdicts }: Found): GoalFindings {
  return {
    closedOn: closedAt && plainDateIn(closedAt),
    evaluations: goalEvaluations.flatMap(({ planId, percent }) => (percent === null ? [] : [{ planId, percent }])),
    reviews: goalReviews.flatMap(({ planId, result }) => (result === null ? [] : [{ planId, result }])),
    verdicts: goalVerdicts.flatMap(({ planId, isGoodEnough }) =>
      isGoodEnough === null ? [] : [{ planId, isGoodEnough }],
    ),
  }
}
