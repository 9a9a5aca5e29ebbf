import type { DocumentReplacement } from './anonymise/document-rewriter'
import type { Decision, Reason } from './anonymise/person'
import type { Paper, PaperItem } from './paper'

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

/** What each field of a row is called in the preview, in the order of reading; null: its text speaks for itself. */
const LABELS: Readonly<Record<string, string | null>> = {
  respondent: 'Wie',
  scorer: 'Wie',
  participant: 'Wie',
  who: 'Wie',
  member: 'Over',
  moment: 'Wanneer',
  score: 'Cijfer',
  mean: 'Gemiddeld',
  lowest: 'Laagste cijfer',
  change: 'Verschil',
  situation: 'Bij deze situatie',
  rank: 'Plaats',
  outcome: null,
  text: null,
  concern: 'Zorg',
  response: 'Antwoord',
  words: 'In eigen woorden',
  decision: 'Besluit',
  reason: 'Waarom',
  onePointHigher: 'Eén punt meer als',
  underSixAnswer: 'Antwoord op dit cijfer',
  harmfulEffect: 'Schadelijk gevolg',
  expectedEffect: 'Verwacht effect op het cijfer',
  doers: 'Wie',
  when: 'Wanneer',
  goals: 'Doel',
}

const IS_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A document with every replacement marked in its original text, in reading order: what somebody checks before the download. */
export function previewOf(paper: Paper, replacements: readonly DocumentReplacement[]): PdfPreview {
  const byPlace = Map.groupBy(replacements, ({ place }) => place)
  const text = (place: string, original: string, label: string | null = null): PreviewText => ({
    place,
    label,
    pieces: piecesOf(original, byPlace.get(place) ?? []),
  })
  return {
    title: text('document/title', paper.title),
    aim: paper.aim === null ? null : text('document/aim', paper.aim),
    sections: paper.sections.map(({ key, title, items }) => ({
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
  { id, content }: PaperItem['rows'][number],
  text: (place: string, original: string, label: string | null) => PreviewText,
): PreviewText[] {
  const fields = new Map<string, unknown>(Object.entries(content))
  return Object.entries(LABELS).flatMap(([field, label]) =>
    valuesOf(field, fields.get(field)).map(([path, value]) => text(`${id}/${path}`, value, label)),
  )
}

/** What is printed of a field, by its place: a list has several, an id is never printed. */
function valuesOf(field: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) {
    return value.flatMap((each, at) => valuesOf(`${field}.${at}`, each))
  }
  if (typeof value === 'number') {
    return [[field, String(value).replace('.', ',')]]
  }
  return typeof value === 'string' && value !== '' && !IS_ID.test(value) ? [[field, value]] : []
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
