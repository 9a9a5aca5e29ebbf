import { ActionForm } from '@/components/forms/action-form'
import { FormRadioGroup, FormSelect, FormTextArea } from '@/components/forms/form-fields'
import { LeavingFields } from '@/components/people/leaving-fields'
import { SureCheckbox } from '@/components/people/sure-checkbox'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { LeavingDesk } from '@/lib/data/leaving'
import { type DirectionDesk, isElsewhere } from '@/lib/domain/direction'
import { formatDate } from '@/lib/domain/plain-date'
import { handOver } from './actions'

type HandOverCardProps = { desk: DirectionDesk; leaving: LeavingDesk; code: string }

/** The direction to somebody else of the team; who had it stays as a professional, or leaves. */
export function HandOverCard({ desk, leaving, code }: HandOverCardProps) {
  const { director } = desk
  return (
    <Card title="Regie overdragen" id="overdragen">
      <div className="space-y-6">
        <p className="max-w-prose">
          {director.name} heeft de regie sinds {formatDate(director.since)}
          {desk.organisation && <>, bij {desk.organisation}</>}.
        </p>
        {desk.candidates.length === 0 ? (
          <p>Voeg eerst iemand aan het team toe die de regie kan overnemen.</p>
        ) : (
          <ActionForm
            action={handOver}
            hidden={{ dossier: code, fromPersonId: director.personId }}
            label="Regie overdragen"
          >
            <Successor desk={desk} />
            <SureCheckbox name="isCommitted" label="Ja, die organisatie werkt met GIPS" onlyAsked />
            <FormTextArea name="reason" label="Waarom?" rows={2} />
            <FormRadioGroup
              name="afterwards"
              legend={`Wat doet ${director.name} daarna?`}
              options={[
                { value: 'stays', label: 'Blijft als professional in het team' },
                { value: 'leaves', label: 'Stopt, en ziet dan niets meer van dit dossier' },
              ]}
              defaultValue="stays"
            />
            {leaving.open.length > 0 && (
              <p className="max-w-prose">Stopt {director.name}? Kies dan hieronder wie de open afspraken overneemt.</p>
            )}
            <LeavingFields {...leaving} />
            <SubmitButton>Draag de regie over</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Card>
  )
}

/** Who works elsewhere can only be chosen once team and family both gave a 7. */
function Successor({ desk: { candidates, organisation, lacksSeven } }: { desk: DirectionDesk }) {
  const mayNot = (place: string | null) => lacksSeven.length > 0 && isElsewhere(organisation, place)
  const hint = candidates.some((candidate) => mayNot(candidate.organisation))
    ? 'Naar iemand van een andere organisatie kan pas als team en gezin allebei een 7 geven.'
    : undefined
  return (
    <FormSelect
      name="toPersonId"
      label="Wie neemt de regie over?"
      hint={hint}
      placeholder="Kies iemand uit het team"
      options={candidates.map(({ personId, name, organisation: place }) => ({
        value: personId,
        label: [name, place].filter(Boolean).join(', '),
        disabled: mayNot(place),
      }))}
    />
  )
}
