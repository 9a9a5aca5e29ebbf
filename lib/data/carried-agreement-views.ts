import { type AgreementItem, groupAgreements } from '@/lib/domain/agreement-item'
import { isCarriedAgreement } from '@/lib/domain/carried-goals'
import type { CarriedAgreementView } from '@/lib/domain/carried-views'
import type { PlainDate } from '@/lib/domain/plain-date'
import { tickName } from '@/lib/domain/tick-state'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { agreementsInDossier } from './agreements'
import type { CarriedGoals } from './carried-rows'
import type { PlanInView } from './plans'

type Decided = Pick<CarriedAgreementView, 'decision' | 'reason' | 'version'> & { agreementId: string }

export interface AgreementsToCarry {
  agreements: AgreementItem[]
  decided: Decided[]
}

/** What is in force in this dossier, and what this plan's meeting decided about it. */
export async function agreementsToCarry(
  viewer: DossierViewer<Statements>,
  { id: planId }: PlanInView,
): Promise<AgreementsToCarry> {
  const [agreements, decided] = await Promise.all([
    agreementsInDossier(viewer),
    viewer.tx.$queryRaw<Decided[]>`
      select agreement_id as "agreementId", decision, reason, version
      from carried_agreement
      where family_id = ${viewer.familyId}::uuid and plan_id = ${planId}::uuid`,
  ])
  return { agreements, decided }
}

/** Agreements of earlier plans that are not done, the most urgent first, with what was decided about them. */
export function carriedAgreements(
  today: PlainDate,
  plan: PlanInView,
  { standing, toReview }: CarriedGoals,
  { agreements, decided }: AgreementsToCarry,
): CarriedAgreementView[] {
  const groups = groupAgreements(agreements, today)
  const open = [groups.overdue, groups.soon, groups.later].flat().filter((each) => isCarriedAgreement(each, plan))
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
