import { AnswerGuard } from '@/components/answers/answer-guard'
import { ContributionField } from '@/components/contributions/contribution-field'
import { OwnContribution } from '@/components/contributions/own-contribution'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { ContributionView } from '@/lib/domain/absent-contribution'

type ContributionPartProps = { contributions: readonly ContributionView[]; personId: string; address: string }

/** Before the meeting: what an invited professional gives along, by themselves or in the case director's hand. */
export function ContributionPart({ contributions, personId, address }: ContributionPartProps) {
  const open = contributions.filter(({ mayWrite }) => mayWrite)
  const own = open.find(({ respondent }) => respondent.id === personId)
  if (open.length === 0) {
    return null
  }
  return (
    <div className="mb-12 print:hidden">
      <AnswerGuard />
      {own ? (
        <OwnContribution contribution={own} address={address} />
      ) : (
        <Card title="Kan iemand er niet bij zijn?" id="meegeven">
          <p className="max-w-prose pb-2">
            Een professional schrijft zelf op wat hij of zij wil meegeven, of u typt het hier in. Het staat apart in het
            plan.
          </p>
          {open.map((contribution) => (
            <Disclosure key={contribution.id} summary={<Who contribution={contribution} />}>
              <ContributionField contribution={contribution} address={address} label="Wat is meegegeven?" />
            </Disclosure>
          ))}
        </Card>
      )}
    </div>
  )
}

function Who({ contribution: { name, text } }: { contribution: ContributionView }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      {name} {text.trim() !== '' && <Badge tone="success">gaf iets mee</Badge>}
    </span>
  )
}
