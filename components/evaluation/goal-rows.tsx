'use client'

import { MessageSquareText } from 'lucide'
import { memo, useState } from 'react'
import type { Place } from '@/components/meeting/place'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { EvaluatedGoalView, EvaluatorView } from '@/lib/domain/carried-views'
import { goalKindName } from '@/lib/domain/goal'
import { GoalRemarks } from './goal-remarks'
import { GoalResult } from './goal-result-view'
import { GoalVerdict } from './goal-verdict'
import { PercentCell } from './percent-cell'

type GoalRowsProps = Place & {
  goal: EvaluatedGoalView
  people: readonly EvaluatorView[]
  /** Its place in the table. */
  row: number
  /** On a phone one goal is shown at a time. */
  isCurrent: boolean
  mayWrite: boolean
  /** At home there is no verdict. */
  isAtHome: boolean
}

/**
 * One goal of the table: its percentages with their result, and below them why and whether it is good enough. Whoever goes
 * on to the next goal has two of them drawn again, not all.
 */
export const GoalRows = memo(function GoalRows(props: GoalRowsProps) {
  const { goal, people, row, isCurrent, mayWrite, isAtHome, ...place } = props
  const [isOpen, setOpen] = useState(false)
  const remarks = Object.values(goal.given).filter(({ remark }) => remark !== '').length
  return (
    <tbody className={isCurrent ? undefined : 'max-md:hidden'}>
      <tr>
        <th scope="row">
          <GoalName goal={goal} number={row + 1} />
        </th>
        {people.map(({ who, name }, column) => (
          <td key={who.id} data-label={name}>
            <PercentCell
              {...place}
              goalId={goal.id}
              goalText={goal.text}
              whoKind={who.kind}
              whoId={who.id}
              name={name}
              percent={goal.given[who.id]?.percent ?? ''}
              remark={goal.given[who.id]?.remark ?? ''}
              version={goal.given[who.id]?.version ?? 0}
              row={row}
              column={column}
              mayWrite={mayWrite}
            />
          </td>
        ))}
      </tr>
      <tr>
        <td colSpan={people.length + 1}>
          <div className="space-y-3">
            <div className="grid items-start gap-x-6 gap-y-2 md:grid-cols-[11rem_minmax(0,1fr)_auto]">
              {!isAtHome && <GoalResult goal={goal} people={people} />}
              {!isAtHome && <GoalVerdict {...place} goal={goal} mayWrite={mayWrite} />}
              <Button
                type="button"
                variant="quiet"
                className="justify-self-start"
                icon={<Icon of={MessageSquareText} />}
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
              >
                Toelichtingen{remarks > 0 && ` (${remarks})`}
                <span className="sr-only">: {goal.text}</span>
              </Button>
            </div>
            {isOpen && <GoalRemarks goal={goal} people={people} row={row} mayWrite={mayWrite} />}
          </div>
        </td>
      </tr>
    </tbody>
  )
})

function GoalName({ goal, number }: { goal: EvaluatedGoalView; number: number }) {
  const from = [goalKindName(goal.kind), goal.meeting, goal.about && `voor ${goal.about}`].filter(Boolean).join(', ')
  return (
    <>
      <span className="break-words">
        {number}. {goal.text}
      </span>
      <span className="block text-sm font-normal text-ink-soft">{from}</span>
      {goal.earlier.map((words) => (
        <span key={words} className="block text-sm font-normal text-ink-soft">
          {words}
        </span>
      ))}
    </>
  )
}
