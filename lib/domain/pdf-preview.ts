import type { DocumentReplacement } from './anonymise/anonymise-document'
import type { Decision, Reason } from './anonymise/person'
import type { PlanDocument, PlanRow } from './plan-document'

/** A stretch of a text: plain, or a place where a name or contact data stood or may stand. */
export type PreviewPiece = { text: string; found: null } | { text: string; found: FoundPlace }

export interface FoundPlace {
  id: string
  replacement: string
  /** A person decides: it may be an ordinary word. */
  isDoubt: boolean
  decision: Decision
  reason: Reason
}

export interface PreviewText {
  place: string
  label: string | null
  pieces: PreviewPiece[]
}

export interface PreviewQuestion {
  key: string
  question: PreviewText
  rows: { id: string; texts: PreviewText[] }[]
}

export interface PdfPreview {
  title: PreviewText
  aim: PreviewText | null
  sections: { key: string; title: PreviewText; questions: PreviewQuestion[] }[]
  found: number
  doubts: number
}

/** What each field of a row is called in the preview; null: its text speaks for itself. */
const LABELS: Readonly<Record<string, string | null>> = {
  respondent: 'Wie',
  scorer: 'Wie',
  participant: 'Wie',
  who: 'Wie',
  doers: 'Wie',
  member: 'Over',
  text: null,
  concern: 'Zorg',
  outcome: null,
  reason: 'Waarom',
  onePointHigher: 'Eén punt hoger als',
  situation: 'Bij deze situatie',
  harmfulEffect: 'Schadelijk gevolg',
  response: 'Antwoord',
  words: 'In eigen woorden',
  decision: 'Besluit',
  when: 'Wanneer',
  goals: 'Doel',
}

const IS_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The plan with every replacement marked in its original text, in reading order: what somebody checks before the download. */
export function previewOf(plan: PlanDocument, replacements: readonly DocumentReplacement[]): PdfPreview {
  const byPlace = Map.groupBy(replacements, ({ place }) => place)
  const text = (place: string, original: string, label: string | null = null): PreviewText => ({
    place,
    label,
    pieces: piecesOf(original, byPlace.get(place) ?? []),
  })
  return {
    title: text('document/title', plan.title),
    aim: plan.aim === null ? null : text('document/aim', plan.aim),
    sections: plan.sections.map(({ key, title, items }) => ({
      key,
      title: text(`${key}/title`, title),
      questions: items.map((item) => ({
        key: item.key,
        question: text(`${key}/${item.key}/question`, item.question),
        rows: item.rows.map((row) => ({ id: row.id, texts: textsOf(row, text) })),
      })),
    })),
    found: replacements.length,
    doubts: replacements.filter(({ certainty }) => certainty === 'maybe').length,
  }
}

function textsOf(
  { id, content }: PlanRow,
  text: (place: string, original: string, label: string | null) => PreviewText,
) {
  return Object.entries(content).flatMap(([field, value]) => {
    const label = LABELS[field]
    if (label === undefined) return []
    const values = Array.isArray(value)
      ? value.map((each, at) => [`${field}.${at}`, each] as const)
      : [[field, value] as const]
    return values
      .filter(([, each]) => typeof each === 'string' && each !== '' && !(field === 'goals' && IS_ID.test(each)))
      .map(([path, each]) => text(`${id}/${path}`, String(each), label))
  })
}

function piecesOf(text: string, replacements: readonly DocumentReplacement[]): PreviewPiece[] {
  const pieces: PreviewPiece[] = []
  let at = 0
  for (const { start, end, id, replacement, certainty, decision, reason } of replacements) {
    if (start > at) pieces.push({ text: text.slice(at, start), found: null })
    const found = { id, replacement, isDoubt: certainty === 'maybe', decision, reason }
    pieces.push({ text: text.slice(start, end), found })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: null })
  return pieces
}
