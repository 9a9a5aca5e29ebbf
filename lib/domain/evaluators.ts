import type { EvaluatedGoalView, EvaluatorView } from './carried-views'
import type { SeatView } from './meeting-view'

/**
 * Who has a column at the table: everyone but the neutral chair; the note-taker, and who is absent, only where they gave
 * something for one of these goals.
 */
export function evaluatorsAtTable(
  seats: readonly SeatView[],
  goals: readonly Pick<EvaluatedGoalView, 'given'>[],
): EvaluatorView[] {
  const gave = (id: string) => goals.some(({ given }) => id in given)
  return seats
    .filter(({ role }) => role !== 'gipsMaster')
    .filter(({ who, role, attendance }) => (role !== 'noteTaker' && attendance !== 'absent') || gave(who.id))
    .map(({ who, name, detail }) => ({ who, name, detail }))
}
