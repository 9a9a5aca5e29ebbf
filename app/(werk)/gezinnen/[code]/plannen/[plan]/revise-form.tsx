import { ActionForm } from '@/components/forms/action-form'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { revise } from './actions'

/** Opens a definitive plan for a new version, for the case director. */
export function ReviseForm({ code, planId }: { code: string; planId: string }) {
  return (
    <Card title="Klopt er iets niet meer?" id="herzien" className="print:hidden">
      <ActionForm action={revise} hidden={{ dossier: code, planId }} className="space-y-4">
        <p className="max-w-prose">
          U maakt dan een nieuwe versie. Deze versie blijft gelden tot de nieuwe definitief is.
        </p>
        <SubmitButton variant="secondary">Herzie dit plan</SubmitButton>
      </ActionForm>
    </Card>
  )
}
