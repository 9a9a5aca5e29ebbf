import type { Agenda } from '@/lib/domain/agendas/agenda'
import type { SnapshotRisk } from '@/lib/domain/missing/snapshot'
import { asksRiskAssessment, riskPlaces } from '@/lib/domain/risk-assessment'
import type { PlanContent } from './plan-content'

/** The whole risk assessment of a plan that asks for one, for a family with these children. */
export function snapshotRisks(
  agenda: Agenda,
  { risks }: PlanContent,
  members: readonly { id: string; name: string; isChild: boolean }[],
): SnapshotRisk[] {
  if (!asksRiskAssessment(agenda)) {
    return []
  }
  return riskPlaces(members.filter(({ isChild }) => isChild)).map(({ key, name }) => {
    const rating = risks.find(({ factor }) => factor === key)
    return {
      key,
      name,
      presence: rating?.presence ?? null,
      facts: rating?.facts ?? '',
      isCrucial: rating?.isCrucial ?? false,
      isChangeable: rating?.isChangeable ?? false,
    }
  })
}
