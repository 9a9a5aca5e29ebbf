import { ActionForm } from '@/components/forms/action-form'
import { LeavingFields } from '@/components/people/leaving-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { LeavingDesk } from '@/lib/data/leaving'
import { passOn } from './actions'

type LeftBehindCardProps = { code: string; goneId: string; name: string; desk: LeavingDesk }

/** Who does what somebody had still to do who died, moved out or no longer belongs to the network. */
export function LeftBehindCard({ code, goneId, name, desk }: LeftBehindCardProps) {
  return (
    <Card title={`Afspraken van ${name}`} id="afspraken" className="scroll-mt-4">
      <ActionForm action={passOn} hidden={{ dossier: code, goneId }} label="Afspraken overdragen" className="space-y-4">
        <p className="max-w-prose">
          {name} kan dit niet meer doen. Kies wie het overneemt, of laat een afspraak vervallen.
        </p>
        <LeavingFields {...desk} />
        <SubmitButton>Bewaar wie het overneemt</SubmitButton>
      </ActionForm>
    </Card>
  )
}
