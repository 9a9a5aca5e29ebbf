'use client'

import type { ClipboardEvent } from 'react'
import { useFormField } from '@/components/forms/action-form'
import { RemoveButton } from '@/components/meeting/line-parts'
import { pastedLines } from '@/components/meeting/pasted-lines'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { ScoreInput } from '@/components/ui/score-input'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import type { GoalDraft } from '@/lib/domain/goals-draft'
import type { MemberView, PersonChoice } from '@/lib/domain/meeting-view'
import type { PlainDate } from '@/lib/domain/plain-date'
import { blankAgreement, withChanged } from './goal-draft'
import { NewAgreement } from './new-agreement'

type NewGoalProps = {
  goal: GoalDraft
  number: number
  members: readonly MemberView[]
  people: readonly PersonChoice[]
  today: PlainDate
  usualDueOn: PlainDate
  /** Whether anybody of the family reads along; only then can something be hidden from them. */
  hasReaders: boolean
  onChange: (change: Partial<GoalDraft>) => void
  /** Lines that were pasted after the first: goals of their own. */
  onPaste: (lines: readonly string[]) => void
  /** Null for the only one. */
  onRemove: (() => void) | null
}

/** One new safety goal with its agreements. */
export function NewGoal(props: NewGoalProps) {
  const { goal, number, members, hasReaders, onChange, onPaste, onRemove } = props
  const { id, text, effect, about, shield } = goal
  const textError = useFormField(`text.${id}`).error
  const effectError = useFormField(`effect.${id}`).error
  const aboutError = useFormField(`about.${id}`).error
  const shieldError = useFormField(`shield.${id}`).error

  function paste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const [first, ...rest] = pastedLines(event.clipboardData.getData('text'))
    if (first !== undefined) {
      event.preventDefault()
      onChange({ text: text.trim() === '' ? first : `${text} ${first}` })
      onPaste(rest)
    }
  }

  return (
    <Card
      title={`Doel ${number}`}
      id={`doel-${id}`}
      headingLevel={2}
      {...(onRemove && { actions: <RemoveButton label={`Haal doel ${number} weg`} onRemove={onRemove} /> })}
    >
      <div className="space-y-4">
        <TextArea
          name={`text.${id}`}
          rows={2}
          label="Wat zien we straks gebeuren?"
          value={text}
          error={textError}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
          onPaste={paste}
        />
        <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
          <ScoreInput
            name={`effect.${id}`}
            label="Welk cijfer wordt het dan?"
            optional
            value={effect}
            error={effectError}
            onInput={(event) => onChange({ effect: event.currentTarget.value })}
          />
          <Select
            key={about ?? ''}
            name={`about.${id}`}
            label="Over wie gaat het?"
            options={[
              { value: '', label: 'Het hele gezin' },
              ...members.map(({ id: value, name: label }) => ({ value, label })),
            ]}
            defaultValue={about ?? ''}
            error={aboutError}
            onChange={(event) => onChange({ about: event.currentTarget.value || null })}
          />
        </div>
        {hasReaders && (
          <Checkbox
            name={`shield.${id}`}
            label="Scherm dit doel en de afspraken af voor het gezin"
            hint="Niemand van het gezin ziet ze, ook niet op het overzicht of in een e-mail."
            checked={shield}
            error={shieldError}
            onChange={(event) => onChange({ shield: event.currentTarget.checked })}
          />
        )}
        <Agreements {...props} />
      </div>
    </Card>
  )
}

function Agreements({ goal, number, people, today, usualDueOn, onChange }: NewGoalProps) {
  const { id, agreements } = goal
  return (
    <section aria-label={`Afspraken bij doel ${number}`} className="space-y-2">
      <h3 className="text-base">Afspraken: wie doet wat, en wanneer?</h3>
      <ol className="space-y-2">
        {agreements.map((agreement, index) => (
          <NewAgreement
            key={agreement.id}
            agreement={agreement}
            goalId={id}
            name={`afspraak ${index + 1} van doel ${number}`}
            people={people}
            today={today}
            onChange={(change) => onChange({ agreements: withChanged(agreements, agreement.id, change) })}
            onRemove={
              agreements.length > 1
                ? () => onChange({ agreements: agreements.filter((each) => each.id !== agreement.id) })
                : null
            }
          />
        ))}
      </ol>
      <Button
        type="button"
        variant="secondary"
        onClick={() => onChange({ agreements: [...agreements, blankAgreement(usualDueOn)] })}
      >
        Afspraak erbij
      </Button>
    </section>
  )
}
