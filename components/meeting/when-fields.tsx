'use client'

import { Button } from '@/components/ui/button'
import { addDays, addMonths } from '@/lib/domain/calendar'
import type { AgreementView } from '@/lib/domain/meeting-view'
import type { PlainDate } from '@/lib/domain/plain-date'

type When = Pick<AgreementView, 'rhythm' | 'dueOn' | 'until'>

type WhenFieldsProps = {
  id: string
  name: string
  when: When
  errors: Record<string, string>
  today: PlainDate
  mayWrite: boolean
  /** The ids of the two dates, for a form whose errors lead there. */
  dateIds?: { dueOn: string; until: string }
  onChange: (change: Partial<When>) => void
}

const RHYTHMS: readonly { value: When['rhythm']; label: string }[] = [
  { value: 'once', label: 'één keer' },
  { value: 'daily', label: 'elke dag' },
  { value: 'weekly', label: 'elke week' },
  { value: 'monthly', label: 'elke maand' },
]

/** When an agreement is done: one date, or a rhythm with its first and last day. */
export function WhenFields({ id, name, when, errors, today, mayWrite, onChange, ...rest }: WhenFieldsProps) {
  const { dateIds = { dueOn: `${id}-due`, until: `${id}-until` } } = rest
  const isOnce = when.rhythm === 'once'
  const quick: readonly { label: string; day: PlainDate }[] = [
    { label: 'over 1 week', day: addDays(today, 7) },
    { label: 'over 2 weken', day: addDays(today, 14) },
    { label: 'over 3 maanden', day: addMonths(today, 3) },
  ]
  return (
    <fieldset disabled={!mayWrite}>
      <legend className="sr-only">Wanneer: {name}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <label className="text-sm">
          <span className="block">Hoe vaak</span>
          <select
            className="control"
            value={when.rhythm}
            onChange={({ currentTarget: { value } }) => onChange(rhythmChange(value as When['rhythm'], when, today))}
          >
            {RHYTHMS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <DateField
          id={dateIds.dueOn}
          label={isOnce ? 'Uiterlijk' : 'Vanaf'}
          value={when.dueOn}
          min={today}
          error={errors.dueOn}
          onChange={(dueOn) => onChange({ dueOn })}
        />
        {!isOnce && (
          <DateField
            id={dateIds.until}
            label="Tot en met"
            value={when.until}
            min={when.dueOn || today}
            error={errors.until}
            onChange={(until) => onChange({ until })}
          />
        )}
        {mayWrite &&
          quick.map(({ label, day }) => (
            <Button
              key={label}
              type="button"
              variant="quiet"
              className="text-sm"
              onClick={() => onChange(isOnce ? { dueOn: day } : { until: day })}
            >
              {label}
            </Button>
          ))}
      </div>
    </fieldset>
  )
}

type DateFieldProps = {
  id: string
  label: string
  value: string
  min: PlainDate
  error: string | undefined
  onChange: (value: string) => void
}

function DateField({ id, label, value, min, error, onChange }: DateFieldProps) {
  return (
    <div className="text-sm">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="control max-w-44"
        min={min}
        value={value}
        aria-invalid={Boolean(error) || undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {error && (
        <p id={`${id}-error`} className="max-w-60 font-semibold text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

/** A rhythm starts today and goes on until the next meeting, unless told otherwise. */
function rhythmChange(rhythm: When['rhythm'], when: When, today: PlainDate): Partial<When> {
  if (rhythm === 'once') return { rhythm, until: '' }
  return { rhythm, dueOn: when.dueOn || today, until: when.until || addMonths(today, 3) }
}
