import { classNames } from '@/components/ui/class-names'
import { playsAPart, type RatedRisk } from '@/lib/domain/risk-assessment'
import { RiskBadges } from './risk-badges'

type RiskSummaryProps = {
  risk: Omit<RatedRisk, 'key'>
  name: string
  /** Whom it is about, where that does not stand in its name. */
  member: string | null
  facts: string
}

/** One risk factor to read: its name, what was said of it and the facts. What plays no part takes a single line. */
export function RiskSummary({ risk, name, member, facts }: RiskSummaryProps) {
  const isShort = !playsAPart(risk.presence)
  return (
    <>
      <div
        className={classNames(isShort ? 'flex flex-wrap items-center justify-between gap-x-4 gap-y-1' : 'space-y-1')}
      >
        <p className={isShort ? undefined : 'font-semibold'}>
          {name}
          {member && `: ${member}`}
        </p>
        <RiskBadges risk={risk} />
      </div>
      {facts.trim() !== '' && (
        <p className="break-words whitespace-pre-wrap" dir="auto">
          {facts}
        </p>
      )}
    </>
  )
}
