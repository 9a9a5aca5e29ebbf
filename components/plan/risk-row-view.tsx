import { RiskSummary } from '@/components/risks/risk-summary'
import type { PlanRowContent } from '@/lib/domain/plan-document'

/** One risk factor in a plan. */
export function RiskRowView({ risk }: { risk: Extract<PlanRowContent, { kind: 'riskFactor' }> }) {
  return (
    <div className="max-w-prose space-y-1 border-s-4 border-line ps-4">
      <RiskSummary risk={risk} name={risk.factor} member={risk.member} facts={risk.facts} />
    </div>
  )
}
