import { judge } from './anonymise/judgement'
import { indexOf } from './anonymise/name-index'
import { occurrencesIn, searched } from './anonymise/occurrences'
import type { NamedPerson } from './anonymise/person'
import { wordsOf } from './anonymise/words'

/** What must not be readable: somebody's name, names of streets, places and organisations, phone numbers. */
export interface Sought {
  people: readonly NamedPerson[]
  phrases: readonly string[]
  phones: readonly string[]
}

const AROUND = 50
const SHORTEST_PHRASE = 3

/**
 * Where in a text something that is sought stands first, as a stretch of it with a few words around; null where the
 * text holds nothing of it. Names are recognised as the anonymiser recognises them, phrases word for word whatever their
 * capitals and accents. What people call somebody otherwise is not found.
 */
export function excerptWith(sought: Sought, text: string): string | null {
  const at = [nameAt(sought.people, text), phraseAt(sought.phrases, text), phoneAt(sought.phones, text)]
    .filter((place) => place !== null)
    .toSorted((one, other) => one - other)[0]
  return at === undefined ? null : around(text, at)
}

/**
 * The words of an address that say where it is: "Hazelaarspad 3, 1234 AB Wielbergen" gives Hazelaarspad and Wielbergen.
 * Numbers and postal codes alone tell nobody much, and stand nowhere without the rest.
 */
export function phrasesOfAddress(address: string | null): string[] {
  return (address ?? '')
    .split(/[,\n;]/)
    .map((part) => part.replace(/\b\d{4}\s?[A-Z]{2}\b/gi, ' ').replace(/\b\d+\s?[a-z]?\b/gi, ' '))
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => wordsOf(part).reduce((length, { folded }) => length + folded.length, 0) >= SHORTEST_PHRASE)
}

function nameAt(people: readonly NamedPerson[], text: string): number | null {
  const search = searched(text, indexOf(people))
  const found = occurrencesIn(search).find((occurrence) => judge(search, occurrence).decision === 'replace')
  return found ? (search.words[found.from]?.start ?? null) : null
}

function phraseAt(phrases: readonly string[], text: string): number | null {
  const words = wordsOf(text)
  const sought = phrases.map((phrase) => wordsOf(phrase).map(({ folded }) => folded)).filter(({ length }) => length > 0)
  const found = words.find((_, at) =>
    sought.some((phrase) => phrase.every((word, next) => words[at + next]?.folded === word)),
  )
  return found?.start ?? null
}

/** Digits with whatever people put between them; +31 and 0 are the same. */
function phoneAt(phones: readonly string[], text: string): number | null {
  const ends = phones
    .map((phone) => phone.replace(/\D/g, '').replace(/^(0031|31|0)/, ''))
    .filter((end) => end.length >= 8)
  const runs = [...text.matchAll(/\+?\d[\d\s().-]{6,20}\d/g)]
  return runs.find(([run]) => ends.some((end) => run.replace(/\D/g, '').endsWith(end)))?.index ?? null
}

function around(text: string, at: number): string {
  const from = at <= AROUND ? 0 : Math.max(0, text.lastIndexOf(' ', at - AROUND) + 1)
  const end = text.indexOf(' ', at + AROUND)
  const part = text
    .slice(from, end < 0 ? undefined : end)
    .replace(/\s+/g, ' ')
    .trim()
  return `${from > 0 ? '… ' : ''}${part}${end < 0 ? '' : ' …'}`
}
