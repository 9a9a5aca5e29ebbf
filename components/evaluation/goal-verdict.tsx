'use client'

import { apiOf, type Place } from '@/components/meeting/place'
import { RowTrouble } from '@/components/meeting/row-trouble'
import { useRow } from '@/components/meeting/use-row'
import { chooseByKey } from '@/components/ui/choice-keys'
import type { EvaluatedGoalView } from '@/lib/domain/carried-views'

export type VerdictValue = Pick<EvaluatedGoalView['verdict'], 'isGoodEnough' | 'reason' | 'closes'>

/** The key of a verdict's draft: the work goals look it up by it. */
export function verdictKey(goalId: string): string {
  return `verdict ${goalId}`
}

type GoalVerdictProps = Place & { goal: EvaluatedGoalView; mayWrite: boolean }

/** Is it good enough? If not, a work goal; if so, the goal may be closed, with the reason. */
export function GoalVerdict({ goal, mayWrite, ...place }: GoalVerdictProps) {
  const { version, ...value } = goal.verdict
  const [row, state] = useRow<VerdictValue>({
    key: verdictKey(goal.id),
    url: apiOf(place, `doelen/${goal.id}/oordeel`),
    value,
    version,
  })
  const { isGoodEnough, reason, closes } = state.value
  return (
    <div className="space-y-2">
      <fieldset disabled={!mayWrite} className="flex flex-wrap items-center gap-x-6" onKeyDown={chooseByKey}>
        <legend className="sr-only">Is dit goed genoeg? {goal.text}</legend>
        <span aria-hidden="true" className="font-semibold">
          Goed genoeg?
        </span>
        {[true, false].map((answer) => (
          <label key={String(answer)} className="choice">
            <input
              type="radio"
              name={`verdict-${goal.id}`}
              checked={isGoodEnough === answer}
              onChange={() => row.type({ isGoodEnough: answer, ...(!answer && { closes: false }) })}
            />
            <span>{answer ? 'Ja' : 'Nee, er is meer nodig'}</span>
          </label>
        ))}
        {isGoodEnough && (
          <label className="choice">
            <input
              type="checkbox"
              checked={closes}
              onChange={({ currentTarget: { checked } }) => row.type({ closes: checked })}
            />
            <span>Dit doel is klaar en kan dicht</span>
          </label>
        )}
        {isGoodEnough === false && mayWrite && (
          <a href={`#werkdoel-${goal.id}`} className="inline-flex min-h-11 items-center">
            Maak er een werkdoel voor
          </a>
        )}
      </fieldset>
      {(isGoodEnough !== null || reason !== '') && (
        <label className="block max-w-prose text-sm">
          <span className="block text-ink-soft">
            {closes ? 'Waarom kan dit doel dicht?' : 'Waarom is dat zo? (mag leeg blijven)'}
          </span>
          <textarea
            className="control min-h-11"
            dir="auto"
            rows={1}
            value={reason}
            readOnly={!mayWrite}
            aria-invalid={Boolean(state.errors.reason) || undefined}
            onChange={(event) => row.type({ reason: event.currentTarget.value })}
          />
        </label>
      )}
      {state.errors.reason && <p className="text-sm font-semibold text-danger">{state.errors.reason}</p>}
      <RowTrouble row={row} state={state} shown={['reason']} words={(field, said) => wordsFor(field, said)} />
    </div>
  )
}

function wordsFor(field: string, value: unknown): string {
  if (field === 'isGoodEnough' && value !== null) return value ? 'goed genoeg' : 'nog niet goed genoeg'
  if (field === 'closes') return value ? 'het doel kan dicht' : 'het doel blijft open'
  return value === null ? '' : String(value)
}
