'use client'

import { useFormField } from '@/components/forms/action-form'
import { DoerPicker } from '@/components/meeting/doer-picker'
import { RemoveAside } from '@/components/meeting/line-parts'
import { WhenFields } from '@/components/meeting/when-fields'
import { classNames } from '@/components/ui/class-names'
import { TextArea } from '@/components/ui/text-area'
import type { AgreementDraft } from '@/lib/domain/goals-draft'
import type { PersonChoice } from '@/lib/domain/meeting-view'
import { doersText } from '@/lib/domain/new-goals'
import type { PlainDate } from '@/lib/domain/plain-date'

type NewAgreementProps = {
  agreement: AgreementDraft
  goalId: string
  /** As it is called for who hears the page: "afspraak 1 van doel 2". */
  name: string
  people: readonly PersonChoice[]
  today: PlainDate
  onChange: (change: Partial<AgreementDraft>) => void
  /** Null for the only one: a goal has an agreement. */
  onRemove: (() => void) | null
}

/** One agreement of a new goal: what, who and when, with the parts of the meeting. */
export function NewAgreement({ agreement, goalId, name, people, today, onChange, onRemove }: NewAgreementProps) {
  const { id, what, doers, byEveryone, rhythm, dueOn, until } = agreement
  const said = { dueOn: useFormField(`dueOn.${id}`).error, until: useFormField(`until.${id}`).error }
  const errors = Object.fromEntries(Object.entries(said).filter((each): each is [string, string] => Boolean(each[1])))
  const error = { what: useFormField(`what.${id}`).error, doers: useFormField(`doers.${id}`).error }
  const hidden = { goal: goalId, doers: doersText(doers, byEveryone), rhythm, dueOn, until }
  return (
    <li className="relative space-y-3 rounded-md border border-line p-3">
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={`${field}.${id}`} value={value} readOnly />
      ))}
      <div
        className={classNames(
          'grid items-start gap-3 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]',
          onRemove && 'md:me-14',
        )}
      >
        <TextArea
          name={`what.${id}`}
          rows={1}
          className="min-h-11"
          label={`Wat: ${name}`}
          hideLabel
          placeholder="Wat spreken we af?"
          value={what}
          error={error.what}
          onChange={(event) => onChange({ what: event.currentTarget.value })}
        />
        <DoerPicker
          id={`doers.${id}`}
          error={error.doers}
          label={`Wie doet ${name}?`}
          people={people}
          own={null}
          chosen={doers}
          byEveryone={byEveryone}
          mayWrite
          onChange={(chosen, everyone) => onChange({ doers: chosen, byEveryone: everyone })}
        />
      </div>
      <WhenFields
        id={id}
        name={name}
        when={{ rhythm, dueOn, until }}
        errors={errors}
        today={today}
        mayWrite
        dateIds={{ dueOn: `dueOn.${id}`, until: `until.${id}` }}
        onChange={onChange}
      />
      {onRemove && <RemoveAside label={`Haal ${name} weg`} onRemove={onRemove} />}
    </li>
  )
}
