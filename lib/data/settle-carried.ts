import type { Tx } from '@/lib/db'
import type { Plan } from '@/prisma/generated/client'

interface Settling {
  adoptedById: string
  adoptedAt: Date
}

/**
 * Lets take effect what a meeting decided about goals and agreements of earlier plans, once its plan is adopted for the
 * first time: goals that are done with close, agreements that changed or ended are dropped, each with the reason that was
 * given. Whatever was not decided stays in force.
 */
export async function settleCarried(tx: Tx, plan: Plan, { adoptedById, adoptedAt }: Settling): Promise<void> {
  if (plan.version > 0) {
    return
  }
  const { familyId, id: planId } = plan
  const inPlan = { familyId, planId }
  const reviews = await tx.goalReview.findMany({ where: { ...inPlan, closes: true } })
  const verdicts = await tx.goalVerdict.findMany({ where: { ...inPlan, closes: true } })
  for (const { goalId, closedReason } of [
    ...reviews.map(({ goalId, remark }) => ({ goalId, closedReason: remark })),
    ...verdicts.map(({ goalId, reason }) => ({ goalId, closedReason: reason })),
  ]) {
    await tx.goal.updateMany({
      where: { familyId, id: goalId, closedAt: null },
      data: { closedAt: adoptedAt, closedReason, closedById: adoptedById },
    })
  }
  const ended = await tx.carriedAgreement.findMany({ where: { ...inPlan, decision: { in: ['changed', 'dropped'] } } })
  for (const { agreementId, reason } of ended) {
    await tx.agreement.updateMany({
      where: { familyId, id: agreementId, inForceAt: { not: null }, droppedAt: null },
      data: { droppedAt: adoptedAt, droppedReason: reason },
    })
  }
}
