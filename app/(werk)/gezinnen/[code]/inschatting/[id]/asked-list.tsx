import { ActionForm } from '@/components/forms/action-form'
import { FormSelect } from '@/components/forms/form-fields'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { formatMoment } from '@/lib/dates'
import type { AnswerState, AskedPerson, ExtraAssessmentPage } from '@/lib/domain/extra-assessment'
import { askMore, drop, remind } from '../actions'

const STATES: Record<AnswerState, { tone: BadgeTone; words: string }> = {
  answered: { tone: 'success', words: 'klaar' },
  begun: { tone: 'info', words: 'begonnen, nog niet klaar' },
  notYet: { tone: 'warning', words: 'nog geen antwoord' },
  gone: { tone: 'neutral', words: 'werkt hier niet meer' },
}

type AskedListProps = { code: string; page: ExtraAssessmentPage; asked: readonly AskedPerson[] }

/** Who was asked and how far each is; the case director reminds, adds and takes off. */
export function AskedList({ code, page: { id, mayLead, candidates }, asked }: AskedListProps) {
  const hidden = { dossier: code, assessmentId: id }
  return (
    <Card title="Wie is gevraagd" id="gevraagd">
      <ul className="divide-y divide-line">
        {asked.map((person) => (
          <li key={person.personId} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
            <Person person={person} />
            {mayLead && <Moves person={person} hidden={hidden} />}
          </li>
        ))}
      </ul>
      {mayLead && candidates.length > 0 && (
        <Disclosure summary="Vraag nog iemand">
          <ActionForm action={askMore} hidden={hidden} label="Nog iemand vragen" className="space-y-4">
            <FormSelect
              name="personId"
              label="Wie vraagt u?"
              options={candidates.map(({ id: value, name: label }) => ({ value, label }))}
            />
            <SubmitButton variant="secondary">Vraag deze professional</SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </Card>
  )
}

function Person({ person: { name, detail, state, remindedAt } }: { person: AskedPerson }) {
  const { tone, words } = STATES[state]
  return (
    <div className="min-w-0 grow">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{name}</span>
        <Badge tone={tone}>{words}</Badge>
      </p>
      {detail && <p className="text-sm text-ink-soft">{detail}</p>}
      {remindedAt && state !== 'answered' && (
        <p className="text-sm text-ink-soft">Herinnerd op {formatMoment(remindedAt)}</p>
      )}
    </div>
  )
}

function Moves({ person, hidden }: { person: AskedPerson; hidden: Record<string, string> }) {
  const { personId, name, mayRemind, mayDrop } = person
  const forWhom = { ...hidden, personId }
  return (
    <div className="flex flex-wrap gap-3">
      {mayRemind && (
        <ActionForm action={remind} hidden={forWhom} label={`${name} herinneren`}>
          <SubmitButton variant="secondary">
            Herinner<VisuallyHidden> {name}</VisuallyHidden>
          </SubmitButton>
        </ActionForm>
      )}
      {mayDrop && (
        <ActionForm action={drop} hidden={forWhom} label={`${name} van de lijst halen`}>
          <SubmitButton variant="quiet">
            Haal van de lijst<VisuallyHidden>: {name}</VisuallyHidden>
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  )
}
