import { ActionForm } from '@/components/forms/action-form'
import { FormSelect } from '@/components/forms/form-fields'
import { SureCheckbox } from '@/components/people/sure-checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { mayOpen } from '@/lib/domain/shield-forms'
import type { ShieldFormProps } from './shield-form'

/** Opens one thing to a family account that does not read it by default. */
export function OpeningForm({ action, code, subject, accounts }: Omit<ShieldFormProps, 'chosen'>) {
  if (!mayOpen(subject.kind) || accounts.length === 0) {
    return null
  }
  return (
    <ActionForm
      action={action}
      hidden={{ dossier: code, subject: subject.kind, subjectId: subject.id ?? '' }}
      label="Openen"
    >
      <FormSelect
        name="personId"
        label="Openen voor"
        placeholder="Kies een account"
        options={accounts.map(({ personId, name }) => ({ value: personId, label: name }))}
        defaultValue=""
      />
      <SureCheckbox name="wasAsked" label="Ik heb het gevraagd aan wie het aangaat, en die vindt het goed" />
      <SubmitButton variant="secondary">Open dit</SubmitButton>
    </ActionForm>
  )
}
