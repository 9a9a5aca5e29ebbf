import { FrameworkFields, TriageFields } from '@/components/families/region-fields'
import { ActionForm } from '@/components/forms/action-form'
import { FormSelect, FormText } from '@/components/forms/form-fields'
import { SureCheckbox } from '@/components/people/sure-checkbox'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { OwnRegion } from '@/lib/domain/region'
import { register } from '../actions'

/** A new family: its name, the report, the framework and who directs it. Only name and case director must be there. */
export function RegisterForm({ regions }: { regions: readonly OwnRegion[] }) {
  const [only] = regions
  const hidden: Record<string, string> = regions.length === 1 && only ? { regionId: only.id } : {}
  return (
    <ActionForm action={register} hidden={hidden} label="Gezin aanmelden">
      <Card title="Het gezin" id="gezin">
        <div className="space-y-6">
          <FormText
            name="name"
            label="Naam van het gezin"
            hint="Zo heet het dossier voor wie erin werkt. Bijvoorbeeld: Gezin De Wit."
            autoComplete="off"
          />
          <SureCheckbox name="isAnother" label="Dit is een ander gezin met dezelfde naam" onlyAsked />
          {regions.length > 1 && (
            <FormSelect
              name="regionId"
              label="Regio"
              placeholder="Kies een regio"
              options={regions.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue=""
            />
          )}
        </div>
      </Card>
      <Card title="Wie heeft de regie?" id="regie">
        <div className="space-y-6">
          <Account name="directorEmail" label="Casusregisseur" hint="Krijgt bericht en ziet het dossier meteen." />
          <Account name="deputyEmail" label="Vervangend casusregisseur" optional />
          <Account name="chairEmail" label="GIPSmeester" optional />
        </div>
      </Card>
      <Card title="De melding" id="melding">
        <div className="space-y-6">
          <TriageFields />
        </div>
      </Card>
      <Card title="Drang of dwang" id="kader">
        <div className="space-y-6">
          <FrameworkFields optional />
        </div>
      </Card>
      <SubmitButton>Meld het gezin aan</SubmitButton>
    </ActionForm>
  )
}

function Account({ name, label, hint, optional }: { name: string; label: string; hint?: string; optional?: boolean }) {
  return (
    <FormText
      name={name}
      label={`${label}: e-mailadres van het account`}
      hint={hint}
      optional={optional}
      autoComplete="off"
      inputMode="email"
    />
  )
}
