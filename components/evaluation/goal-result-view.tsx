'use client'

import type { EvaluatedGoalView, EvaluatorView } from '@/lib/domain/carried-views'
import { formatPercentage, goalResult } from '@/lib/domain/goal'
import { useTypedPercents } from './use-percent'

type GoalResultProps = { goal: EvaluatedGoalView; people: readonly EvaluatorView[] }

/** The mean of what was given, with the extremes, as one types; people may differ widely, and that stays to be seen. */
export function GoalResult({ goal, people }: GoalResultProps) {
  const percents = useTypedPercents(
    goal.id,
    people.map(({ who }) => who),
    goal.given,
  )
  const result = goalResult(percents)
  return (
    <output className="min-h-11 py-2 tabular-nums" aria-label={`Gemiddeld voor: ${goal.text}`}>
      Gemiddeld <strong>{result ? formatPercentage(result.mean) : '–'}</strong>
      {result && result.lowest !== result.highest && (
        <span className="block text-sm text-ink-soft">
          van {formatPercentage(result.lowest)} tot {formatPercentage(result.highest)}
        </span>
      )}
    </output>
  )
}
