'use client'

import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import type { Subject } from '@/lib/domain/agendas/agenda'
import type { Someone } from '@/lib/domain/meeting-forms'
import type { AgreementView, GoalChoice, PersonChoice } from '@/lib/domain/meeting-view'
import type { PlainDate } from '@/lib/domain/plain-date'
import { DoerPicker } from './doer-picker'
import { RemoveAside } from './line-parts'
import { apiOf, type Place } from './place'
import { RowTrouble } from './row-trouble'
import { type GoalOfOther, SameForOthers } from './same-for-others'
import { useRow } from './use-row'
import { WhenFields } from './when-fields'

type AgreementLineProps = Place & {
  agreement: AgreementView
  number: number
  goals: readonly GoalChoice[]
  people: readonly PersonChoice[]
  personId: string
  about: Subject | null
  today: PlainDate
  elsewhere: readonly GoalOfOther[]
  mayWrite: boolean
  onNext: () => void
  onRemove: () => void
}

type AgreementValue = Omit<AgreementView, 'id' | 'version' | 'isInForce'>

/** The field in which an agreement's text is typed. */
export function agreementFieldId(id: string): string {
  return `agreement-${id}`
}

/** One agreement: what, who, when, and for which goals. One in force is to be read: it changes no more. */
export function AgreementLine(props: AgreementLineProps) {
  const { agreement, number, goals, people, today, onNext, onRemove, code, slug } = props
  const { id, version, isInForce, ...start } = agreement
  const mayWrite = props.mayWrite && !isInForce
  const [row, state] = useRow<AgreementValue>({
    key: `agreement ${id}`,
    url: apiOf({ code, slug }, `afspraken/${id}`),
    value: start,
    version,
    always: { position: number },
    isReady: ({ text }) => text.trim() !== '',
    read: (theirs) => ({ ...start, ...theirs, dueOn: theirs.dueOn ?? '', until: theirs.until ?? '' }) as AgreementValue,
  })
  const { value, errors } = state
  return (
    <li className="relative space-y-3 rounded-md border border-line p-3">
      <div className="grid items-start gap-3 md:me-14 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_auto]">
        <textarea
          id={agreementFieldId(id)}
          className="control min-h-11"
          dir="auto"
          rows={1}
          aria-label={`Afspraak ${number}`}
          placeholder="Wat spreken we af?"
          value={value.text}
          readOnly={!mayWrite}
          onChange={(event) => row.type({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.nativeEvent.isComposing) {
              event.preventDefault()
              onNext()
            }
          }}
        />
        <DoerPicker
          label={`Wie doet afspraak ${number}?`}
          people={people}
          own={people.find(({ who }) => who.id === props.personId)?.who ?? null}
          chosen={value.doers}
          byEveryone={value.byEveryone}
          mayWrite={mayWrite}
          onChange={(doers, byEveryone) => row.type({ doers: inOrder(doers), byEveryone })}
        />
        {isInForce && <Badge tone="success">al van kracht</Badge>}
      </div>
      <WhenFields
        id={agreementFieldId(id)}
        name={`afspraak ${number}`}
        when={value}
        errors={errors}
        today={today}
        mayWrite={mayWrite}
        onChange={(change) => row.type(change)}
      />
      <GoalBoxes
        goals={goals}
        chosen={value.goalIds}
        mayWrite={mayWrite}
        onChange={(goalIds) => row.type({ goalIds })}
      />
      {mayWrite && <RemoveAside label={`Haal afspraak ${number} weg`} onRemove={onRemove} />}
      {mayWrite && props.elsewhere.length > 0 && state.version > 0 && (
        <SameForOthers code={code} slug={slug} value={value} about={props.about} others={props.elsewhere} />
      )}
      <RowTrouble
        row={row}
        state={state}
        shown={['dueOn', 'until']}
        words={(field, said) => wordsFor(field, said, props)}
      />
    </li>
  )
}

type GoalBoxesProps = {
  goals: readonly GoalChoice[]
  chosen: readonly string[]
  mayWrite: boolean
  onChange: (goalIds: string[]) => void
}

function GoalBoxes({ goals, chosen, mayWrite, onChange }: GoalBoxesProps) {
  return (
    <Disclosure summary={`Voor ${chosen.length === 1 ? '1 doel' : `${chosen.length} doelen`}`}>
      {goals.map((goal) => (
        <label key={goal.id} className="choice">
          <input
            type="checkbox"
            disabled={!mayWrite}
            checked={chosen.includes(goal.id)}
            onChange={(event) => onChange(withGoal(chosen, goal.id, event.currentTarget.checked))}
          />
          <span className="min-w-0 break-words">{goal.text}</span>
        </label>
      ))}
    </Disclosure>
  )
}

/** The order of the server, so that equal choices are equal. */
function inOrder(doers: readonly Someone[]): Someone[] {
  return doers.toSorted((one, other) => `${one.kind}:${one.id}`.localeCompare(`${other.kind}:${other.id}`))
}

function withGoal(goalIds: readonly string[], id: string, isChosen: boolean): string[] {
  const others = goalIds.filter((each) => each !== id)
  return (isChosen ? [...others, id] : others).toSorted()
}

function wordsFor(field: string, value: unknown, { people, goals }: AgreementLineProps): string {
  if (field === 'doers') {
    return (value as Someone[]).map(({ id }) => people.find(({ who }) => who.id === id)?.name ?? '?').join(', ')
  }
  if (field === 'goalIds') {
    return (value as string[]).map((id) => goals.find((goal) => goal.id === id)?.text ?? '?').join(', ')
  }
  return String(value)
}
