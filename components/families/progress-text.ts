import { meetingTitle, planStateName } from '@/lib/domain/plan-state'
import type { FamilyProgress } from '@/lib/domain/region'

const STATES: Readonly<Record<string, string>> = {
  intake: 'intake',
  active: 'loopt',
  aftercare: 'nazorg',
  closed: 'afgesloten',
}

/** How a trajectory stands: "intake", "loopt". */
export function stateText(state: string): string {
  return STATES[state] ?? state
}

/** The latest plan and its state: "GIPS 1, voorlopig". */
export function progressText({ planKind, planOrdinal, planState }: FamilyProgress): string {
  if (planKind === null || planState === null) {
    return 'nog geen'
  }
  return `${meetingTitle(planKind, planOrdinal ?? 1)}, ${planStateName(planState)}`
}
