import type { MemberView } from '@/lib/domain/meeting-view'
import { playsAPart, type RiskView } from '@/lib/domain/risk-assessment'
import { RiskBadges } from './risk-badges'
import { riskFieldId } from './risk-row'

type RiskReadingProps = { risk: RiskView; members: readonly MemberView[] }

/** One risk factor as it was judged so far, to read. */
export function RiskReading({ risk, members }: RiskReadingProps) {
  const { name, presence, facts } = risk
  const about = risk.childId === null ? members.find(({ id }) => id === risk.aboutMemberId)?.name : undefined
  return (
    <div id={riskFieldId(risk.key)} className="max-w-prose scroll-mt-4 space-y-1 py-3">
      <p className={playsAPart(presence) ? 'font-semibold' : undefined}>
        {name}
        {about && `: ${about}`}
      </p>
      <RiskBadges risk={risk} />
      {facts.trim() !== '' && (
        <p className="break-words whitespace-pre-wrap" dir="auto">
          {facts}
        </p>
      )}
    </div>
  )
}
