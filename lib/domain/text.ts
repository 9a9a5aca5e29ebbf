import { z } from 'zod'

/** The most characters (code points) that one answer may have: some eight printed pages. */
export const MAX_TEXT = 20_000

interface TextRules {
  required: boolean
  max?: number
  /** How the sentence calls the field, with a capital: 'De reden'. */
  label?: string
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/
const OVERRIDES = /[\u202D\u202E]/
const OPENS_EMBEDDING = /[\u202A\u202B]/
const OPENS_ISOLATE = /[\u2066-\u2068]/
const CLOSES_EMBEDDING = '\u202C'
const CLOSES_ISOLATE = '\u2069'

/**
 * The schema for every text that people type. Keeps it as it was typed, only line ends become \n; HTML, emoji and
 * right-to-left writing are text like any other. Refuses NUL and other control characters, half characters (lone
 * surrogates) and more than `max` code points; when required, also a text of white space alone. Of the invisible
 * characters that turn the reading direction, overrides are refused, for they make a text read other than it is;
 * embeddings and isolates, which phones paste along with names and numbers, pass when they are closed on their own line.
 */
export function plainText({ required, max = MAX_TEXT, label = 'Dit veld' }: TextRules) {
  return z
    .string({ error: `${label} is nog leeg.` })
    .transform((typed) => typed.replace(/\r\n?/g, '\n'))
    .superRefine((text, context) => {
      const message = textProblem(text, { required, max, label })
      if (message !== null) context.addIssue({ code: 'custom', message })
    })
}

function textProblem(text: string, { required, max, label }: Required<TextRules>): string | null {
  if (required && text.trim() === '') return `${label} is nog leeg.`
  if (!text.isWellFormed()) return `${label} bevat een beschadigd teken. Haal het weg of typ de zin opnieuw.`
  if (CONTROL_CHARACTERS.test(text)) {
    return `${label} bevat een onzichtbaar teken dat niet bewaard kan worden. Typ de zin opnieuw.`
  }
  if (turnsDirection(text)) {
    return `${label} bevat een onzichtbaar teken dat de leesrichting omdraait. Typ de zin opnieuw.`
  }
  const length = text.length > max ? [...text].length : text.length
  if (length <= max) return null
  return `${label} is te lang: ${inThousands(length)} tekens. Er passen er ${inThousands(max)} in.`
}

function turnsDirection(text: string): boolean {
  return OVERRIDES.test(text) || text.split('\n').some((line) => !closesWhatItOpens(line))
}

function closesWhatItOpens(line: string): boolean {
  const awaited: string[] = []
  for (const character of line) {
    if (OPENS_EMBEDDING.test(character)) awaited.push(CLOSES_EMBEDDING)
    else if (OPENS_ISOLATE.test(character)) awaited.push(CLOSES_ISOLATE)
    else if (character === CLOSES_EMBEDDING || character === CLOSES_ISOLATE) {
      if (awaited.pop() !== character) return false
    }
  }
  return awaited.length === 0
}

function inThousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.')
}
