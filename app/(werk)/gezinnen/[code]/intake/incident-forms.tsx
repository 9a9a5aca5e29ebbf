import { ActionForm } from '@/components/forms/action-form'
import { FormText, FormTextArea } from '@/components/forms/form-fields'
import { PartCard } from '@/components/intake/part-card'
import { SubmitButton } from '@/components/ui/submit-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { IntakeView } from '@/lib/domain/intake'
import { formatDate } from '@/lib/domain/plain-date'
import { dropIncident, saveIncident, savePattern } from './actions'
import type { IntakeFormsProps } from './intake-forms'

/** Why it is structural: concrete incidents, one by one, and what keeps coming back. */
export function IncidentForms({ intake, lacks, code }: IntakeFormsProps) {
  return (
    <PartCard part="voorvallen" title="Wat er gebeurde" lacks={lacks}>
      <div className="space-y-8">
        <Incidents incidents={intake.incidents} code={code} />
        <ActionForm action={saveIncident} hidden={{ dossier: code }} label="Voorval toevoegen">
          <FormTextArea name="what" label="Wat gebeurde er?" hint="Eén voorval, zo concreet als u kunt." rows={2} />
          <FormText
            name="happenedOn"
            type="date"
            label="Wanneer?"
            hint="Weet u de dag niet? Kies dan een dag in die maand."
            width="medium"
          />
          <SubmitButton>Voeg toe</SubmitButton>
        </ActionForm>
        <ActionForm action={savePattern} hidden={{ dossier: code }} label="Wat steeds terugkomt">
          <FormTextArea
            name="structuralFacts"
            label="Wat komt er steeds terug?"
            rows={3}
            defaultValue={intake.structuralFacts ?? ''}
            optional
          />
          <SubmitButton variant="secondary">Bewaar</SubmitButton>
        </ActionForm>
      </div>
    </PartCard>
  )
}

function Incidents({ incidents, code }: { incidents: IntakeView['incidents']; code: string }) {
  if (incidents.length === 0) {
    return <p>Noem minstens twee voorvallen, uit verschillende weken.</p>
  }
  return (
    <ul aria-label="Voorvallen" className="space-y-3">
      {incidents.map(({ id, happenedOn, what }) => (
        <li
          key={id}
          className="flex max-w-prose flex-wrap items-start justify-between gap-3 border-s-4 border-line ps-3"
        >
          <div className="min-w-0">
            <p className="font-semibold">{formatDate(happenedOn)}</p>
            <p className="break-words whitespace-pre-line">{what}</p>
          </div>
          <ActionForm action={dropIncident} hidden={{ dossier: code, incidentId: id }} className="space-y-2">
            <SubmitButton variant="quiet">
              Haal weg<VisuallyHidden>: het voorval van {formatDate(happenedOn)}</VisuallyHidden>
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
