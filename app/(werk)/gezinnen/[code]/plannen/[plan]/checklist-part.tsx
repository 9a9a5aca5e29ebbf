import { ActionForm } from '@/components/forms/action-form'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DirectorDeskView } from '@/lib/domain/director-desk'
import { saveChecklist } from './actions'
import { ChecklistFields } from './checklist-fields'

/** After the meeting director and chair go through how it went, and through the words of the plan. */
export function ChecklistPart({ hidden, desk }: { hidden: Record<string, string>; desk: DirectorDeskView }) {
  return (
    <Card title="Samen met de GIPSmeester nagelopen" id="nalopen">
      <ActionForm action={saveChecklist} hidden={hidden} className="space-y-3">
        <ChecklistFields {...desk.checklist} />
        <SubmitButton variant="secondary">Bewaar</SubmitButton>
      </ActionForm>
    </Card>
  )
}
