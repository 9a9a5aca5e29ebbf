import { FrameworkFields, TriageFields } from '@/components/families/region-fields'
import { ActionForm } from '@/components/forms/action-form'
import { FormRadioGroup, FormText, FormTextArea } from '@/components/forms/form-fields'
import { SureCheckbox } from '@/components/people/sure-checkbox'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { formatDate } from '@/lib/domain/plain-date'
import type { RegionFile } from '@/lib/domain/region'
import { appoint, saveFramework, saveTriage } from '../actions'

/** What a coordinator changes later: the report, a longer framework, a case director or chair in the place of who left. */
export function SteeringForms({ file }: { file: RegionFile }) {
  const { code, facts, director, chair } = file
  return (
    <>
      <Card title="De melding" id="melding">
        <ActionForm action={saveTriage} hidden={{ dossier: code }} label="De melding">
          <TriageFields facts={facts} />
          <SubmitButton>Bewaar</SubmitButton>
        </ActionForm>
      </Card>
      <Card title="Drang of dwang" id="kader">
        <ActionForm
          action={saveFramework}
          hidden={{ dossier: code, seenUntil: facts.framework?.until ?? '' }}
          label="Drang of dwang"
        >
          {facts.voluntaryFrom && (
            <Notice>
              <p>Sinds {formatDate(facts.voluntaryFrom)} gaat dit gezin vrijwillig verder.</p>
            </Notice>
          )}
          <FrameworkFields framework={facts.framework} />
          <SubmitButton>{facts.framework ? 'Bewaar of verleng' : 'Bewaar'}</SubmitButton>
        </ActionForm>
      </Card>
      <AppointCard code={code} director={director} chair={chair} />
    </>
  )
}

type AppointCardProps = Pick<RegionFile, 'code' | 'director' | 'chair'>

/** Somebody new, in the place of who is there now. */
function AppointCard({ code, director, chair }: AppointCardProps) {
  const seen = { director: director?.personId ?? '', chair: chair?.personId ?? '' }
  return (
    <Card title="Iemand benoemen of vervangen" id="benoemen">
      <ActionForm action={appoint} hidden={{ dossier: code, ...seen }} label="Iemand benoemen of vervangen">
        <Notice tone="warning">
          <p>Wie u vervangt, ziet meteen niets meer van het dossier.</p>
        </Notice>
        <FormRadioGroup
          name="role"
          legend="Voor welke rol?"
          options={[
            { value: 'caseDirector', label: 'Casusregisseur', hint: nowText(director) },
            { value: 'gipsMaster', label: 'GIPSmeester', hint: nowText(chair) },
          ]}
        />
        <FormText name="email" label="E-mailadres van het account" autoComplete="off" inputMode="email" />
        <FormTextArea
          name="reason"
          label="Waarom stopt de vorige?"
          hint="De casusregisseur leest dit. Is er nog niemand? Laat dit dan leeg."
          rows={2}
        />
        <SureCheckbox name="isOtherOrganisation" label="Ja, de regie gaat naar die andere organisatie" onlyAsked />
        <SubmitButton variant="secondary">Benoem</SubmitButton>
      </ActionForm>
    </Card>
  )
}

function nowText(sitting: { name: string } | null): string {
  return sitting ? `Nu: ${sitting.name}` : 'Nu nog niemand'
}
