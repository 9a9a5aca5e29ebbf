import type { SituationPlan } from '@/lib/domain/attention'
import { formatDate } from '@/lib/domain/plain-date'
import { meetingTitle } from '@/lib/domain/plan-state'

/** The next meeting in a few words: "GIPS 2 op 3 maart 2026, ochtend". After the last one, or in a closed dossier, none comes. */
export function nextMeetingText(
  plan: Pick<SituationPlan, 'kind' | 'ordinal' | 'heldOn' | 'part'> | null,
  familyState: string,
): string {
  if (!plan?.heldOn) {
    return familyState === 'aftercare' || familyState === 'closed' ? 'er komt geen overleg meer' : 'nog niet gepland'
  }
  const part = { morning: ', ochtend', afternoon: ', middag' }
  return `${meetingTitle(plan.kind, plan.ordinal)} op ${formatDate(plan.heldOn)}${plan.part ? part[plan.part] : ''}`
}
