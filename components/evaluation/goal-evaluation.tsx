'use client'

import { type FocusEvent, useMemo, useState } from 'react'
import { moveInGrid } from '@/components/meeting/grid-keys'
import type { Place } from '@/components/meeting/place'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useDrawn } from '@/components/ui/use-drawn'
import type { EvaluatedGoalView, EvaluationView, EvaluatorView } from '@/lib/domain/carried-views'
import { evaluatorsAtTable } from '@/lib/domain/evaluators'
import type { SeatView } from '@/lib/domain/meeting-view'
import { GoalRows } from './goal-rows'
import { GoalsComing } from './goals-coming'
import { useGoals } from './use-goals'

/** Goals that the server draws, also where all of them travel with the page. */
const GOALS_AT_FIRST = 3

/** Who has a column: these, or at the table whom the seats and the goals that are here tell. */
type Columns = readonly EvaluatorView[] | { seats: readonly SeatView[] }

type GoalEvaluationProps = Place & {
  caption: string
  evaluation: EvaluationView
  people: Columns
  mayWrite: boolean
  /** With the family and its network, before the meeting: no verdict, and no mean before everyone was heard. */
  isAtHome?: boolean
}

/**
 * All goals of earlier plans in one table: goals down, participants across. Enter goes on, the arrows go from figure to
 * figure, Tab through everything. On a phone one goal at a time.
 */
export function GoalEvaluation({
  caption,
  evaluation,
  people: who,
  mayWrite,
  isAtHome = false,
  ...place
}: GoalEvaluationProps) {
  const [current, setCurrent] = useState(0)
  const { total } = evaluation
  const { goals, state, retry } = useGoals(place, evaluation)
  const people = useColumns(who, goals)
  const drawn = useDrawn(goals.length, GOALS_AT_FIRST)
  if (total === 0) {
    return (
      <EmptyState title="Er zijn geen doelen om op terug te kijken">
        Alle doelen uit eerdere plannen zijn afgesloten, of er waren er geen. Bekijk samen wat er nog nodig is, en maak
        daar een werkdoel voor.
      </EmptyState>
    )
  }

  function follow(event: FocusEvent<HTMLElement>) {
    const row = event.target.dataset.cell?.split(',')[0]
    if (row !== undefined) setCurrent(Number(row))
  }

  return (
    <div className="space-y-4">
      {people.length === 0 && (
        <p className="text-ink-soft">Zodra bekend is wie er meedoen, kan ieder hier een percentage geven.</p>
      )}
      <GoalSteps current={current} here={goals.length} total={total} onStep={setCurrent} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that move between the fields in it */}
      <div className="overflow-x-auto" onKeyDown={moveInGrid} onFocus={follow}>
        <table className="table table-stack table-figures">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Doel</th>
              {people.map(({ who, name }) => (
                <th key={who.id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {goals.slice(0, drawn).map((goal, row) => (
            <GoalRows
              key={goal.id}
              {...place}
              goal={goal}
              people={people}
              row={row}
              isCurrent={row === current}
              mayWrite={mayWrite}
              isAtHome={isAtHome}
            />
          ))}
        </table>
      </div>
      {state !== 'here' && <GoalsComing {...place} state={state} count={total - goals.length} onRetry={retry} />}
      <GoalSteps current={current} here={goals.length} total={total} onStep={setCurrent} />
    </div>
  )
}

/** The same list for as long as it says the same: with another one all rows are drawn again. */
function useColumns(people: Columns, goals: readonly EvaluatedGoalView[]): readonly EvaluatorView[] {
  const said = JSON.stringify('seats' in people ? evaluatorsAtTable(people.seats, goals) : people)
  return useMemo(() => JSON.parse(said), [said])
}

type GoalStepsProps = {
  current: number
  /** How many of them can be gone to. */
  here: number
  total: number
  onStep: (row: number) => void
}

/** From goal to goal, on a phone. */
function GoalSteps({ current, here, total, onStep }: GoalStepsProps) {
  if (total === 1) {
    return null
  }
  return (
    <div className="flex items-center justify-between gap-3 md:hidden">
      <Button type="button" variant="secondary" disabled={current === 0} onClick={() => onStep(current - 1)}>
        Vorige
      </Button>
      <span className="whitespace-nowrap text-ink-soft" role="status">
        <span className="sr-only">Doel </span>
        {current + 1} van {total}
      </span>
      <Button type="button" variant="secondary" disabled={current >= here - 1} onClick={() => onStep(current + 1)}>
        Volgende
      </Button>
    </div>
  )
}
