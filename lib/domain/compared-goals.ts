import { reviewName, reviewTone } from './carried-words'
import { formatGoalResult, goalResult } from './goal'
import type { PlanRow, PlanRowContent } from './plan-document'

/** How something stands in one plan. */
export interface StandingInPlan {
  words: string
  tone: 'success' | 'warning' | 'danger' | 'neutral' | 'brand'
  /** Why, in the words of the plan. */
  reason: string
}

export interface ComparedGoal {
  id: string
  text: string
  /** Null where the plan says nothing of it. */
  first: StandingInPlan | null
  second: StandingInPlan | null
}

type Evaluation = Extract<PlanRowContent, { kind: 'evaluation' }>
type GoalInPlan = StandingInPlan & { id: string; text: string }

/** Each goal that one of two plans speaks of, with how it stands in both: those of the first plan first. */
export function comparedGoals(first: readonly PlanRow[], second: readonly PlanRow[]): ComparedGoal[] {
  const [before, after] = [goalsIn(first), goalsIn(second)]
  const goals = new Map([...after, ...before].map(({ id, text }) => [id, text]))
  const ids = new Set([...before, ...after].map(({ id }) => id))
  return [...ids].map((id) => ({
    id,
    text: goals.get(id) ?? '',
    first: standingOf(before, id),
    second: standingOf(after, id),
  }))
}

function standingOf(goals: readonly GoalInPlan[], id: string): StandingInPlan | null {
  const goal = goals.find((each) => each.id === id)
  return goal ? { words: goal.words, tone: goal.tone, reason: goal.reason } : null
}

function goalsIn(rows: readonly PlanRow[]): GoalInPlan[] {
  return rows.flatMap(({ subject, content }): GoalInPlan[] => {
    switch (content.kind) {
      case 'goal':
        return [{ id: content.goalId, text: content.text, words: 'nieuw', tone: 'brand', reason: '' }]
      case 'review': {
        const { goal, result, remark, isClosed } = content
        const words = closing(result ? reviewName(result) : 'besproken', isClosed)
        return [
          { id: subject?.id ?? goal, text: goal, words, tone: result ? reviewTone(result) : 'neutral', reason: remark },
        ]
      }
      case 'evaluation':
        return [{ id: content.goalId, text: content.goal, ...evaluated(content, rows) }]
      default:
        return []
    }
  })
}

/** The result is of what this reader may read. */
function evaluated({ goalId, isGoodEnough, isClosed, reason }: Evaluation, rows: readonly PlanRow[]): StandingInPlan {
  const given = rows.flatMap(({ content }) =>
    content.kind === 'percentage' && content.goalId === goalId && content.percent !== null ? [content.percent] : [],
  )
  const result = goalResult(given)
  const verdict = isGoodEnough ? 'goed genoeg' : 'nog niet goed genoeg'
  const found = [result && formatGoalResult(result), isGoodEnough !== null && verdict].filter(Boolean)
  const words = closing(found.length > 0 ? found.join(', ') : 'besproken', isClosed)
  return { words, tone: isGoodEnough ? 'success' : 'warning', reason }
}

function closing(words: string, isClosed: boolean): string {
  return isClosed ? `${words}, afgesloten` : words
}
