import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DirectorDeskView } from '@/lib/domain/director-desk'
import { saveChecklist } from './actions'

/** After the meeting director and chair go through how it went, and through the words of the plan. */
export function ChecklistPart({ hidden, desk }: { hidden: Record<string, string>; desk: DirectorDeskView }) {
  const { isIntegrityDone, isLanguageDone } = desk.checklist
  return (
    <Card title="Samen met de GIPSmeester nagelopen" id="nalopen">
      <ActionForm action={saveChecklist} hidden={hidden} className="space-y-3">
        <FormCheckbox name="integrity" label="Het overleg ging zoals het bedoeld is" defaultChecked={isIntegrityDone} />
        <FormCheckbox
          name="language"
          label="Het gezin kan de taal van het plan begrijpen"
          defaultChecked={isLanguageDone}
        />
        <SubmitButton variant="secondary">Bewaar</SubmitButton>
      </ActionForm>
    </Card>
  )
}
