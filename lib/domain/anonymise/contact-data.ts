/** A stretch of text that holds contact data; offsets in UTF-16 units, `end` exclusive. */
export interface ContactSpan {
  start: number
  end: number
}

/**
 * Public numbers that must stay readable: emergency and free numbers (112 has too few digits to match at all). They
 * belong to services, never to a person.
 */
const PUBLIC_NUMBER = /^0[89]00/
const DATE_START = /^(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:19|20)\d\d(?!\d)/

const MONTH = '(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,7}\\.?'
const DATE = `(?:\\d{1,2}\\s?[-/. ]\\s?\\d{1,2}\\s?[-/. ]\\s?(?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\s+${MONTH}(?:\\s+\\d{2,4})?|${MONTH}\\s+\\d{4}|(?:19|20)\\d\\d)(?!\\d)`
const STREET_WORD =
  '(?i:straat|str\\.|laan|weg|plein|gracht|kade|singel|dijk|hof|pad|steeg|dreef|park|plantsoen|baan|markt|wal|haven|erf|allee|boulevard|ring|veld|akker|kamp|weide|stede)'
const NUMBER = '\\d{1,5}(?:\\s?[a-z](?![a-z]))?(?:\\s?(?:-|/|bis|hs|huis)\\s?\\d{0,4}(?![a-z\\d]))?'
/** Two-letter words that follow a number in running text: "2026 is", "1500 km". */
const NO_POSTCODE =
  '(?:aan|al|ca|cm|de|di|do|dr|en|er|ga|gr|ha|he|hm|ik|in|is|ja|je|kg|km|ma|me|mg|ml|mm|mw|na|nu|of|om|op|pm|sa|sd|ss|te|tv|uw|vr|we|wo|za|ze|zo)'

const PATTERNS: readonly RegExp[] = [
  // E-mail, also spelled "naam (at) voorbeeld.nl".
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+'-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/giu,
  /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}/giu,
  /(?<![\p{L}\p{N}.@-])(?:[a-z0-9-]{1,63}\.){1,5}(?:nl|com|org|net|eu|be|de|info|online|app)(?:\/[^\s<>"“”]{0,2000})?(?![\p{L}\p{N}-])/gu,
  // Postal code with house number, and up to four words and a number before it: "Dorp 12, 1234 AB 12".
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:[\\p{Lu}'’][\\p{L}.'’-]{0,40}|van|de|der|den|het|ten|ter)(?:\\s(?:[\\p{L}'’][\\p{L}.'’-]{0,40})){0,4}\\s${NUMBER},?\\s{1,3})?[1-9]\\d{3}(?:\\s?(?!SA|SD|SS)[A-Z]{2}|\\s?(?!${NO_POSTCODE}(?![a-z]))[a-z]{2})(?![\\p{L}\\p{N}])(?:,?\\s?${NUMBER})?`,
    'gu',
  ),
  // Street with number: "Lange Nieuwstraat 3a", "kerkstraat 12", "Laan van de Vrede 5".
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:van|de|der|den|het|ten|ter|'t|\\p{Lu}[\\p{L}.'’-]{0,30})\\s){0,4}(?!(?i:onder|halver|huis)weg)[\\p{L}'’-]{2,40}${STREET_WORD}\\s${NUMBER}(?![\\p{L}\\p{N}])`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?i:laan|plein|weg|straat|kade)\\s(?:van|der|de|den|het|'t)(?:\\s[\\p{L}.'’-]{1,30}){1,3}\\s${NUMBER}(?![\\p{L}\\p{N}])`,
    'gu',
  ),
  // IBAN.
  /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu,
  // Citizen service number: nine digits, or eight after the word.
  /(?<![\p{L}\p{N}])(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?!\p{N})/gu,
  /(?<=\b(?:bsn|burgerservicenummer|sofinummer)[^\d\n]{0,20})\d{8,9}(?!\d)/giu,
  // A date near "geboren", before or after it.
  new RegExp(
    `(?<=(?<!\\p{L})(?:geboren|geboortedatum|geboortedag|geb|verjaardag|jarig|uitgerekende?)(?!\\p{L})[^\\d\\n]{0,40})${DATE}`,
    'giu',
  ),
  new RegExp(`(?<!\\d)${DATE}(?=[^\\d\\n.]{0,25}(?<!\\p{L})(?:geboren|geb\\.|jarig|uitgerekend))`, 'giu'),
]

const PHONE = /(?<![\p{L}\p{N}])(?:(?:\+|00)[1-9]|\(?0[1-9])(?:[\s\-./()–]{0,3}\d){7,13}(?!\p{N})/gu

/**
 * Where e-mail addresses, web addresses, phone numbers, addresses (postal code, or street with number), birth dates,
 * citizen service numbers and bank accounts stand in a text, in order and without overlap. Errs on the side of
 * finding too much; ordinary dates, ages, scores and the numbers of emergency services are left alone.
 */
export function contactSpans(original: string): ContactSpan[] {
  if (!/[\p{Nd}@.[(]/u.test(original)) return []
  const { text, offsets } = visible(original)
  const spans = PATTERNS.flatMap((pattern) => Array.from(text.matchAll(pattern), spanOf))
  const phones = Array.from(text.matchAll(PHONE))
    .filter(([number]) => !PUBLIC_NUMBER.test(number.replace(/\D/g, '')) && !DATE_START.test(number))
    .map(spanOf)
  return mergeSpans([...spans, ...phones]).map(({ start, end }) => ({
    start: offsets?.[start] ?? start,
    end: offsets ? (offsets[end - 1] ?? 0) + 1 : end,
  }))
}

/** Overlapping spans become one. */
export function mergeSpans<Span extends ContactSpan>(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last && span.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}

function spanOf(match: RegExpExecArray): ContactSpan {
  return { start: match.index, end: match.index + match[0].replace(/[.,;:!?)\]'"’”\s]+$/, '').length }
}

/** The text without invisible characters and with all digits as 0–9, and where each of its units came from. */
function visible(text: string): { text: string; offsets: number[] | null } {
  if (!/\p{Cf}|[^\P{Nd}0-9]/u.test(text)) return { text, offsets: null }
  const offsets: number[] = []
  let seen = ''
  let at = 0
  for (const sign of text) {
    if (!/\p{Cf}/u.test(sign)) {
      const shown = /\p{Nd}/u.test(sign) ? plainDigit(sign) : sign
      for (let unit = 0; unit < shown.length; unit += 1) offsets.push(at + Math.min(unit, sign.length - 1))
      seen += shown
    }
    at += sign.length
  }
  return { text: seen, offsets }
}

/** Digits of every script stand in blocks of ten that start at a zero. */
function plainDigit(sign: string): string {
  const compatible = sign.normalize('NFKD')
  if (/^[0-9]$/.test(compatible)) return compatible
  const code = sign.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}
