import { ActionForm } from '@/components/forms/action-form'
import { FormRadioGroup, FormText, FormTextArea } from '@/components/forms/form-fields'
import { PartCard } from '@/components/intake/part-card'
import { SubmitButton } from '@/components/ui/submit-button'
import { YES_OR_NO } from '@/lib/domain/intake-words'
import { choices } from '@/lib/domain/people-words'
import { saveDanger } from './actions'
import type { IntakeFormsProps } from './intake-forms'

/** Immediate danger: whether there was any, and how it was averted, by whom and until when. */
export function DangerForm({ intake, lacks, code }: IntakeFormsProps) {
  const { immediateDanger, dangerAverted, dangerAvertedBy, dangerAvertedUntil } = intake
  return (
    <PartCard part="gevaar" title="Direct gevaar" lacks={lacks}>
      <ActionForm action={saveDanger} hidden={{ dossier: code }} label="Direct gevaar">
        <FormRadioGroup
          name="immediateDanger"
          legend="Was er direct gevaar voor iemand in het gezin?"
          options={choices(YES_OR_NO)}
          defaultValue={answerOf(immediateDanger)}
          inline
        />
        <FormTextArea
          name="dangerAverted"
          label="Wat is er gedaan om het gevaar weg te nemen?"
          hint="Alleen als er direct gevaar was. Schrijf hier geen adres."
          rows={3}
          defaultValue={dangerAverted ?? ''}
          optional
        />
        <FormText name="dangerAvertedBy" label="Door wie?" defaultValue={dangerAvertedBy ?? ''} optional />
        <FormText
          name="dangerAvertedUntil"
          type="date"
          label="Tot wanneer geldt dat?"
          width="medium"
          defaultValue={dangerAvertedUntil ?? ''}
          optional
        />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </PartCard>
  )
}

function answerOf(immediateDanger: boolean | null): string | null {
  if (immediateDanger === null) {
    return null
  }
  return immediateDanger ? 'yes' : 'no'
}
