import type { PlanKind } from './agendas/agenda'
import { agendaOf } from './agendas/registry'
import type { OwnTask } from './attention'
import type { PlanState } from './plan-state'
import { asksTopThree } from './top-three-draft'

/** Somebody's seat at a meeting that is prepared or held, and what they did from it. */
export interface SeatTask {
  kind: PlanKind
  ordinal: number
  state: PlanState
  agendaVersion: number
  role: 'caseDirector' | 'noteTaker' | 'professional' | 'family'
  hasDraft: boolean
  hasScored: boolean
}

/** What is still to be done from a seat: scores in the meeting; a TOP-3 before it where its agenda asks one, never of the family. */
export function seatTask({ kind, ordinal, state, agendaVersion, role, hasDraft, hasScored }: SeatTask): OwnTask[] {
  const plan = { kind, ordinal }
  if (state === 'meeting') {
    return hasScored ? [] : [{ kind: 'scores', plan }]
  }
  const prepares = role !== 'family' && asksTopThree(agendaOf(kind, agendaVersion))
  return prepares && !hasDraft ? [{ kind: 'topThree', plan }] : []
}
