import { formatDate, type PlainDate } from './plain-date'
import { meetingTitle, type PlanReference, planSlug } from './plan-state'

/** What a signal can lead to, each with an id of its own. */
export const LINK_KINDS = ['assessment', 'goal', 'meeting'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** What can be linked to a signal, as its screens name it. */
export interface LinkTarget {
  kind: LinkKind
  id: string
  /** A Dutch phrase that stands alone. */
  text: string
  /** Its page, after the address of the dossier. */
  path: string
}

/** Something that a signal was linked to; `id` is that of the link. */
export interface SignalLinkView {
  id: string
  target: LinkTarget
}

/** A signal at the other end, and to which part of that page it was linked. */
export interface LinkedSignal {
  signalId: string
  code: number
  text: string
}

/** An extra assessment by the day it was asked, and whether it still runs. */
export function assessmentTarget(id: string, askedOn: PlainDate, isOpen: boolean): LinkTarget {
  const text = `Extra inschatting van ${formatDate(askedOn)}${isOpen ? ' (loopt nog)' : ''}`
  return { kind: 'assessment', id, text, path: `inschatting/${id}` }
}

/** A safety goal in its own words, in the plan where it was made. */
export function goalTarget(id: string, goal: string, plan: PlanReference): LinkTarget {
  return { kind: 'goal', id, text: `Veiligheidsdoel: ${goal}`, path: `plannen/${planSlug(plan)}` }
}

/** A meeting by its name and day, held or planned. */
export function meetingTarget(id: string, plan: PlanReference, on: PlainDate, today: PlainDate): LinkTarget {
  const text = `${meetingTitle(plan.kind, plan.ordinal)} ${on > today ? 'komt op' : 'van'} ${formatDate(on)}`
  return { kind: 'meeting', id, text, path: `plannen/${planSlug(plan)}` }
}

/** The value of a target in a form. */
export function targetValue({ kind, id }: Pick<LinkTarget, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}
