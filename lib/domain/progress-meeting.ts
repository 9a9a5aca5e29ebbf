import { addDays } from './calendar'
import type { PlainDate } from './plain-date'

/** How far a goal is, at a progress meeting. */
export const GOAL_PROGRESS = {
  ahead: 'gaat vooruit',
  same: 'blijft gelijk',
  behind: 'gaat achteruit',
  reached: 'is gehaald',
} as const
export type GoalProgress = keyof typeof GOAL_PROGRESS

/** Whether the help for a goal works. */
export const HELP_WORKS = {
  yes: 'de hulp werkt',
  partly: 'de hulp werkt een beetje',
  no: 'de hulp werkt niet',
  notStarted: 'de hulp is nog niet begonnen',
} as const
export type HelpWorks = keyof typeof HELP_WORKS

/** Whether somebody was there, and what they said of what was agreed on; empty: not there. */
export const PRESENCE = {
  yes: 'erbij, en akkoord',
  no: 'erbij, en niet akkoord',
  open: 'erbij, nog niet gevraagd',
} as const
export type Presence = keyof typeof PRESENCE

/** Whether who was there agrees, as it is kept; null when nobody asked. */
export function agreesBy(presence: Presence): boolean | null {
  return presence === 'open' ? null : presence === 'yes'
}

/** The inverse of `agreesBy`: the choice of the form that says what was kept. */
export function presenceOf(agrees: boolean | null): Presence {
  if (agrees === null) return 'open'
  return agrees ? 'yes' : 'no'
}

export type ParticipantKind = 'person' | 'member' | 'network'

const SIX_WEEKS = 42

/** The last day of the next progress meeting, and whether it has passed. */
export interface NextProgressMeeting {
  until: PlainDate
  isOverdue: boolean
}

/** Progress meetings are held at least every six weeks, counted from the last one. Null before the first. */
export function nextProgressMeeting(lastOn: PlainDate | null, today: PlainDate): NextProgressMeeting | null {
  if (lastOn === null) {
    return null
  }
  const until = addDays(lastOn, SIX_WEEKS)
  return { until, isOverdue: today > until }
}
