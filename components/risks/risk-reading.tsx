import type { MemberView } from '@/lib/domain/meeting-view'
import type { RiskView } from '@/lib/domain/risk-assessment'
import { riskFieldId } from './risk-row'
import { RiskSummary } from './risk-summary'

type RiskReadingProps = { risk: RiskView; members: readonly MemberView[] }

/** One risk factor as it was judged so far, for who does not write it. */
export function RiskReading({ risk, members }: RiskReadingProps) {
  const about = risk.childId === null ? members.find(({ id }) => id === risk.aboutMemberId) : undefined
  return (
    <div id={riskFieldId(risk.key)} className="max-w-prose scroll-mt-4 space-y-1 py-3">
      <RiskSummary risk={risk} name={risk.name} member={about?.name ?? null} facts={risk.facts} />
    </div>
  )
}
