import { isEmpty, type SheetItem } from '@/lib/domain/answer-sheet'
import type { MeetingPage } from '@/lib/domain/meeting-view'

/**
 * Whether something stands at this question already: a first look for the outline, no judgement of what the plan needs
 * (that is what "wat ontbreekt nog" tells).
 */
export function hasContents(page: MeetingPage, { item, fields }: SheetItem): boolean {
  const { round, concerns, risks, choices, decisions, goals, agreements } = page
  if (item.instrument === 'safetyGoalReview') return page.carried.reviews.every(({ result }) => result !== null)
  if (item.instrument === 'goalEvaluation') return isEvaluated(page)
  switch (item.kind) {
    case 'introductions':
      return page.seats.every(({ attendance }) => attendance !== 'unknown')
    case 'safetyRound':
      return round.scores.some(
        ({ scorer, score, cannotJudge }) => scorer.kind === 'person' && (score !== '' || cannotJudge),
      )
    case 'minimumRequirements':
      return round.minimum.isMet !== null
    case 'concerns':
      return concerns.some(({ isReported }) => !isReported) || risks.some(({ isCrucial }) => isCrucial)
    case 'topThreeChoices':
      return choices.some(({ isDraft }) => !isDraft)
    case 'topThree':
      return decisions.length > 0
    case 'goals':
      return goals.some((goal) => isExtraGoal(goal) === isSafetyItem(item.key))
    case 'agreements':
      return agreements.some(({ goalIds }) => isOnlyExtra(page, goalIds) === isSafetyItem(item.key))
    default:
      return fields.some((field) => !isEmpty(field))
  }
}

function isEvaluated({ carried: { evaluation } }: MeetingPage): boolean {
  return evaluation?.goals.every(({ verdict }) => verdict.isGoodEnough !== null) ?? true
}

/** An extra safety goal answers no concern: it stands with the safety round. */
export function isExtraGoal({ kind, concernId }: { kind: string; concernId: string | null }): boolean {
  return kind === 'safety' && concernId === null
}

/** Whether an agreement serves extra safety goals and nothing else: then it stands with them. */
export function isOnlyExtra({ goals }: Pick<MeetingPage, 'goals'>, goalIds: readonly string[]): boolean {
  const served = goals.filter(({ id }) => goalIds.includes(id))
  return served.length > 0 && served.every(isExtraGoal)
}

/** Whether this question belongs to the safety part of the agenda. */
export function isSafetyItem(key: string): boolean {
  return key.startsWith('safety.')
}
