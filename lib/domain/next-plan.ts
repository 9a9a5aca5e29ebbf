import type { PlanKind } from './agendas/agenda'
import { mayRepeat, PLAN_KINDS, type PlanReference, type PlanState } from './plan-state'

interface ExistingPlan extends PlanReference {
  state: PlanState
}

/**
 * The plan that may be started now: the first of a dossier, or the kind after the last once that is definitive; after a
 * GIPS 2 that stayed at safety another GIPS 2. Null while a plan is being made, and after GIPS 5. Other repeats are asked
 * for by kind with `mayRepeat`.
 */
export function nextPlan(plans: readonly ExistingPlan[], lastStayedAtSafety = false): PlanReference | null {
  const last = plans.at(-1)
  if (!last) {
    return { kind: 'gips1', ordinal: 1 }
  }
  if (plans.some(({ state }) => state !== 'definitive')) {
    return null
  }
  if (last.kind === 'gips2' && lastStayedAtSafety) {
    return { kind: 'gips2', ordinal: last.ordinal + 1 }
  }
  const kind = PLAN_KINDS[PLAN_KINDS.indexOf(last.kind) + 1]
  return kind ? { kind, ordinal: 1 } : null
}

/** The repeat of the last plan that may be started now (GIPS 2, 3 and 4), or null. */
export function repeatPlan(plans: readonly ExistingPlan[]): PlanReference | null {
  const last = plans.at(-1)
  const isFree = plans.every(({ state }) => state === 'definitive')
  return last && isFree && mayRepeat(last.kind) ? { kind: last.kind as PlanKind, ordinal: last.ordinal + 1 } : null
}
