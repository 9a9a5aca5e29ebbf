import { Badge } from '@/components/ui/badge'
import type { MemberView } from '@/lib/domain/meeting-view'
import { playsAPart, presenceWords, type RiskView } from '@/lib/domain/risk-assessment'
import { riskFieldId } from './risk-row'

type RiskReadingProps = { risk: RiskView; members: readonly MemberView[] }

/** One risk factor as it was judged so far, to read. */
export function RiskReading({ risk, members }: RiskReadingProps) {
  const { name, presence, facts, isCrucial, isChangeable } = risk
  const about = risk.childId === null ? members.find(({ id }) => id === risk.aboutMemberId)?.name : undefined
  return (
    <div id={riskFieldId(risk.key)} className="max-w-prose scroll-mt-4 py-3">
      <p className={playsAPart(presence) ? 'font-semibold' : undefined}>
        {name}
        {about && `: ${about}`}
      </p>
      <p className="flex flex-wrap items-center gap-2 py-1">
        {presence === null ? (
          <span className="text-ink-soft">Nog niet ingevuld</span>
        ) : (
          <Badge tone={playsAPart(presence) ? 'warning' : 'neutral'}>{presenceWords(presence)}</Badge>
        )}
        {isCrucial && <Badge tone="danger">maakt het echt onveilig</Badge>}
        {isChangeable && <Badge tone="brand">kunnen we veranderen</Badge>}
      </p>
      {facts.trim() !== '' && (
        <p className="break-words whitespace-pre-wrap" dir="auto">
          {facts}
        </p>
      )}
    </div>
  )
}
