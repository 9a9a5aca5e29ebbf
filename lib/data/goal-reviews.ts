import { v5 } from 'uuid'
import type { SaveReview } from '@/lib/domain/carried-forms'
import { goalsToReview } from '@/lib/domain/carried-goals'
import type { RowSaved } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { goalOfPlan } from './carried-rows'
import type { PlanInView } from './plans'
import { demandUnsettled, keepRow } from './versioned-row'

export type ReviewValue = Pick<SaveReview, 'result' | 'remark' | 'closes'>

const NOT_OPEN = 'Dit veiligheidsdoel staat niet (meer) open. Ververs de pagina.'

/**
 * Keeps what a meeting finds of one open safety goal: reached, partly or not, why, and whether it may be closed. It closes
 * nothing: that happens when the case director adopts the plan. Throws a UserError for a goal that is not under review.
 */
export async function saveReview(
  viewer: DossierViewer,
  plan: PlanInView,
  goalId: string,
  { base, after, ...value }: SaveReview,
): Promise<RowSaved<ReviewValue>> {
  demand(viewer, 'meeting.write', plan.facts)
  demandUnsettled(plan)
  const { tx, familyId, personId } = viewer
  const goal = await goalOfPlan(tx, familyId, goalId)
  if (!goal || goalsToReview([goal], plan).length === 0) {
    throw new UserError(NOT_OPEN)
  }
  const key = { familyId, goalId, planId: plan.id }
  return keepRow(
    viewer,
    plan,
    { base, value, after },
    {
      line: { right: 'meeting.write', subject: `review of goal ${goalId}` },
      start: () =>
        tx.goalReview.createMany({ data: { ...key, id: v5(`review ${goalId}`, plan.id) }, skipDuplicates: true }),
      lock: async () => {
        await tx.$queryRaw`select 1 from goal_review
          where family_id = ${familyId}::uuid and goal_id = ${goalId}::uuid and plan_id = ${plan.id}::uuid for update`
        const row = await tx.goalReview.findFirst({ where: key })
        return row && { ...row, value: { result: row.result, remark: row.remark, closes: row.closes } }
      },
      overwrite: (id, version) =>
        tx.goalReview.updateMany({
          where: { familyId, id, version },
          data: { ...value, version: version + 1, authorPersonId: personId },
        }),
    },
  )
}
