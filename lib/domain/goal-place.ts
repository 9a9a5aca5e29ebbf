import type { AgendaItem } from './agendas/agenda'
import type { GoalKind } from './goal'

interface PlacedGoal {
  kind: GoalKind
  concernId: string | null
  aboutMemberId: string | null
}

/** An extra safety goal answers no concern: it stands with the safety round. */
export function isExtraGoal({ kind, concernId }: Pick<PlacedGoal, 'kind' | 'concernId'>): boolean {
  return kind === 'safety' && concernId === null
}

/** Whether this question belongs to the safety part of the agenda. */
export function isSafetyItem(key: string): boolean {
  return key.startsWith('safety.')
}

/**
 * Whether a goal stands at this question: the extra safety goals with the safety round, recovery goals of GIPS 3 with the
 * person whose plan it is, what is left there at careful execution; in other plans all in one list.
 */
export function goalStandsAt(goal: PlacedGoal, item: Pick<AgendaItem, 'key' | 'about'>): boolean {
  if (isExtraGoal(goal) || isSafetyItem(item.key)) return isExtraGoal(goal) && isSafetyItem(item.key)
  if (item.about) return goal.kind === 'recovery' && goal.aboutMemberId === item.about.id
  return !isRestList(item) || goal.kind !== 'recovery'
}

/** Whether an agreement that serves these goals stands at this question: with the first of them. */
export function agreementStandsAt(goals: readonly PlacedGoal[], item: Pick<AgendaItem, 'key' | 'about'>): boolean {
  const isForSafety = goals.length > 0 && goals.every(isExtraGoal)
  if (isForSafety || isSafetyItem(item.key)) return isForSafety && isSafetyItem(item.key)
  const first = goals.find(({ kind }) => kind === 'recovery')
  if (item.about) return first?.aboutMemberId === item.about.id
  return !isRestList(item) || first === undefined
}

/** Where the goals and agreements stand that are about nobody's recovery (`agendaAbout`). */
function isRestList({ key }: Pick<AgendaItem, 'key'>): boolean {
  return key.startsWith('careful.')
}
