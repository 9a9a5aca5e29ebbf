interface Named {
  name: string
  detail: string | null
}

/**
 * Who is meant by the first letters of a name: first whose name begins with them, then who has a later name that does, then in
 * whose name or detail (a profession) they stand anywhere; in each group in the order given. Case and accents do not count.
 * Without letters, everyone.
 */
export function searchNames<T extends Named>(people: readonly T[], typed: string): T[] {
  const wanted = folded(typed.trim())
  return people
    .map((person) => ({ person, distance: distanceOf(person, wanted) }))
    .filter(({ distance }) => distance < NOT_MEANT)
    .sort((one, other) => one.distance - other.distance)
    .map(({ person }) => person)
}

const NOT_MEANT = 3

function distanceOf({ name, detail }: Named, wanted: string): number {
  const [own, all] = [folded(name), folded(`${name} ${detail ?? ''}`)]
  if (own.startsWith(wanted)) return 0
  if (own.split(/[\s-]+/).some((part) => part.startsWith(wanted))) return 1
  return all.includes(wanted) ? 2 : NOT_MEANT
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLocaleLowerCase('nl')
}
