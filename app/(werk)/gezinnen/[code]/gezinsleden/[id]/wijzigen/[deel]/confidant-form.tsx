import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, FormTextArea } from '@/components/forms/form-fields'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveConfidant } from '../../../actions'
import type { PartFormProps } from './part-form'
import { RecordedLines } from './recorded-lines'

/** Whom this member trusts, preferably from the family or its network; or why there is nobody. */
export function ConfidantForm({ desk: { member, adults, network }, hidden }: PartFormProps) {
  const options = [
    ...network.map(({ id, name }) => ({ value: `network:${id}`, label: `${name} (netwerk)` })),
    ...adults.map(({ id, name }) => ({ value: `member:${id}`, label: `${name} (gezin)` })),
    { value: 'none', label: 'Er is niemand' },
  ]
  const lines = member.confidants.map(({ id, name, reason }) => ({
    id,
    name: name ?? 'Er is niemand',
    text: name ?? `Er is niemand. ${reason ?? ''}`,
  }))
  return (
    <>
      <RecordedLines what="confidant" lines={lines} hidden={hidden} />
      <h2 className="mb-4">Vertrouwenspersoon kiezen</h2>
      <ActionForm action={saveConfidant} hidden={hidden} label="Vertrouwenspersoon">
        <FormSelect
          name="confidant"
          label={`Wie is er voor ${member.firstNames}?`}
          hint="Staat deze persoon er niet bij? Voeg die dan eerst toe aan het netwerk."
          placeholder="Kies een persoon"
          options={options}
          defaultValue=""
        />
        <FormTextArea name="reason" label="Niemand? Waarom niet?" optional rows={2} />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </>
  )
}
