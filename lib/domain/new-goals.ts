import type { DossierFrame } from './dossier'
import type { GoalsDraft } from './goals-draft'
import type { Someone } from './meeting-forms'
import type { MemberView, PersonChoice } from './meeting-view'
import { formatDate, type PlainDate } from './plain-date'

/** In the field that says who does an agreement: everyone. */
export const EVERYONE = 'everyone'

/** How the safety plan stands. */
export interface SafetyPlanNow {
  slug: string
  /** Version last adopted; 0 before the first. */
  version: number
  isBeingRevised: boolean
}

/** A goal that an extra assessment brought, and when that was closed. */
export interface GoalOrigin {
  goalId: string
  on: PlainDate
}

/** What the form for new safety goals after an extra assessment shows. */
export interface NewGoalsPage {
  frame: DossierFrame
  /** `closedOn` is null while it still runs: then there is nothing to write yet. */
  assessment: { id: string; closedOn: PlainDate | null; conclusion: string | null }
  /** What professionals think can be done at once, as they wrote it. */
  measures: string[]
  /** Null where the safety plan was not begun. */
  plan: SafetyPlanNow | null
  ids: { version: string; goal: string; agreement: string }
  /** What the viewer wrote before and did not confirm yet. */
  own: { draft: GoalsDraft | null; version: number }
  members: MemberView[]
  people: PersonChoice[]
  /** The family accounts that read the new version. */
  readers: string[]
  today: PlainDate
  /** The day that an agreement starts with, for who types it to change. */
  usualDueOn: PlainDate
}

/** Where goals came from, in words, by their id. */
export function originWords(origins: readonly GoalOrigin[]): Record<string, string> {
  return Object.fromEntries(
    origins.map(({ goalId, on }) => [goalId, `Erbij gekomen na de extra inschatting van ${formatDate(on)}.`]),
  )
}

/** Who does an agreement, in one field. */
export function doersText(people: readonly Someone[], byEveryone: boolean): string {
  return [...(byEveryone ? [EVERYONE] : []), ...people.map(({ kind, id }) => `${kind}:${id}`)].join(' ')
}
