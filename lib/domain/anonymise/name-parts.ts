import { fold, wordsOf } from '@/lib/domain/anonymise/words'

/** Dutch and foreign parts before a surname; a recorded prefix may hold others. */
export const PREFIX_WORDS: ReadonlySet<string> = new Set(
  `aan al bij d da dal dalla de degli dei del della den der des di do dos du een el en het i in l la las le les lo los
  mac mc o onder op over s t te ten ter toe tot uijt uit van vander vanden vom von voor y ze zu zum zur vd`.split(
    /\s+/,
  ),
)

/** Shorter ones are other words: "van Os" must not make every "vos" a name, nor "de Ur" every "deur". */
const SHORTEST_GLUED = 6

/** The parts of one person's name, as compared (folded). */
export interface NameParts {
  /** Every first name and every part of it: "Anne-Marie" gives anne, marie and annemarie. */
  first: ReadonlySet<string>
  /** Every part of the surname, without what stands before it: "Jansen-de Vries" gives jansen and vries. */
  last: ReadonlySet<string>
  /** What may stand before a part of the surname: [["van", "der"]], several for a double surname. */
  prefixes: readonly (readonly string[])[]
  /** Letters of the first names, folded. */
  initials: readonly string[]
}

/** Takes a name apart. Single letters are no part of their own: they identify nobody and would hit every "u" and "a". */
export function namePartsOf(name: {
  firstNames: string
  prefix: string | null
  surname: string
  initials: string
}): NameParts {
  const surname = surnameParts(name.surname)
  const [lead = [], ...inner] = surname.prefixes
  const prefix = [...(name.prefix ? foldedWords(name.prefix) : []), ...lead]
  return {
    first: new Set([...foldedWords(name.firstNames), ...gluedParts(name.firstNames)].filter(isPart)),
    last: new Set([...surname.parts, ...(prefix.length > 0 ? withPrefix(prefix, surname.parts) : [])].filter(isPart)),
    prefixes: [prefix, ...inner].filter((words) => words.length > 0),
    initials: initialsOf(name),
  }
}

/**
 * The letters that stand for the first names. From the recorded initials only the first letter of each part is used,
 * so that a name written in that field does not come out again.
 */
export function initialsOf(name: { firstNames: string; initials: string }): string[] {
  const recorded = /^\p{Lu}{2,4}$/u.test(name.initials.trim()) ? [...name.initials.trim()] : wordTexts(name.initials)
  const source = recorded.length > 0 ? recorded : wordTexts(name.firstNames)
  return source.map(firstLetter).filter((letter) => letter !== '')
}

/** The first letter of a folded or written part, or nothing when it has none. */
export function firstLetter(part: string): string {
  return [...fold(part)][0] ?? ''
}

/** The main parts of a surname, each with what leads it: "Jansen-de Vries" → jansen, and vries led by de. */
export function surnameParts(surname: string): { parts: string[]; prefixes: string[][] } {
  const words = foldedWords(surname)
  const parts: string[] = []
  const prefixes: string[][] = []
  let lead: string[] = []
  for (const word of words) {
    lead.push(word)
    if (PREFIX_WORDS.has(word) || word.length === 1) continue
    parts.push(word)
    prefixes.push(lead.slice(0, -1))
    lead = []
  }
  return parts.length > 0 ? { parts, prefixes } : { parts: words, prefixes: [] }
}

function wordTexts(text: string): string[] {
  return wordsOf(text).map((word) => text.slice(word.start, word.end))
}

function foldedWords(text: string): string[] {
  return wordsOf(text).map((word) => word.folded)
}

/** "Anne-Marie" is also written "Annemarie". */
function gluedParts(firstNames: string): string[] {
  return firstNames
    .split(/\s+/)
    .filter((name) => /\p{L}[-\u2010-\u2015]\p{L}/u.test(name))
    .map(fold)
}

/** "de Vries" is also written "Devries" and "van der Berg" "Vanderberg" or "vd Berg". */
function withPrefix(prefix: readonly string[], parts: readonly string[]): string[] {
  const [part] = parts
  if (!part) return []
  const glued = [prefix.join('') + part]
  if (prefix.length > 1) glued.push(prefix.map(firstLetter).join('') + part)
  return glued.filter((word) => word.length >= SHORTEST_GLUED)
}

function isPart(part: string): boolean {
  return [...part].length > 1
}
