import type { SituationPlan } from './attention'
import { formatDate, type PlainDate } from './plain-date'
import { meetingTitle } from './plan-state'

/** When case manager and family look back together, as the future plan that was adopted says (GIPS §3.5.6). */
export interface LookBacks {
  firstOn: PlainDate
  secondOn: PlainDate
}

export interface Coming {
  /** "Volgend overleg", or what takes its place. */
  heading: string
  text: string
}

type ComingMeeting = Pick<SituationPlan, 'kind' | 'ordinal' | 'heldOn' | 'part'>

/** The next meeting in a few words: "GIPS 2 op 3 maart 2026, ochtend". After the last one comes the year of aftercare. */
export function comingMeeting(plan: ComingMeeting | null, familyState: string): Coming {
  if (plan?.heldOn) {
    const part = { morning: ', ochtend', afternoon: ', middag' }
    const when = `${formatDate(plan.heldOn)}${plan.part ? part[plan.part] : ''}`
    return { heading: 'Volgend overleg', text: `${meetingTitle(plan.kind, plan.ordinal)} op ${when}` }
  }
  if (familyState === 'aftercare') {
    return { heading: 'Nazorg', text: 'de vijf overleggen zijn geweest, de casemanager blijft in de buurt' }
  }
  return { heading: 'Volgend overleg', text: 'nog niet gepland' }
}

/**
 * What lies ahead in a dossier: the next meeting; in aftercare the days on which case manager and family look back; in a
 * closed dossier nothing, and whether the road was walked to its end. `lookBacks` is null where the viewer may not read
 * them, or where there is no future plan.
 */
export function whatComes(
  next: ComingMeeting | null,
  state: { familyState: string; hasFuturePlan: boolean; lookBacks: LookBacks | null },
  today: PlainDate,
): Coming {
  if (state.familyState === 'closed') return closedText(state.hasFuturePlan)
  const coming = comingMeeting(next, state.familyState)
  if (next?.heldOn || state.familyState !== 'aftercare' || !state.lookBacks) return coming
  return lookingBack(state.lookBacks, today)
}

function closedText(hasFuturePlan: boolean): Coming {
  const text = hasFuturePlan
    ? 'het traject is klaar, er komt geen overleg meer'
    : 'het traject stopte voordat alle vijf overleggen er waren, er komt geen overleg meer'
  return { heading: 'Gesloten', text }
}

function lookingBack({ firstOn, secondOn }: LookBacks, today: PlainDate): Coming {
  const heading = 'Samen terugkijken met de casemanager'
  if (today <= firstOn) {
    return { heading, text: `op ${formatDate(firstOn)} en op ${formatDate(secondOn)}` }
  }
  if (today <= secondOn) {
    return { heading, text: `voor de tweede keer op ${formatDate(secondOn)}` }
  }
  return { heading, text: 'beide dagen zijn geweest, het dossier kan worden gesloten' }
}
