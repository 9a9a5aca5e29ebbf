import { ActionForm } from '@/components/forms/action-form'
import { FormRadioGroup, FormSelect, FormText } from '@/components/forms/form-fields'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { AccountView, ChairView } from '@/lib/domain/account-views'
import { formatDate } from '@/lib/domain/plain-date'
import { saveChair } from '../actions'

type ChairCardProps = { account: AccountView; chairs: readonly { id: string; name: string }[] }

const STANDINGS = [
  { value: 'none', label: 'Nee' },
  { value: 'training', label: 'In opleiding, onder begeleiding' },
  { value: 'certified', label: 'Ja, gecertificeerd' },
]

/** Whether this person may lead meetings. */
export function ChairCard({ account: { id, chair }, chairs }: ChairCardProps) {
  return (
    <Card title="GIPSmeester" id="gipsmeester">
      <p className="mb-4">{standingText(chair)}</p>
      <ActionForm action={saveChair} hidden={{ personId: id }} className="space-y-4" label="GIPSmeester">
        <FormRadioGroup
          name="standing"
          legend="Mag deze persoon overleggen leiden?"
          options={STANDINGS}
          defaultValue={standingOf(chair)}
        />
        <FormText
          name="certifiedOn"
          type="date"
          label="Gecertificeerd sinds"
          hint="Alleen bij “Ja”."
          optional
          width="medium"
          defaultValue={chair?.certifiedOn ?? ''}
        />
        <FormSelect
          name="supervisorId"
          label="Begeleider"
          hint="Alleen bij “In opleiding”: een gecertificeerde GIPSmeester."
          optional
          placeholder="Kies een begeleider"
          options={chairs.map(({ id: value, name }) => ({ value, label: name }))}
          defaultValue={chair?.supervisorId ?? ''}
        />
        <SubmitButton variant="secondary">Bewaar</SubmitButton>
      </ActionForm>
    </Card>
  )
}

function standingOf(chair: ChairView | null): string {
  if (chair === null) {
    return 'none'
  }
  return chair.certifiedOn === null ? 'training' : 'certified'
}

function standingText(chair: ChairView | null): string {
  if (chair === null) {
    return 'Dit is geen GIPSmeester.'
  }
  return chair.certifiedOn === null
    ? `In opleiding, begeleid door ${chair.supervisor ?? 'niemand'}.`
    : `Gecertificeerd sinds ${formatDate(chair.certifiedOn)}.`
}
