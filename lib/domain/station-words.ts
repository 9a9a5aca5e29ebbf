import type { FramePlan } from './dossier'
import { formatDate } from './plain-date'
import { planStateName } from './plan-state'

/** Under a station of the road: which time it is, how far the plan is, and on which day the meeting is or was. */
export function stationDetail(plan: FramePlan | undefined): string {
  if (!plan) return 'nog niet begonnen'
  const repeat = plan.ordinal > 1 ? `${plan.ordinal}e keer: ` : ''
  const day = plan.heldOn === null ? '' : `, ${isToCome(plan) ? 'gepland op ' : ''}${formatDate(plan.heldOn)}`
  const only = plan.state === 'definitive' && plan.staysAtSafety ? ', alleen over de veiligheid' : ''
  return `${repeat}${planStateName(plan.state)}${day}${only}`
}

function isToCome({ state }: FramePlan): boolean {
  return state === 'preparation' || state === 'invited'
}
