import { contactSpans } from '@/lib/domain/anonymise/contact-data'
import { type Judgement, judge } from '@/lib/domain/anonymise/judgement'
import { dotted } from '@/lib/domain/anonymise/labels'
import { indexOf, type NameIndex } from '@/lib/domain/anonymise/name-index'
import { type Occurrence, occurrencesIn, type SearchedText, searched } from '@/lib/domain/anonymise/occurrences'
import type { Decisions, NamedPerson, Replacement } from '@/lib/domain/anonymise/person'

export const OMITTED = '[weggelaten]'

export interface Anonymised {
  text: string
  /** Everything that was replaced, and every doubt that was kept, in the order of the text. */
  replacements: Replacement[]
}

export interface AnonymiseOptions {
  /** Where the text stands, e.g. a row id and field; part of each replacement's id. */
  place?: string
  decisions?: Decisions
  /** The text is a name, not a sentence: then an ordinary word is the name too. */
  isNameField?: boolean
}

type Finding = Omit<Replacement, 'id' | 'original'>

/**
 * Replaces every name of the given people by initials and contact data by "[weggelaten]". A sure name is always
 * replaced, whatever the decisions say; a doubtful one follows the decision, or else what the signs say. Words that
 * merely contain a name stay as they are.
 */
export function anonymise(text: string, people: readonly NamedPerson[], options: AnonymiseOptions = {}): Anonymised {
  return anonymiseWith(indexOf(people), text, options)
}

/** As `anonymise`, for many texts about the same people. */
export function anonymiseWith(index: NameIndex, text: string, options: AnonymiseOptions = {}): Anonymised {
  const { place = '', decisions = {} } = options
  const mark = fingerprint(text)
  const replacements = findings(index, text, options.isNameField ?? false).map((finding) => {
    const id = `${place}@${finding.start}-${mark}`
    const decided = finding.certainty === 'maybe' ? decisions[id] : undefined
    return { ...finding, id, original: text.slice(finding.start, finding.end), decision: decided ?? finding.decision }
  })
  return { text: applied(text, replacements), replacements }
}

/** The text with every replacement that was decided on put in its place. */
export function applied(text: string, replacements: readonly Replacement[]): string {
  let result = ''
  let at = 0
  for (const { start, end, replacement, decision } of replacements) {
    if (decision === 'keep') continue
    result += text.slice(at, start) + replacement
    at = end
  }
  return result + text.slice(at)
}

function findings(index: NameIndex, text: string, isNameField: boolean): Finding[] {
  const search = searched(text, index)
  const names = occurrencesIn(search).map((found) => nameFinding(search, found, isNameField))
  const contacts = contactSpans(text).map(contactFinding)
  return withoutOverlap([...names, ...contacts])
}

function nameFinding(search: SearchedText, found: Occurrence, isNameField: boolean): Finding {
  const { text, words } = search
  const first = words[found.from]
  const start = (first?.start ?? 0) - (first?.folded.length === 1 && apostropheBefore(text, first.start) ? 1 : 0)
  const end = words[found.to]?.end ?? start
  const judgement = judge(search, found)
  const sure: Judgement = { certainty: 'name', decision: 'replace', reason: 'name' }
  const verdict = isNameField && judgement.reason !== 'fixedPhrase' ? sure : judgement
  return { start, end, replacement: written(found, text.slice(end, end + 1)), ...verdict }
}

/** The initials as they stand in the sentence: with the genitive, and without a second dot at its end. */
function written(found: Occurrence, next: string): string {
  const label = labelFor(found)
  if (found.parts.at(-1)?.match.genitive) return `${label}'s`
  return next === '.' && label.endsWith('.') ? label.slice(0, -1) : label
}

/** When the parts found fit several people (a family's surname), only their own letters: nobody is wrongly named. */
function labelFor(found: Occurrence): string {
  const [person, other] = found.people
  if (person && !other) return person.label
  return dotted(found.parts.map((part) => part.match.part[0] ?? ''))
}

function contactFinding({ start, end }: { start: number; end: number }): Finding {
  return { start, end, replacement: OMITTED, certainty: 'name', decision: 'replace', reason: 'contact' }
}

/** Contact data swallow the names in them. */
function withoutOverlap(found: readonly Finding[]): Finding[] {
  const merged: Finding[] = []
  for (const next of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last && next.start < last.end) {
      merged[merged.length - 1] = { ...contactFinding(last), end: Math.max(last.end, next.end) }
    } else {
      merged.push(next)
    }
  }
  return merged
}

function apostropheBefore(text: string, start: number): boolean {
  return /['‘’`´]/.test(text.slice(start - 1, start))
}

/** Short and stable (FNV-1a): it tells one text from another, so that decisions do not outlive a change; it protects nothing. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
