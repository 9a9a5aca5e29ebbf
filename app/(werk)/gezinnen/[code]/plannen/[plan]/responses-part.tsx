import { ActionForm } from '@/components/forms/action-form'
import { FormRadioGroup, FormTextArea } from '@/components/forms/form-fields'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DeskProposal, DeskResponder, DirectorDeskView } from '@/lib/domain/director-desk'
import { shownResponse } from '@/lib/domain/plan-forms'
import { decide, saveResponses } from './actions'

type Hidden = { hidden: Record<string, string> }

const RESPONSES = [
  { value: 'agree', label: 'Eens met het plan' },
  { value: 'change', label: 'Wil iets anders' },
  { value: 'refuse', label: 'Niet eens met het plan' },
  { value: 'notReached', label: 'Niet bereikt' },
  { value: 'notAsked', label: 'Niet gevraagd, voor de veiligheid' },
]
const DECISIONS = [
  { value: 'adopted', label: 'Overnemen' },
  { value: 'adapted', label: 'Aangepast overnemen' },
  { value: 'declined', label: 'Niet overnemen' },
]

/** What family and network say of the plan, and what the director decides on their proposals. */
export function ResponsesPart({ hidden, desk }: Hidden & { desk: DirectorDeskView }) {
  return (
    <Card title="Wat vinden gezin en netwerk?" id="responses.all">
      <div className="space-y-6">
        <ActionForm action={saveResponses} hidden={hidden} label="Antwoorden van gezin en netwerk">
          <div className="space-y-3">
            {desk.responders.map((responder) => (
              <Responder key={responder.id} responder={responder} />
            ))}
          </div>
          <p className="max-w-prose text-ink-soft">
            Met de toetsen 1 tot en met 5 kiest u een antwoord en gaat u verder. Wie u leeg laat, vult u later in.
          </p>
          <SubmitButton variant="secondary">Bewaar de antwoorden</SubmitButton>
        </ActionForm>
        {desk.proposals.map((proposal) => (
          <ProposalForm key={proposal.id} hidden={hidden} proposal={proposal} />
        ))}
      </div>
    </Card>
  )
}

function Responder({ responder: { id, name, response, words } }: { responder: DeskResponder }) {
  const given = RESPONSES.find(({ value }) => value === response)
  return (
    <Disclosure summary={<Summary name={name} state={given?.label ?? null} />} open={!given}>
      <fieldset className="space-y-4">
        <legend className="sr-only">Antwoord van {name}</legend>
        <input type="hidden" name={`shown.${id}`} value={shownResponse({ response, words })} />
        <FormRadioGroup
          hasKeys
          name={`response.${id}`}
          legend={`Wat vindt ${name}?`}
          options={RESPONSES}
          defaultValue={response}
        />
        <FormTextArea
          name={`words.${id}`}
          label="In eigen woorden"
          hint="Niet bereikt of niet gevraagd? Schrijf dan hier waarom."
          rows={3}
          defaultValue={words}
        />
        <FormTextArea name={`proposal.${id}`} label="Voorstel om iets te veranderen" optional rows={2} />
      </fieldset>
    </Disclosure>
  )
}

function ProposalForm({ hidden, proposal }: Hidden & { proposal: DeskProposal }) {
  const made = DECISIONS.find(({ value }) => value === proposal.decision)
  return (
    <Disclosure summary={<Summary name={`Voorstel van ${proposal.who}`} state={made?.label ?? null} />} open={!made}>
      <ActionForm
        action={decide}
        hidden={{ ...hidden, proposalId: proposal.id }}
        label={`Besluit over het voorstel van ${proposal.who}`}
      >
        <p className="max-w-prose whitespace-pre-line break-words">{proposal.text}</p>
        <FormRadioGroup
          hasKeys
          id={`besluit-${proposal.id}`}
          name="decision"
          legend="Wat besluit u?"
          options={DECISIONS}
          defaultValue={proposal.decision}
        />
        <FormTextArea
          id={`reden-${proposal.id}`}
          name="reason"
          label="Waarom?"
          rows={2}
          defaultValue={proposal.reason}
        />
        <SubmitButton variant="secondary">Bewaar het besluit</SubmitButton>
      </ActionForm>
    </Disclosure>
  )
}

function Summary({ name, state }: { name: string; state: string | null }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      {name} <Badge tone={state ? 'success' : 'warning'}>{state ?? 'nog invullen'}</Badge>
    </span>
  )
}
