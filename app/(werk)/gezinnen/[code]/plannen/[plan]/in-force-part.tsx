import { ActionForm } from '@/components/forms/action-form'
import { FormCheckboxGroup, FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import type { AgreementsOnDesk, DeskAgreement } from '@/lib/domain/agreement-in-force'
import { closeAgreementInForce, putAgreementsInForce } from './actions'

type InForcePartProps = { hidden: Record<string, string>; agreements: AgreementsOnDesk }

/** Safety does not wait for the last signature: agreements that can go in force now, and those that already are. */
export function InForcePart({ hidden, agreements }: InForcePartProps) {
  const { waiting, inForce } = agreements
  if (waiting.length + inForce.length === 0) {
    return null
  }
  return (
    <Card title="Welke afspraken gelden al?" id="nu-al-ingaan">
      <ActionForm action={putAgreementsInForce} hidden={hidden} label="Afspraken nu laten ingaan" className="space-y-4">
        {waiting.length > 0 && <Waiting agreements={agreements} />}
      </ActionForm>
      {inForce.length > 0 && (
        <Disclosure
          summary={
            inForce.length === 1 ? 'Eén afspraak is al van kracht' : `${inForce.length} afspraken zijn al van kracht`
          }
        >
          <p className="max-w-prose">
            Deze afspraken veranderen niet meer. Moet het anders? Sluit de afspraak af en maak bij het overleg een
            nieuwe.
          </p>
          {inForce.map((agreement) => (
            <CloseForm key={agreement.id} hidden={hidden} agreement={agreement} />
          ))}
        </Disclosure>
      )}
    </Card>
  )
}

function Waiting({ agreements: { waiting, mailed, toTell } }: Pick<InForcePartProps, 'agreements'>) {
  const ready = waiting.filter(({ lacks }) => lacks === null)
  return (
    <>
      <FormCheckboxGroup
        name="agreements"
        legend="Welke afspraken gaan nu al in?"
        hint="U hoeft niet te wachten tot het plan definitief is. Dit zijn de afspraken bij een veiligheidsdoel."
        options={waiting.map((agreement) => ({
          value: looked(agreement),
          label: agreement.text || 'Afspraak zonder tekst',
          hint: agreement.lacks ?? `${agreement.doers}: ${agreement.when}`,
          disabled: agreement.lacks !== null,
        }))}
        defaultValues={ready.map(looked)}
      />
      {mailed.length > 0 && <p className="max-w-prose">Een bericht krijgen: {mailed.join(', ')}.</p>}
      {toTell.length > 0 && (
        <p className="max-w-prose">
          Vertel het zelf aan: {toTell.join(', ')}. Naar hen kan geen bericht: er is geen account, geen veilig
          e-mailadres, of zij mogen de afspraak niet zien.
        </p>
      )}
      {ready.length > 0 && <SubmitButton>Laat deze afspraken nu ingaan</SubmitButton>}
    </>
  )
}

function CloseForm({ hidden, agreement }: { hidden: Record<string, string>; agreement: DeskAgreement }) {
  const { id, text, doers, when } = agreement
  return (
    <Disclosure summary={<span className="min-w-0 break-words">{text}</span>}>
      <ActionForm
        action={closeAgreementInForce}
        hidden={{ ...hidden, agreementId: id }}
        label={`Sluit af: ${text}`}
        className="space-y-4"
      >
        <p className="max-w-prose text-ink-soft">
          {doers}: {when}
        </p>
        <FormTextArea id={`sluiten-${id}`} name="reason" label="Waarom geldt deze afspraak niet meer?" rows={2} />
        <SubmitButton variant="secondary">Sluit deze afspraak af</SubmitButton>
      </ActionForm>
    </Disclosure>
  )
}

function looked({ id, version }: DeskAgreement): string {
  return `${id}:${version}`
}
