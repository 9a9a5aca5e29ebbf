import type { ConcernView, MeetingShown } from './meeting-view'
import { isForTopThree, playsAPart, type RiskView } from './risk-assessment'

type Chosen = readonly { concernId: string }[]

/**
 * What an own TOP-3 is chosen from, in the order in which it stands on the screen: the risk factors that play a part here
 * (GIPS 2), and the concerns of the inventory. What was chosen before stays among them.
 */
export function forOwnTopThree({ risks, concerns, choices }: MeetingShown): ConcernView[] {
  return [...choosable(risks, choices, ({ presence }) => playsAPart(presence)), ...inventory(concerns)]
}

/** What the case director's TOP-3 is chosen from: of the risk factors only those that are crucial and changeable. */
export function forDecidedTopThree({ risks, concerns, decisions }: MeetingShown): ConcernView[] {
  return [...choosable(risks, decisions, isForTopThree), ...inventory(concerns)]
}

/** The concern or risk factor with this id or key, as it is called; null for what is not there (any more). */
export function choiceNamed({ risks, concerns }: MeetingShown, id: string): ConcernView | null {
  const risk = risks.find(({ key }) => key === id)
  return risk ? asConcern(risk) : (concerns.find((concern) => concern.id === id) ?? null)
}

function choosable(risks: readonly RiskView[], chosen: Chosen, isOffered: (risk: RiskView) => boolean): ConcernView[] {
  return risks
    .filter((risk) => isOffered(risk) || chosen.some(({ concernId }) => concernId === risk.key))
    .map(asConcern)
}

/** In a TOP-3 and for goals a risk factor stands where elsewhere a concern does, under its key. */
function asConcern({ key, name, aboutMemberId, version }: RiskView): ConcernView {
  return { id: key, text: name, harmfulEffect: '', aboutMemberId, isReported: false, version }
}

function inventory(concerns: readonly ConcernView[]): ConcernView[] {
  return concerns.filter(({ isReported }) => !isReported)
}
