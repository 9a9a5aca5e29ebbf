import { type KnownPerson, matchPart, type NameIndex, type PartMatch } from '@/lib/domain/anonymise/name-index'
import { ordinaryKind } from '@/lib/domain/anonymise/ordinary-words'
import { between, type Word, wordsOf } from '@/lib/domain/anonymise/words'

/** Prefixes that people mix up: "van der" for "van den". */
const ALIKE = [
  ['de', 'den', 'der', 'd'],
  ['te', 'ten', 'ter'],
  ['van', 'von', 'v'],
  ['t', 'het'],
]
const LINKS = new Set(['van', 'von', 'de', 'den', 'der', 'te', 'ten', 'ter', 'v', 'd', 't', 'vd'])

/** A name as it stands in the text: one or several parts of one person's name with all that belongs between them. */
export interface Occurrence {
  /** Places in `words`: the first and last word that is replaced. */
  from: number
  to: number
  parts: { at: number; match: PartMatch }[]
  /** Whoever it can be: several when the parts found do not tell them apart. */
  people: readonly KnownPerson[]
}

/** A text with its words and the index of names it is searched for. */
export interface SearchedText {
  text: string
  words: readonly Word[]
  index: NameIndex
}

/** Prepares a text: its words, with invisible characters looked through where a name hides behind them. */
export function searched(text: string, index: NameIndex): SearchedText {
  return { text, index, words: wordsOf(text, (folded) => matchPart(index, folded, true) !== null) }
}

/** Every place where part of a name stands, from left to right, without overlap. Nothing is decided yet. */
export function occurrencesIn(search: SearchedText): Occurrence[] {
  const found: Occurrence[] = []
  for (let at = 0; at < search.words.length; at += 1) {
    const match = matchAt(search, at)
    if (!match) continue
    const grown = growRight(search, { from: at, to: at, parts: [{ at, match }], people: match.people })
    const whole = growLeft(search, grown, found.at(-1)?.to ?? -1)
    found.push(whole)
    at = whole.to
  }
  return found
}

/** Whether the word in the original text starts with a capital. */
export function isCapital({ text, words }: SearchedText, at: number): boolean {
  const word = words[at]
  return word !== undefined && /^[\p{Lu}\p{Lt}]/u.test(text.slice(word.start, word.end))
}

/** The signs between word `at` and the next. */
export function gapAfter({ text, words }: SearchedText, at: number): string {
  const word = words[at]
  return word ? between(text, word.end, words[at + 1]?.start ?? text.length) : ''
}

function matchAt(search: SearchedText, at: number): PartMatch | null {
  const word = search.words[at]
  return word ? matchPart(search.index, word.folded, isCapital(search, at)) : null
}

function growRight(search: SearchedText, start: Occurrence): Occurrence {
  let grown = start
  for (let next = nextPart(search, grown); next; next = nextPart(search, grown)) grown = next
  return withTrailingPrefix(search, grown)
}

/** The occurrence with one more part of the same name, or null. */
function nextPart(search: SearchedText, grown: Occurrence): Occurrence | null {
  const last = grown.parts.at(-1)
  if (!last || last.match.genitive) return null
  for (let at = grown.to + 1; at <= grown.to + 6; at += 1) {
    const match = matchAt(search, at)
    const people = match ? grown.people.filter((person) => adds(person, grown, match)) : []
    if (match && people.length > 0 && joins(search, grown, at)) {
      return { from: grown.from, to: at, parts: [...grown.parts, { at, match }], people }
    }
    if (!isLink(search, at, grown.people)) return null
  }
  return null
}

/** A part joins when it is the same person's and was not there yet: "Anna Maria", but not "Anna Anna". */
function adds(person: KnownPerson, grown: Occurrence, match: PartMatch): boolean {
  return match.people.includes(person) && grown.parts.every((part) => part.match.part !== match.part)
}

function joins(search: SearchedText, grown: Occurrence, at: number): boolean {
  for (let gap = grown.to; gap < at; gap += 1) {
    if (!isLinkGap(gapAfter(search, gap), gap === grown.to ? 'afterPart' : 'afterLink')) return false
  }
  const word = search.words[at]
  const lowerCaseOrdinary = word && !isCapital(search, at) && ordinaryKind(word.folded) === 'other'
  return !lowerCaseOrdinary || at > grown.to + 1
}

/** Words that may stand between two parts: prefixes ("van", "d") and the person's own initials ("Janna M. Berg"). */
function isLink({ words }: SearchedText, at: number, people: readonly KnownPerson[]): boolean {
  const word = words[at]?.folded
  if (word === undefined) return false
  return LINKS.has(word) || people.some((person) => isOwnLink(person, word))
}

function isOwnLink(person: KnownPerson, word: string): boolean {
  return person.prefixes.some((prefix) => prefix.includes(word)) || person.initials.includes(word)
}

