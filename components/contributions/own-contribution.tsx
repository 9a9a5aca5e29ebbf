import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { ContributionField, type ContributionFieldProps } from './contribution-field'

/** For an invited professional who cannot be there: one text to give along. Stands on a page with an `AnswerGuard`. */
export function OwnContribution({ contribution, address }: Omit<ContributionFieldProps, 'label'>) {
  return (
    <Card id="meegeven">
      <Disclosure
        summary="Kunt u er niet bij zijn? Geef dan iets mee"
        open={contribution.attendance === 'absent' || contribution.text !== ''}
      >
        <div className="space-y-4">
          <p className="max-w-prose">
            Schrijf op wat u wilt meegeven. Hoe veilig is het volgens u voor ieder gezinslid, van 0 tot 10, en waarom?
            Wat is er nodig voor één punt meer? En wat moeten de anderen nog weten?
          </p>
          <p className="max-w-prose text-ink-soft">
            Uw tekst wordt tijdens het overleg gelezen en komt apart in het plan te staan. Cijfers in uw tekst tellen
            niet mee in het gemiddelde. Bent u er toch bij? Dan vertelt u het zelf.
          </p>
          <ContributionField contribution={contribution} address={address} label="Wat wilt u meegeven?" />
        </div>
      </Disclosure>
    </Card>
  )
}
