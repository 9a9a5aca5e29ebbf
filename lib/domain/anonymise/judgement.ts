import { DETERMINERS, FIXED_PHRASES, isThirdPersonVerb, TITLES } from '@/lib/domain/anonymise/context-words'
import { gapAfter, isCapital, type Occurrence, type SearchedText } from '@/lib/domain/anonymise/occurrences'
import { ordinaryKind } from '@/lib/domain/anonymise/ordinary-words'
import type { Certainty, Decision, Reason } from '@/lib/domain/anonymise/person'

export interface Judgement {
  certainty: Certainty
  decision: Decision
  reason: Reason
}

const NAME: Judgement = { certainty: 'name', decision: 'replace', reason: 'name' }

/**
 * Whether an occurrence is the name or an ordinary word, and how sure that is. Only words that exist in Dutch are
 * doubted, and only when no other part of the same name stands with them. A capital inside a sentence settles it.
 * What stays a doubt is replaced when the signs say name, kept when they say word (docs/decisions/0008).
 */
export function judge(search: SearchedText, found: Occurrence): Judgement {
  const kinds = found.parts.map((part) => kindOf(search, part))
  if (kinds.includes(null)) return NAME
  const inside = found.parts.some((part) => isCapital(search, part.at) && !mayStartSentence(search, part.at))
  if (inside && !inFixedPhrase(search, found.from) && !shouts(search, found)) return { ...NAME, reason: 'capital' }
  if (found.parts.length > 1 || hasClearLead(search, found)) return maybe('replace', 'severalParts')
  return judgeWord(search, found, kinds[0] ?? 'other')
}

function judgeWord(search: SearchedText, found: Occurrence, kind: 'thing' | 'other'): Judgement {
  const at = found.to
  if (inFixedPhrase(search, found.from)) return maybe('keep', 'fixedPhrase')
  if (/^'s(?!\p{L})/u.test(gapAndNext(search, at))) return maybe('replace', 'genitive')
  if (kind === 'thing' && followsTitle(search, found.from)) return maybe('replace', 'title')
  if (followsDeterminer(search, found.from)) return maybe('keep', 'ordinaryWord')
  const next = nextInSentence(search, at)
  const verb = next !== null && isThirdPersonVerb(next)
  if (!isCapital(search, at)) {
    const opens = mayStartSentence(search, found.from) && !followsInitial(search, found.from)
    return verb && kind === 'thing' && opens ? maybe('replace', 'verb') : maybe('keep', 'ordinaryWord')
  }
  if (verb) return maybe('replace', 'verb')
  return kind === 'thing' ? maybe('replace', 'sentenceStart') : maybe('keep', 'ordinaryWord')
}

function maybe(decision: Decision, reason: Reason): Judgement {
  return { certainty: 'maybe', decision, reason }
}

/** The kind of ordinary word, also for the genitive: "bakkers" is as ordinary as "bakker". */
function kindOf(search: SearchedText, part: Occurrence['parts'][number]): 'thing' | 'other' | null {
  const word = search.words[part.at]?.folded ?? ''
  return ordinaryKind(word) ?? (part.match.genitive ? ordinaryKind(part.match.part) : null)
}

/** Initials or a prefix of several parts stand before it: "J. bakker", "v.d. berg"; a lone "de" says nothing. */
function hasClearLead(search: SearchedText, found: Occurrence): boolean {
  const first = found.parts[0]?.at ?? found.from
  const lead = first - found.from
  return lead > 1 || (lead === 1 && (search.words[found.from]?.folded.length ?? 0) === 1) || found.to > first
}

/** Nothing before it, or the end of a sentence, a line, a heading or the opening of a quotation. */
function mayStartSentence(search: SearchedText, at: number): boolean {
  const before = textBefore(search, at)
  const bare = before.replace(/[([{\s]+$/, '')
  if (bare === '' || /\n\s*$/.test(before) || /["“”„«‘’']$/.test(before)) return true
  if (/-\s+$/.test(before)) return true
  return followsInitial(search, at) || !/[\p{L}\p{N},;&/+\-'’)%€@#_]$/u.test(bare)
}

/** "J. Wit": the dot can be that of an initial as well as the end of a sentence. */
function followsInitial(search: SearchedText, at: number): boolean {
  return /(?:^|[^\p{L}])\p{L}\.\s*$/u.test(textBefore(search, at))
}

function textBefore({ text, words }: SearchedText, at: number): string {
  const start = words[at]?.start ?? 0
  return text.slice(Math.max(0, start - 16), start).replace(/\p{Cf}/gu, '')
}

/** Written in capitals among capitals: then a capital tells nothing. */
function shouts({ text, words }: SearchedText, found: Occurrence): boolean {
  const around = words.slice(Math.max(0, found.from - 2), found.to + 3)
  const written = around.map((word) => text.slice(word.start, word.end)).filter((word) => word.length > 1)
  return written.length > 1 && written.every((word) => word === word.toUpperCase())
}

function inFixedPhrase({ words }: SearchedText, at: number): boolean {
  return FIXED_PHRASES.some((phrase) =>
    phrase.some((_, place) => phrase.every((word, index) => words[at - place + index]?.folded === word)),
  )
}

function gapAndNext(search: SearchedText, at: number): string {
  return gapAfter(search, at) + (search.words[at + 1]?.folded ?? '')
}

function followsTitle(search: SearchedText, at: number): boolean {
  const before = search.words[at - 1]?.folded
  return before !== undefined && TITLES.has(before) && /^\.? +$/.test(gapAfter(search, at - 1))
}

function followsDeterminer(search: SearchedText, at: number): boolean {
  const before = search.words[at - 1]?.folded
  return before !== undefined && DETERMINERS.has(before) && /^ +$/.test(gapAfter(search, at - 1))
}

function nextInSentence(search: SearchedText, at: number): string | null {
  return /^ +$/.test(gapAfter(search, at)) ? (search.words[at + 1]?.folded ?? null) : null
}
