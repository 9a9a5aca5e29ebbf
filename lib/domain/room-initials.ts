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
