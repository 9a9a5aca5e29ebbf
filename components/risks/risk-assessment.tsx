import { SaveBar } from '@/components/meeting/save-bar'
import type { MemberView } from '@/lib/domain/meeting-view'
import type { RiskView } from '@/lib/domain/risk-assessment'
import { RiskFactorField } from './risk-factor-field'
import { RiskReading } from './risk-reading'
import { StillUnrated } from './still-unrated'

type RiskAssessmentProps = {
  code: string
  slug: string
  risks: readonly RiskView[]
  members: readonly MemberView[]
  mayWrite: boolean
  /** The page has no line of its own that tells how all rows stand. */
  hasSaveBar?: boolean
}

/** The risk assessment, group by group: to fill in, or to read. */
export function RiskAssessment({ risks, members, mayWrite, hasSaveBar = false, ...place }: RiskAssessmentProps) {
  return (
    <div className="space-y-8">
      {mayWrite && hasSaveBar && <SaveBar />}
      {[...Map.groupBy(risks, ({ group }) => group)].map(([group, ofGroup]) => (
        <section key={group} aria-label={group}>
          <h4 className="border-b border-line-strong pb-1 font-semibold text-brand">{group}</h4>
          <div className="divide-y divide-line">
            {ofGroup.map((risk) =>
              mayWrite ? (
                <RiskFactorField key={risk.id} {...place} risk={risk} members={members} />
              ) : (
                <RiskReading key={risk.id} risk={risk} members={members} />
              ),
            )}
          </div>
        </section>
      ))}
      {mayWrite && <StillUnrated risks={risks} />}
    </div>
  )
}
