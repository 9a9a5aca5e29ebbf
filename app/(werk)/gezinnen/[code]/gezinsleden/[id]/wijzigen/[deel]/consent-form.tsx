import { ActionForm } from '@/components/forms/action-form'
import { FormRadioGroup, FormSelect, FormText, FormTextArea } from '@/components/forms/form-fields'
import { SubmitButton } from '@/components/ui/submit-button'
import { CONSENT_STATES, choices } from '@/lib/domain/people-words'
import { formatDate } from '@/lib/domain/plain-date'
import { saveConsent } from '../../../actions'
import type { PartFormProps } from './part-form'
import { RecordedLines } from './recorded-lines'

/** How it stands with consent; what was decided before stays. */
export function ConsentForm({ desk: { member, documents }, hidden }: PartFormProps) {
  const lines = member.consents.map(({ id, state, decidedOn, scope }) => ({
    id,
    name: state,
    text: `${state}, ${formatDate(decidedOn)}: ${scope}`,
  }))
  return (
    <>
      <RecordedLines what={null} lines={lines} hidden={hidden} />
      <h2 className="mb-4">Toestemming vastleggen</h2>
      <ActionForm action={saveConsent} hidden={hidden} label="Toestemming">
        <FormRadioGroup name="state" legend="Hoe staat het ermee?" options={choices(CONSENT_STATES)} />
        <FormText name="decidedOn" type="date" label="Op welke dag" width="medium" />
        <FormTextArea name="scope" label="Waarvoor" hint="Bijvoorbeeld: wie welke informatie met wie deelt." rows={3} />
        {documents.length > 0 && (
          <FormSelect
            name="documentId"
            label="Formulier"
            hint="Het formulier zelf voegt u toe bij Documenten."
            optional
            placeholder="Geen formulier"
            options={documents.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </>
  )
}
