import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox, FormTextArea } from '@/components/forms/form-fields'
import { WorksWithFields } from '@/components/people/works-with-fields'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Named, ProfessionalView } from '@/lib/domain/people-views'
import { end, makeDeputy, saveWorksWith } from '../../actions'

type InvolvementFormsProps = { person: ProfessionalView; members: readonly Named[]; hidden: Record<string, string> }

/** With whom somebody works, standing in for the case director, and the end of it all. */
export function InvolvementForms({ person, members, hidden }: InvolvementFormsProps) {
  if (!person.isActive) {
    return <Notice>Deze persoon is niet meer betrokken bij dit gezin.</Notice>
  }
  const mayStandIn = !person.roles.some((role) => ['caseDirector', 'deputy', 'gipsMaster'].includes(role))
  const onlyTakesNotes = person.roles.every((role) => role === 'noteTaker')
  return (
    <div className="space-y-6">
      {!onlyTakesNotes && <WorksWithCard person={person} members={members} hidden={hidden} />}
      {mayStandIn && !onlyTakesNotes && (
        <Card title="Vervangend casusregisseur" id="vervanger">
          <ActionForm action={makeDeputy} hidden={hidden} className="space-y-4">
            <p className="max-w-prose">Een vervanger heeft dezelfde rechten als u. Er is er één tegelijk.</p>
            <SubmitButton variant="secondary">Maak {person.name} vervanger</SubmitButton>
          </ActionForm>
        </Card>
      )}
      {!person.roles.includes('caseDirector') && (
        <Card title="Betrokkenheid beëindigen" id="beeindigen">
          <ActionForm action={end} hidden={hidden} label="Betrokkenheid beëindigen">
            <Notice tone="warning">
              <p>{person.name} ziet dan meteen niets meer van dit dossier, ook niet op een bladzijde die openstaat.</p>
            </Notice>
            <FormTextArea name="reason" label="Waarom stopt deze persoon?" rows={3} />
            <SubmitButton variant="danger">Beëindig nu</SubmitButton>
          </ActionForm>
        </Card>
      )}
    </div>
  )
}

function WorksWithCard({ person, members, hidden }: InvolvementFormsProps) {
  return (
    <Card title="Met wie werkt deze persoon?" id="werkt-met">
      <ActionForm action={saveWorksWith} hidden={hidden} label="Werkt met">
        <WorksWithFields
          members={members}
          worksWithAll={person.worksWithAll}
          worksWith={person.worksWith.map(({ id }) => id)}
        />
        <FormCheckbox name="leadProvider" label="Is hoofdaannemer" defaultChecked={person.isLeadProvider} />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </Card>
  )
}
