import { groupAgreements } from '@/lib/domain/agreement-item'
import { isCarriedAgreement } from '@/lib/domain/carried-goals'
import type { CarriedAgreementView } from '@/lib/domain/carried-views'
import { tickName } from '@/lib/domain/tick-state'
import type { DossierViewer } from '@/lib/gate'
import { agreementsInDossier } from './agreements'
import type { CarriedGoals } from './carried-rows'
import type { PlanInView } from './plans'

/** Agreements of earlier plans that are not done, the most urgent first, with what was decided about them. */
export async function carriedAgreements(
  viewer: DossierViewer,
  plan: PlanInView,
  { standing, toReview }: CarriedGoals,
): Promise<CarriedAgreementView[]> {
  const groups = groupAgreements(await agreementsInDossier(viewer), viewer.today)
  const open = [groups.overdue, groups.soon, groups.later].flat().filter((each) => isCarriedAgreement(each, plan))
  if (open.length === 0) {
    return []
  }
  const decided = await viewer.tx.carriedAgreement.findMany({
    where: { familyId: viewer.familyId, planId: plan.id },
    select: { agreementId: true, decision: true, reason: true, version: true },
  })
  const safety = new Set([...standing, ...toReview].filter(({ kind }) => kind === 'safety').map(({ id }) => id))
  return open.map(({ id, text, meeting, doers, byEveryone, goals, when, urgency, lastTick }) => {
    const { decision = null, reason = '', version = 0 } = decided.find(({ agreementId }) => agreementId === id) ?? {}
    const said = lastTick && `${tickName(lastTick.state)}${lastTick.remark ? `: ${lastTick.remark}` : ''}`
    return {
      id,
      text,
      meeting,
      doers: [...(byEveryone ? ['iedereen'] : []), ...doers.map(({ name }) => name)].join(', '),
      when,
      standing: [urgency, said].filter(Boolean).join(' · ') || null,
      goals: goals.map((goal) => goal.text),
      isForSafety: goals.some((goal) => safety.has(goal.id)),
      decision,
      reason,
      version,
    }
  })
}
