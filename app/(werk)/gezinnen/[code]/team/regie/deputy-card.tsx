import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, FormText } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DirectionDesk } from '@/lib/domain/direction'
import { standIn, stopStandingIn } from './actions'

type DeputyCardProps = { desk: Pick<DirectionDesk, 'deputy' | 'candidates'>; code: string }

/** Who stands in for the case director: one at a time, or nobody. */
export function DeputyCard({ desk: { deputy, candidates }, code }: DeputyCardProps) {
  return (
    <Card title="Vervanger" id="vervanger">
      {deputy ? (
        <ActionForm
          action={stopStandingIn}
          hidden={{ dossier: code, personId: deputy.id }}
          label="Vervangen beëindigen"
          className="space-y-4"
        >
          <p className="max-w-prose">
            {deputy.name} is vervangend casusregisseur. Stopt dat? Dan blijft {deputy.name} als professional in het
            team.
          </p>
          <FormText name="deputyReason" label={`Waarom stopt ${deputy.name} als vervanger?`} />
          <SubmitButton variant="secondary">{deputy.name} is geen vervanger meer</SubmitButton>
        </ActionForm>
      ) : (
        <AppointForm candidates={candidates} code={code} />
      )}
    </Card>
  )
}

function AppointForm({ candidates, code }: Pick<DirectionDesk, 'candidates'> & { code: string }) {
  if (candidates.length === 0) {
    return <p>Er is nog niemand in het team die dit kan zijn.</p>
  }
  return (
    <ActionForm action={standIn} hidden={{ dossier: code }} label="Vervanger kiezen" className="space-y-4">
      <FormSelect
        name="personId"
        label="Wie vervangt de casusregisseur?"
        placeholder="Kies iemand uit het team"
        options={candidates.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <SubmitButton variant="secondary">Maak vervanger</SubmitButton>
    </ActionForm>
  )
}
