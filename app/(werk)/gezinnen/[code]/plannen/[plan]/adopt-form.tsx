import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { SubmitButton } from '@/components/ui/submit-button'
import { adopt } from './actions'

type AdoptFormProps = { hidden: Record<string, string>; version: number; mayGoOn: boolean }

/** Makes the plan definitive; a new version says why it is there. */
export function AdoptForm({ hidden, version, mayGoOn }: AdoptFormProps) {
  if (!mayGoOn) {
    return null
  }
  return (
    <ActionForm action={adopt} hidden={{ ...hidden, version: String(version) }} className="mt-4 space-y-4">
      <p className="max-w-prose">
        Het plan ligt daarna vast. De afspraken gaan in, en iedereen in het team en in het gezin krijgt bericht.
      </p>
      {version > 0 && <FormTextArea name="reason" label="Waarom is het plan herzien?" rows={2} required />}
      <SubmitButton>Maak het plan definitief</SubmitButton>
    </ActionForm>
  )
}
