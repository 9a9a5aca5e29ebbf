import { ActionForm } from '@/components/forms/action-form'
import { FormTextArea } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { conclude, withdraw } from '../actions'

/** Closing with a conclusion once there is a figure; before that the question can be taken back. */
export function ClosingForms({ code, id, hasFigure }: { code: string; id: string; hasFigure: boolean }) {
  const hidden = { dossier: code, assessmentId: id }
  if (!hasFigure) {
    return (
      <Card title="Toch niet nodig?" id="intrekken">
        <ActionForm action={withdraw} hidden={hidden} label="Vraag intrekken" className="space-y-4">
          <p className="max-w-prose">
            Er is nog geen cijfer gegeven. U kunt de vraag intrekken: die verdwijnt, met wat er al bij is geschreven.
          </p>
          <SubmitButton variant="secondary">Trek de vraag in</SubmitButton>
        </ActionForm>
      </Card>
    )
  }
  return (
    <Card title="Afsluiten" id="afsluiten">
      <ActionForm action={conclude} hidden={hidden} label="Inschatting afsluiten" className="space-y-4">
        <p className="max-w-prose">
          Alles wat is gegeven telt mee, ook van wie nog niet klaar is. Daarna is dit het veiligheidscijfer van nu en
          verandert er niets meer aan.
        </p>
        <FormTextArea name="conclusion" label="Wat concludeert u?" hint="Wat zeggen de antwoorden, en wat doet u nu?" />
        <SubmitButton>Sluit de inschatting af</SubmitButton>
      </ActionForm>
    </Card>
  )
}
