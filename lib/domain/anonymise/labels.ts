import { firstLetter, initialsOf, surnameParts } from '@/lib/domain/anonymise/name-parts'
import type { NamedPerson } from '@/lib/domain/anonymise/person'

/**
 * What stands in the place of each person's name, by id: the letters of the first names and of the surname without
 * its prefix, "J.B." for Janna van der Berg. Two people with the same letters are numbered in the order they are
 * given, "J.B.1" and "J.B.2"; give the same people in the same order to get the same labels.
 */
export function labelsOf(people: readonly NamedPerson[]): ReadonlyMap<string, string> {
  const plain = new Map(people.map((person) => [person.id, plainLabel(person)]))
  const used = Map.groupBy(plain, ([, label]) => label)
  const labels = new Map<string, string>()
  for (const [label, same] of used) {
    same.forEach(([id], index) => {
      labels.set(id, same.length > 1 ? `${label}${index + 1}` : label)
    })
  }
  return labels
}

/** Letters with dots, in capitals: ["j", "b"] → "J.B."; nothing at all gives "N.N.". */
export function dotted(letters: readonly string[]): string {
  const written = letters.map((letter) => `${letter.toLocaleUpperCase('nl')}.`).join('')
  return written === '' ? 'N.N.' : written
}

function plainLabel(person: NamedPerson): string {
  const last = surnameParts(person.surname).parts.map(firstLetter)
  return dotted([...initialsOf(person), ...last].filter((letter) => letter !== ''))
}
