import type { Tx } from '@/lib/db'
import { CONTRIBUTION } from '@/lib/domain/absent-contribution'
import type { Answer, Plan, Prisma } from '@/prisma/generated/client'
import { subjectsOf } from './recovery-subjects'

const ofEarlierPlan = {
  include: { plan: { select: { kind: true, ordinal: true } } },
} as const satisfies Prisma.GoalReviewInclude['goal']
const withKind = { select: { goal: { select: { kind: true } } } } as const satisfies Prisma.Agreement$agreementGoalsArgs

export type NameOf = (id: string | null) => string | null

/** Everything that stands in one plan, and the names of everyone it may speak of. */
export type PlanContent = Awaited<ReturnType<typeof loadPlanContent>>

/** Reads a plan's live rows in the order in which they are shown; the row policies leave out what is shielded. */
export async function loadPlanContent(tx: Tx, plan: Plan, nameOf: NameOf) {
  const { familyId, id: planId } = plan
  const where = { familyId, planId }
  return {
    plan,
    nameOf,
    subjects: await subjectsOf({ tx, familyId }, plan),
    answers: await withoutWhoWasThere(tx, plan, await tx.answer.findMany({ where, orderBy: { id: 'asc' } })),
    assessment: await assessmentThatCounts(tx, where),
    concerns: await tx.concern.findMany({ where: { ...where, removedAt: null }, orderBy: { position: 'asc' } }),
    choices: await tx.topThreeChoice.findMany({
      where: { ...where, isDraft: false },
      orderBy: [{ personId: 'asc' }, { rank: 'asc' }],
    }),
    decisions: await tx.topThreeDecision.findMany({ where, orderBy: { rank: 'asc' } }),
    risks: await tx.riskFactorRating.findMany({ where, orderBy: { id: 'asc' } }),
    goals: await tx.goal.findMany({ where, orderBy: { position: 'asc' } }),
    agreements: await tx.agreement.findMany({
      where: { ...where, droppedAt: null },
      include: { agreementDoers: { orderBy: { id: 'asc' } }, agreementGoals: true },
      orderBy: { position: 'asc' },
    }),
    reviews: await tx.goalReview.findMany({ where, include: { goal: ofEarlierPlan }, orderBy: { id: 'asc' } }),
    verdicts: await tx.goalVerdict.findMany({ where, include: { goal: ofEarlierPlan } }),
    evaluations: await tx.goalEvaluation.findMany({ where, include: { goal: ofEarlierPlan }, orderBy: { id: 'asc' } }),
    carried: await tx.carriedAgreement.findMany({
      where,
      include: {
        agreement: { include: { agreementDoers: { orderBy: { id: 'asc' } }, agreementGoals: withKind, plan: true } },
      },
    }),
    /** Whose words are their own. */
    children: await childrenOf(tx, familyId),
    responses: await tx.planResponse.findMany({ where, orderBy: { id: 'asc' } }),
    /** GIPS 5: the year after it. */
    futurePlan: plan.kind === 'gips5' ? await tx.futurePlan.findFirst({ where }) : null,
    proposals: await tx.proposal.findMany({ where, include: { response: true }, orderBy: { id: 'asc' } }),
  }
}

async function childrenOf(tx: Tx, familyId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.familyMember.findMany({
    where: { familyId, kind: { in: ['child', 'unborn'] } },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}

/** Without the scores of professionals who were marked absent: the plan is of those who were there. */
async function assessmentThatCounts(tx: Tx, where: { familyId: string; planId: string }) {
  const away = await tx.$queryRaw<{ id: string }[]>`select id from away_scores() as a (id)`
  const safetyScores = { where: { id: { notIn: away.map(({ id }) => id) } }, orderBy: { id: 'asc' } } as const
  return tx.safetyAssessment.findFirst({ where, include: { safetyScores } })
}

/** Who came after all speaks at the table: what they had given along is no part of the plan. */
async function withoutWhoWasThere(tx: Tx, { familyId, id: planId }: Plan, answers: Answer[]): Promise<Answer[]> {
  if (!answers.some(({ itemKey }) => itemKey === CONTRIBUTION.key)) {
    return answers
  }
  const present = await tx.participant.findMany({
    where: { familyId, meeting: { planId }, attendance: 'present' },
    select: { personId: true },
  })
  const isThere = (id: string | null) => present.some(({ personId }) => personId === id)
  return answers.filter(
    ({ itemKey, respondentPersonId }) => itemKey !== CONTRIBUTION.key || !isThere(respondentPersonId),
  )
}
