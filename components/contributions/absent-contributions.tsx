import { Card } from '@/components/ui/card'
import type { ContributionView } from '@/lib/domain/absent-contribution'
import { ContributionField } from './contribution-field'

type AbsentContributionsProps = { contributions: readonly ContributionView[]; address: string }

/** At the table: what was given along by who is not there, apart from what is said. */
export function AbsentContributions({ contributions, address }: AbsentContributionsProps) {
  if (contributions.length === 0) {
    return null
  }
  return (
    <Card title="Van wie er niet bij kan zijn" id="meegegeven" className="scroll-mt-4">
      <div className="space-y-6">
        <p className="max-w-prose text-ink-soft">
          Dit is vooraf meegegeven. Lees het voor bij het deel waar het bij hoort. Cijfers tellen niet mee in het
          gemiddelde.
        </p>
        {contributions.map((contribution) => (
          <ContributionField key={contribution.id} contribution={contribution} address={address} />
        ))}
      </div>
    </Card>
  )
}
