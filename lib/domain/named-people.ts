import { PREFIX_WORDS } from './anonymise/name-parts'
import type { NamedPerson } from './anonymise/person'

/** Words before a name that are no part of it: "Oma Riet", "mw. J. Bakker". Alone they name nobody. */
const TITLES = new Set(
  `opa oma tante oom buurvrouw buurman buur meneer mevrouw dhr mw mevr mr dr drs ing ir prof juf juffrouw meester zus broer
  vriend vriendin mama papa moeder vader nicht neef de het familie gezin`.split(/\s+/),
)

export interface KnownName {
  id: string
  /** As recorded in parts; null where only the whole name is known. */
  parts: Omit<NamedPerson, 'id'> | null
  name: string
}

/**
 * Everyone whose name must not stay in a text, each once: an account of somebody who is also a family member counts as
 * that member, so that both get the same initials. A whole name is taken apart at its prefix, else before its last word.
 */
export function namedPeople(known: readonly KnownName[]): NamedPerson[] {
  const people = new Map<string, NamedPerson>()
  for (const { id, parts, name } of known) {
    const person = parts ? { id, ...parts } : fromWholeName(id, name)
    const key = folded(name)
    if (person && !people.has(key)) people.set(key, person)
  }
  return [...people.values()]
}

/** "Wil de Wit" → Wil, de, Wit. Null for a name of titles only, such as "Oma". */
export function fromWholeName(id: string, name: string): NamedPerson | null {
  const words = name.split(/[\s,()/]+/).filter(Boolean)
  while (words.length > 0 && TITLES.has(bare(words[0] ?? ''))) words.shift()
  if (words.length === 0) return null
  const prefixAt = words.findIndex((word, at) => at > 0 && at < words.length - 1 && isPrefix(word))
  const lastAt = prefixAt > 0 ? prefixAt : Math.max(1, words.length - 1)
  const rest = words.slice(lastAt)
  const lead = rest.findIndex((word) => !isPrefix(word))
  const prefix = lead > 0 ? rest.slice(0, lead).join(' ') : null
  return {
    id,
    firstNames: words.slice(0, lastAt).join(' '),
    prefix,
    surname: (lead > 0 ? rest.slice(lead) : rest).join(' '),
    initials: '',
  }
}

function isPrefix(word: string): boolean {
  return PREFIX_WORDS.has(bare(word))
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[.'’]/g, '')
}

function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}
