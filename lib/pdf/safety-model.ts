import { formatDate } from '@/lib/domain/plain-date'
import type { SafetyDocument, SafetyRowContent } from '@/lib/domain/safety-document'
import { type Block, datePartsOf, type PrintModel } from '@/lib/pdf/print-model'
import { table } from '@/lib/pdf/table-block'
import { PDF_TEXTS, type PdfLanguage, type PdfTexts } from '@/lib/pdf/texts'

type Of<Kind extends SafetyRowContent['kind']> = Extract<SafetyRowContent, { kind: Kind }>

/** All assessments as the blocks that are printed. Only what is named here reaches the paper: no code, key or id. */
export function safetyModelOf(safety: SafetyDocument, language: PdfLanguage = 'nl'): PrintModel {
  const texts = PDF_TEXTS[language]
  const asOf = `${texts.asOf} ${formatDate(safety.madeOn)}`
  return {
    sheet: 'plan',
    lang: texts.lang,
    title: safety.title,
    status: asOf.charAt(0).toUpperCase() + asOf.slice(1),
    footer: `${safety.title} · ${asOf}`,
    date: datePartsOf(safety.madeOn),
    aim: null,
    texts,
    empty: texts.nothingAssessed,
    sections: safety.sections.map(({ title, items }) => ({
      title,
      items: items.map(({ question, rows }) => ({
        question,
        blocks: blocksOf(
          rows.map(({ content }) => content),
          texts,
        ),
      })),
    })),
  }
}

function blocksOf(rows: readonly SafetyRowContent[], texts: PdfTexts): Block[] {
  const of = <Kind extends SafetyRowContent['kind']>(kind: Kind) =>
    rows.filter((content): content is Of<Kind> => content.kind === kind)
  return [
    ...of('outcome').map((outcome): Block => ({ kind: 'answer', who: null, text: outcomeText(outcome, texts) })),
    ...table(
      [texts.moment, texts.score, texts.change],
      [5, 2, 5],
      of('point').map(({ moment, score, change }) => [moment, score, change]),
    ),
    ...table(
      [texts.scorer, texts.score, texts.reason, texts.onePointHigher],
      [22, 13, 36, 29],
      of('score').map((score) => scoreCells(score, texts)),
    ),
  ]
}

function outcomeText({ mean, lowest, text }: Of<'outcome'>, texts: PdfTexts): string {
  return [mean && `${texts.mean} ${mean}`, lowest && `${texts.lowest} ${lowest}`, text].filter(Boolean).join('\n')
}

function scoreCells(given: Of<'score'>, texts: PdfTexts): string[] {
  const { scorer, side, isAway, score, reason, onePointHigher, situation, underSixAnswer } = given
  const said = [
    situation ? `${texts.situation} ${situation}.` : '',
    reason,
    underSixAnswer ? `${texts.underSixAnswer} ${underSixAnswer}` : '',
  ]
  const about = [texts.sides[side], isAway ? texts.away : ''].filter(Boolean).join(', ')
  return [`${scorer} (${about})`, score, said.filter(Boolean).join('\n'), onePointHigher]
}
