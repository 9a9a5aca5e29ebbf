import { playsAPart } from '@/lib/domain/risk-assessment'
import { isRiskKey } from '@/lib/domain/risk-forms'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { demandConcernOfPlan } from './concerns'
import type { PlanInView } from './plans'

/** What a TOP-3 or a goal is about as its row keeps it: a concern by its id, or a risk factor by its key. */
export function choiceColumns(choice: string | null): { concernId: string | null; riskFactor: string | null } {
  const isRisk = choice !== null && isRiskKey(choice)
  return { concernId: isRisk ? null : choice, riskFactor: isRisk ? choice : null }
}

/** The other way round: the concern's id, or the risk factor's key. */
export function choiceOf({ concernId, riskFactor }: { concernId: string | null; riskFactor: string | null }) {
  return concernId ?? riskFactor
}

/**
 * Whom the concern or risk factor of this plan is about, for a choice or a goal that rests on it. Throws a UserError at
 * the field for a concern that is not there (any more) and for a risk factor that plays no part here.
 */
export async function demandChoice(
  viewer: DossierViewer,
  plan: PlanInView,
  choice: string,
  field: string,
): Promise<{ aboutMemberId: string | null }> {
  if (!isRiskKey(choice)) {
    return demandConcernOfPlan(viewer, plan, choice, field)
  }
  const { tx, familyId } = viewer
  const rating = await tx.riskFactorRating.findFirst({
    where: { familyId, planId: plan.id, factor: choice },
    select: { presence: true, aboutMemberId: true },
  })
  if (!rating || !playsAPart(rating.presence)) {
    throw new UserError('Dit risico speelt hier volgens de risicotaxatie niet. Kies een ander.', field)
  }
  return rating
}
