import { labelsOf } from '@/lib/domain/anonymise/labels'
import { type NameParts, namePartsOf } from '@/lib/domain/anonymise/name-parts'
import type { NamedPerson } from '@/lib/domain/anonymise/person'

export interface KnownPerson extends NameParts {
  id: string
  label: string
}

/** The parts of all names, ready to be looked up word by word. */
export interface NameIndex {
  people: readonly KnownPerson[]
  byPart: ReadonlyMap<string, readonly KnownPerson[]>
}

/** A word that is (part of) somebody's name. */
export interface PartMatch {
  part: string
  people: readonly KnownPerson[]
  /** The word is the part with an s: "Jannas". */
  genitive: boolean
}

/** Takes all names apart once; a person given twice counts once. */
export function indexOf(people: readonly NamedPerson[]): NameIndex {
  const once = [...new Map(people.map((person) => [person.id, person])).values()]
  const labels = labelsOf(once)
  const known = once.map((person) => ({
    id: person.id,
    label: labels.get(person.id) ?? 'N.N.',
    ...namePartsOf(person),
  }))
  const byPart = new Map<string, KnownPerson[]>()
  for (const person of known) {
    for (const part of new Set([...person.first, ...person.last])) {
      byPart.set(part, [...(byPart.get(part) ?? []), person])
    }
  }
  return { people: known, byPart }
}

/**
 * Whose name a word is, or null. The genitive without apostrophe ("Jannas") counts as well; parts of two or three
 * letters take it only with a capital, else "als" would be "of Al" and "bos" "of Bo".
 */
export function matchPart(index: NameIndex, folded: string, capital: boolean): PartMatch | null {
  const people = index.byPart.get(folded)
  if (people) return { part: folded, people, genitive: false }
  if (!folded.endsWith('s')) return null
  const part = folded.slice(0, -1)
  const owners = index.byPart.get(part)
  if (!owners || (part.length <= 3 && !capital)) return null
  return { part, people: owners, genitive: true }
}
