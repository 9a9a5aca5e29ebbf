import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox, FormTextArea } from '@/components/forms/form-fields'
import { LeavingFields } from '@/components/people/leaving-fields'
import { WorksWithFields } from '@/components/people/works-with-fields'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import type { LeaveRequest } from '@/lib/data/leave-requests'
import type { LeavingDesk } from '@/lib/data/leaving'
import type { Named, ProfessionalView } from '@/lib/domain/people-views'
import { formatDate } from '@/lib/domain/plain-date'
import { end, makeDeputy, saveWorksWith } from '../../actions'

type InvolvementFormsProps = {
  person: ProfessionalView
  members: readonly Named[]
  leaving: LeavingDesk
  request: LeaveRequest | null
  hidden: Record<string, string>
}

/** With whom somebody works, standing in for the case director, and the end of it all. */
export function InvolvementForms(props: InvolvementFormsProps) {
  const { person, members, hidden } = props
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
      {person.roles.includes('caseDirector') ? <DirectorCard code={hidden.dossier} /> : <EndCard {...props} />}
    </div>
  )
}

function DirectorCard({ code }: { code: string | undefined }) {
  return (
    <Card title="Betrokkenheid beëindigen" id="beeindigen">
      <p className="max-w-prose">
        De casusregisseur draagt eerst de regie over.{' '}
        <TextLink href={`/gezinnen/${code}/team/regie`}>Ga naar de regie</TextLink>
      </p>
    </Card>
  )
}

/** The end, and with it who does what this person had still to do. */
function EndCard({ person, leaving, request, hidden }: InvolvementFormsProps) {
  return (
    <Card title="Betrokkenheid beëindigen" id="beeindigen">
      <ActionForm action={end} hidden={hidden} label="Betrokkenheid beëindigen">
        {request && (
          <Notice title={`${person.name} vroeg op ${formatDate(request.askedOn)} om te stoppen`}>
            <p className="break-words whitespace-pre-line">{request.reason}</p>
          </Notice>
        )}
        <Notice tone="warning">
          <p>{person.name} ziet dan meteen niets meer van dit dossier, ook niet op een bladzijde die openstaat.</p>
        </Notice>
        <LeavingFields {...leaving} />
        <FormTextArea name="reason" label="Waarom stopt deze persoon?" rows={3} defaultValue={request?.reason ?? ''} />
        <SubmitButton variant="danger">Beëindig nu</SubmitButton>
      </ActionForm>
    </Card>
  )
}

type WorksWithCardProps = Pick<InvolvementFormsProps, 'person' | 'members' | 'hidden'>

function WorksWithCard({ person, members, hidden }: WorksWithCardProps) {
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
