import { addDays } from './calendar'
import type { PlainDate } from './plain-date'
import { MINIMUM_SCORE } from './score'

/** How the case director heard or saw it. */
export const CONTACT_KINDS = {
  visit: 'bezoek',
  phone: 'telefoongesprek',
  video: 'beeldgesprek',
  information: 'informatie van anderen',
} as const
export type ContactKind = keyof typeof CONTACT_KINDS

/** What a changed score may ask for (domain: between the meetings). */
export const FOLLOW_UPS = {
  instrument: 'het instrument voor risicotaxatie (HAVIK) opnieuw invullen',
  agreements: 'strakkere veiligheidsafspraken',
  help: 'andere of meer hulp',
  intervention: 'meteen ingrijpen',
} as const
export type FollowUp = keyof typeof FOLLOW_UPS

/** Both scores of one child, 0–10 with at most one decimal. */
export interface SafetyNow {
  current: number
  lasting: number
}

export interface MeasuredOn extends SafetyNow {
  on: PlainDate
}

/** What the rules say of a measurement, beside the one of the same child before it. */
export interface Suggestions {
  /** The score changed: the four questions are asked. */
  asksQuestions: boolean
  /** It fell to under a 6, or by two points or more: an extra assessment or a meeting. */
  asksAssessment: boolean
}

const LARGE_FALL = 2
const LASTING_ENOUGH = 6

/**
 * What a measurement asks for. A fall to under 6 is judged on safety now, a fall of two points or more on either score:
 * lasting safety begins under 6 in every family. The first measurement of a child changes nothing, so asks nothing.
 */
export function suggestionsFor(before: SafetyNow | null, { current, lasting }: SafetyNow): Suggestions {
  if (!before) {
    return { asksQuestions: false, asksAssessment: false }
  }
  const falls = [fallOf(before.current, current), fallOf(before.lasting, lasting)]
  const fellUnderSix = current < before.current && current < MINIMUM_SCORE
  return {
    asksQuestions: current !== before.current || lasting !== before.lasting,
    asksAssessment: fellUnderSix || falls.some((fall) => fall >= LARGE_FALL),
  }
}

/**
 * Whether a key decision is due (towards recovery and securing): lasting safety is at 6 or more now, and nothing was
 * decided since it came there. Takes the measurements of one child, oldest first.
 */
export function isKeyDecisionDue(history: readonly (SafetyNow & { keyDecision: string | null })[]): boolean {
  const lastUnder = history.findLastIndex(({ lasting }) => lasting < LASTING_ENOUGH)
  const sinceThen = history.slice(lastUnder + 1)
  return sinceThen.length > 0 && sinceThen.every(({ keyDecision }) => keyDecision === null)
}

/** When the director is in touch again: the day from which, the last day on which, and whether that has passed. */
export interface NextContact {
  from: PlainDate
  until: PlainDate
  isOverdue: boolean
}

/**
 * When the next contact is due: every week until the lead provider starts, from then on after 4 to 8 weeks. Who starts
 * today counts as started. Null before the first contact: nothing runs yet.
 */
export function nextContact(
  lastOn: PlainDate | null,
  leadProviderSince: PlainDate | null,
  today: PlainDate,
): NextContact | null {
  if (lastOn === null) {
    return null
  }
  const hasStarted = leadProviderSince !== null && leadProviderSince <= today
  const from = addDays(lastOn, hasStarted ? 28 : 7)
  const until = addDays(lastOn, hasStarted ? 56 : 7)
  return { from, until, isOverdue: today > until }
}

/** Whether this person may still mend a measurement: their own, and not yet a day old. Later a correction is added. */
export function mayMend(
  { authorId, createdAt }: { authorId: string; createdAt: Date },
  { personId, now }: { personId: string; now: Date },
): boolean {
  return authorId === personId && now.getTime() - createdAt.getTime() < 86_400_000
}

/** Scores have one decimal, which a computer does not subtract exactly. */
function fallOf(before: number, after: number): number {
  return Math.round((before - after) * 10) / 10
}
