'use client'

import type { EvaluatedGoalView, EvaluatorView } from '@/lib/domain/carried-views'
import { useOpenPercent } from './use-percent'

type GoalRemarksProps = { goal: EvaluatedGoalView; people: readonly EvaluatorView[]; row: number; mayWrite: boolean }

/** Why each participant gave that percentage. */
export function GoalRemarks({ goal, people, row, mayWrite }: GoalRemarksProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {people.map(({ who, name }, column) => (
        <Remark key={who.id} goal={goal} whoId={who.id} name={name} at={`${row},${column},1`} mayWrite={mayWrite} />
      ))}
    </div>
  )
}

type RemarkProps = { goal: EvaluatedGoalView; whoId: string; name: string; at: string; mayWrite: boolean }

function Remark({ goal, whoId, name, at, mayWrite }: RemarkProps) {
  const open = useOpenPercent({ goalId: goal.id, whoId })
  const [row, state] = open ?? [null, null]
  const error = state?.errors.remark
  const id = `remark-${goal.id}-${whoId}`
  return (
    <div className="text-sm">
      <label htmlFor={id} className="block text-ink-soft">
        Waarom volgens {name}?
      </label>
      <textarea
        id={id}
        className="control min-h-11"
        dir="auto"
        rows={1}
        data-cell={at}
        aria-invalid={Boolean(error) || undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        value={state?.value.remark ?? goal.given[whoId]?.remark ?? ''}
        readOnly={!mayWrite || row === null}
        onChange={(event) => row?.type({ remark: event.currentTarget.value })}
      />
      {error && (
        <p id={`${id}-error`} className="font-semibold text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
