import type { NameOf } from './plan-content'

/**
 * What a row of a plan repeats of something that is hidden by itself: the name of an account or of somebody of the
 * network, or the words of a concern. Whoever may not read that gets the row without it (`as_read` in the database).
 */
export type Quote = {
  kind: 'person' | 'network' | 'concern'
  id: string
  /** As it stands in the row. */
  text: string | null
}

interface Somebody {
  personId?: string | null
  networkPersonId?: string | null
}

/** The names that a row repeats, as they are called now. Names of family members are read by everyone in the dossier. */
export function quotedNames(nameOf: NameOf, ...people: readonly Somebody[]): Quote[] {
  return people.flatMap(({ personId = null, networkPersonId = null }): Quote[] => {
    if (personId !== null) return [{ kind: 'person', id: personId, text: nameOf(personId) }]
    return networkPersonId === null ? [] : [{ kind: 'network', id: networkPersonId, text: nameOf(networkPersonId) }]
  })
}

/** The concern, or the risk factor, whose words a goal repeats. */
export function quotedConcern(id: string | null, text: string | null): Quote[] {
  return id === null ? [] : [{ kind: 'concern', id, text }]
}
