import { ActionForm } from '@/components/forms/action-form'
import { SureCheckbox } from '@/components/people/sure-checkbox'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { formatDate, type PlainDate } from '@/lib/domain/plain-date'
import { accept } from './actions'

/** What professionals keep to when they share information about a family, and whether that was accepted. */
export function GuidelineCard({ acceptedOn }: { acceptedOn: PlainDate | null }) {
  return (
    <Card title="Afspraken over informatie delen" id="richtlijn">
      {acceptedOn ? (
        <>
          <Notice tone="success">
            <p>U ging hiermee akkoord op {formatDate(acceptedOn)}.</p>
          </Notice>
          <div className="mt-4">
            <Disclosure summary="Lees ze nog eens">
              <Guideline />
            </Disclosure>
          </div>
        </>
      ) : (
        <div className="space-y-4">
          <Guideline />
          <ActionForm action={accept} className="space-y-4" label="Akkoord">
            <SureCheckbox name="accepted" label="Ik heb dit gelezen en houd mij eraan" />
            <SubmitButton>Ga akkoord</SubmitButton>
          </ActionForm>
        </div>
      )}
    </Card>
  )
}

function Guideline() {
  return (
    <ul className="list-disc space-y-2 ps-5">
      <li>Deel alleen wat nodig is om dit gezin veilig te maken.</li>
      <li>Vertel het gezin wat u deelt en waarom. Kan dat niet, leg dan vast waarom niet.</li>
      <li>Zeg of iets een feit is, of wat u denkt. Noem waar u het vandaan hebt.</li>
      <li>
        Wat u hier leest, gaat niet naar anderen. Neem alleen uw eigen afspraken over in het dossier van uw organisatie.
      </li>
      <li>Kijk alleen in het dossier als dat voor uw werk met dit gezin nodig is. Wij bewaren wie er kijkt.</li>
    </ul>
  )
}
