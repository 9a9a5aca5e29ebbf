'use client'

import { memo } from 'react'
import type { Place } from '@/components/meeting/place'
import { RowTrouble } from '@/components/meeting/row-trouble'
import type { Someone } from '@/lib/domain/meeting-forms'
import { percentProblem } from '@/lib/domain/percent-text'
import { usePercent } from './use-percent'

type PercentCellProps = Place & {
  goalId: string
  goalText: string
  whoKind: Someone['kind']
  whoId: string
  name: string
  percent: string
  remark: string
  version: number
  row: number
  column: number
  mayWrite: boolean
}

/** How far one participant finds one goal reached. Its props are plain values: a table of hundreds draws again what changed. */
export const PercentCell = memo(function PercentCell(props: PercentCellProps) {
  const { code, slug, goalId, goalText, whoKind, whoId, name, percent, remark, version, mayWrite } = props
  const who = { kind: whoKind, id: whoId }
  const [row, state] = usePercent({ code, slug, goalId, who, given: { percent, remark, version } })
  const { value, errors } = state
  const id = `percent-${goalId}-${whoId}`
  const problem = value.percent.trim() === '' ? null : (percentProblem(value.percent) ?? errors.percent ?? null)
  return (
    <>
      <span className="inline-flex items-center gap-1">
        <input
          id={id}
          className="control w-16 px-1 text-center font-semibold tabular-nums"
          aria-label={`Percentage van ${name} voor: ${goalText}`}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem ? `${id}-error` : undefined}
          data-cell={`${props.row},${props.column},0`}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={value.percent}
          readOnly={!mayWrite}
          onChange={(event) => row.type({ percent: event.currentTarget.value })}
        />
        <span aria-hidden="true" className="text-ink-soft md:sr-only">
          %
        </span>
      </span>
      {problem && (
        <p id={`${id}-error`} className="max-w-40 text-sm font-semibold text-danger">
          {problem}
        </p>
      )}
      <RowTrouble row={row} state={state} shown={['percent', 'remark']} />
    </>
  )
})
