import type { Subject } from './agendas/agenda'
import type { Someone } from './meeting-forms'
import type { PersonChoice } from './meeting-view'

/**
 * Who a new agreement starts with, in sight and to be taken out: the one person who can do anything here, or the adult whose
 * recovery plan it stands in, who mostly does it for themselves. Of a child nothing is asked, and nobody else is guessed at.
 */
export function usualDoers(people: readonly PersonChoice[], about: Subject | null): Someone[] {
  if (people.length === 1) return people.map(({ who }) => who)
  if (!about || about.isChild) return []
  return people.filter(({ who }) => who.kind === 'member' && who.id === about.id).map(({ who }) => who)
}

/** Who does the same agreement in somebody else's recovery plan: what one adult does for themselves, the other does, too. */
export function doersInPlanOf(other: Subject, doers: readonly Someone[], about: Subject | null): Someone[] {
  const isOwn = ({ kind, id }: Someone) => kind === 'member' && id === about?.id
  if (!about || about.isChild || other.isChild) return [...doers]
  return doers.map((doer) => (isOwn(doer) ? { kind: 'member', id: other.id } : doer))
}
