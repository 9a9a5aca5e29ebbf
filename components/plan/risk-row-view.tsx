import { RiskBadges } from '@/components/risks/risk-badges'
import type { PlanRowContent } from '@/lib/domain/plan-document'
import { playsAPart } from '@/lib/domain/risk-assessment'

/** One risk factor in a plan: what plays no part takes no more than a line. */
export function RiskRowView({ risk }: { risk: Extract<PlanRowContent, { kind: 'riskFactor' }> }) {
  const { factor, member, facts, presence } = risk
  return (
    <div className="max-w-prose space-y-1 border-s-4 border-line ps-4">
      <p className={playsAPart(presence) ? 'font-semibold' : undefined}>
        {factor}
        {member && `: ${member}`}
      </p>
      <RiskBadges risk={risk} />
      {facts !== '' && <p className="whitespace-pre-line break-words">{facts}</p>}
    </div>
  )
}
