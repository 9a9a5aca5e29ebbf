import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { ButtonRow } from '@/components/ui/button-row'
import { SubmitButton } from '@/components/ui/submit-button'
import type { OwnInvitation } from '@/lib/domain/meeting-invitation'
import { answer } from './actions'

type AnswerFormProps = { hidden: Record<string, string>; invitation: OwnInvitation }

/** Coming or not, by one of two buttons; why not may be said along. */
export function AnswerForm({ hidden, invitation }: AnswerFormProps) {
  return (
    <ActionForm action={answer} hidden={hidden} label="Komt u?" className="max-w-prose space-y-6">
      <FormTextArea
        name="reason"
        label="Kunt u niet? Zeg hier waarom"
        hint="Alleen de casusregisseur en de GIPSmeester lezen dit."
        optional
        rows={2}
        defaultValue={invitation.reason}
      />
      <ButtonRow>
        <SubmitButton name="answer" value="accepted">
          Ik kom
        </SubmitButton>
        <SubmitButton name="answer" value="declined" variant="secondary">
          Ik kom niet
        </SubmitButton>
      </ButtonRow>
    </ActionForm>
  )
}