function isLinkGap(gap: string, place: 'afterPart' | 'afterLink'): boolean {
  if (place === 'afterPart') return /^(?: *\n? *|-| - |, ?)$/.test(gap) && gap !== ''
  return /^[.'/]{0,2} ?\n?[-']?$/.test(gap) && gap !== ''
}

/** "Berg, van der", "Berg, J. van der" and "Berg, Janna van der". */
function withTrailingPrefix(search: SearchedText, grown: Occurrence): Occurrence {
  const last = grown.parts.at(-1)
  const owners = grown.people.filter((person) => grown.parts.some(({ match }) => person.last.has(match.part)))
  if (!last || last.match.genitive || owners.length === 0) return grown
  const inverted = !owners.some((person) => person.last.has(last.match.part))
  if (!(inverted ? /^ $/ : /^, ?$/).test(gapAfter(search, grown.to))) return grown
  for (let at = grown.to + 4; at > grown.to; at -= 1) {
    const tail = search.words.slice(grown.to + 1, at + 1).map((word) => word.folded)
    const people = owners.filter((person) => (inverted ? isPrefixOf(person, tail) : isTail(person, tail)))
    if (tail.length === at - grown.to && people.length > 0 && endsThere(search, at, tail.length)) {
      return { ...grown, to: at, people }
    }
  }
  return grown
}

function isTail(person: KnownPerson, tail: readonly string[]): boolean {
  const initials = tail.findIndex((word) => !person.initials.includes(word))
  return initials < 0 || isPrefixOf(person, tail.slice(initials)) || isPrefixOf(person, tail)
}

/** A single "de" after a comma is mostly an article ("Vries, de buurvrouw"): then something must close it off. */
function endsThere(search: SearchedText, at: number, length: number): boolean {
  const gap = gapAfter(search, at)
  if (startsName(search, at + 1)) return false
  const closed = at === search.words.length - 1 || /[^ '.-]|\n/.test(gap) || gap.includes('. ')
  return closed || (length > 1 && !isCapital(search, at + 1))
}

/** "Berg, H. van der Berg": the second name is a new one and takes its own initial and prefix. */
function startsName(search: SearchedText, at: number): boolean {
  let next = at
  while (isLink(search, next, []) && next < at + 4) next += 1
  return gapsAre(search, at - 1, next, /^[.' ]{1,3}$/) && matchAt(search, next) !== null
}

function growLeft(search: SearchedText, grown: Occurrence, floor: number): Occurrence {
  const [first] = grown.parts
  if (!first || !grown.people.some((person) => person.last.has(first.match.part))) return grown
  return withInitials(search, withPrefix(search, grown, floor), floor)
}

function withPrefix(search: SearchedText, grown: Occurrence, floor: number): Occurrence {
  for (let length = Math.min(4, grown.from - floor - 1); length > 0; length -= 1) {
    const from = grown.from - length
    const lead = search.words.slice(from, grown.from).map((word) => word.folded)
    const people = grown.people.filter((person) => isPrefixOf(person, lead))
    if (people.length > 0 && gapsAre(search, from, grown.from, /^[.'/]{0,2} ?\n?['-]?$/))
      return { ...grown, from, people }
  }
  return grown
}

function withInitials(search: SearchedText, grown: Occurrence, floor: number): Occurrence {
  let { from, people } = grown
  while (from - 1 > floor) {
    const letter = search.words[from - 1]?.folded ?? ''
    const owners = people.filter((person) => person.initials.includes(letter))
    const gap = gapAfter(search, from - 1)
    const written = gap.startsWith('.') || (isCapital(search, from - 1) && letter !== 'u')
    if (owners.length === 0 || !written || !/^\.? ?-?$/.test(gap)) break
    from -= 1
    people = owners
  }
  return { ...grown, from, people }
}

/** Whether words are this person's prefix, in full or shortened: "van der", "v.d.", "vd", "v/d", "van den" for it. */
function isPrefixOf(person: KnownPerson, lead: readonly string[]): boolean {
  return person.prefixes.some((prefix) => isWrittenAs(prefix, lead))
}

function isWrittenAs(prefix: readonly string[], lead: readonly string[]): boolean {
  const written = lead.join('')
  const letters = prefix.map((word) => word[0] ?? '')
  if (written === prefix.join('') || written === letters.join('')) return true
  return lead.length === prefix.length && lead.every((word, index) => isSamePrefix(word, prefix[index] ?? ''))
}

function isSamePrefix(word: string, recorded: string): boolean {
  if (word === recorded || word === recorded[0]) return true
  return ALIKE.some((group) => group.includes(word) && group.includes(recorded))
}

function gapsAre(search: SearchedText, from: number, to: number, pattern: RegExp): boolean {
  for (let at = from; at < to; at += 1) {
    const gap = gapAfter(search, at)
    if (gap === '' || !pattern.test(gap)) return false
  }
  return true
}
