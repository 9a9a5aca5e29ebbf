const SHORT = /^(?:\p{Lu}\p{Ll}?\.?\s?){1,5}$/u
/** So many letters in a row tell a name. */
const TELLING = 3

/**
 * The initials of somebody as a room may see them: those that were recorded, else one letter of each part of the name. What
 * was recorded in that field and tells more than initials do (a whole name, or the beginning of one) is not shown.
 */
export function roomInitials(name: string, recorded: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '')
  const asRecorded = recorded.trim()
  return SHORT.test(asRecorded) && !tellsName(asRecorded, words) ? asRecorded : lettersOf(words)
}

/** Family members with the same initials get a number, the same at every slide: whose score it is must stay clear. */
export function tellingApart<P extends { id: string; kind: string; initials: string }>(people: readonly P[]): P[] {
  return people.map((person) => {
    const alike = people.filter(({ kind, initials }) => kind === 'member' && initials === person.initials)
    if (person.kind !== 'member' || alike.length < 2) return person
    const number = alike.filter(({ id }) => id <= person.id).length
    return { ...person, initials: `${person.initials} (${number})` }
  })
}

function tellsName(recorded: string, words: readonly string[]): boolean {
  const letters = capitals(recorded)
  return words.map(capitals).some((word) => {
    const beginning = word.slice(0, TELLING)
    return word === letters || (beginning.length === TELLING && letters.includes(beginning))
  })
}

function lettersOf(words: readonly string[]): string {
  return words.map((word) => `${[...capitals(word)][0] ?? ''}.`).join('')
}

function capitals(text: string): string {
  return text.replace(/[^\p{L}]/gu, '').toLocaleUpperCase('nl')
}
