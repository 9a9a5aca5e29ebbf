import { dateColumn, formatDay } from '@/lib/dates'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { PlanDocument, PlanItemView, PlanRowContent } from '@/lib/domain/plan-document'
import { presenceWords } from '@/lib/domain/risk-assessment'
import { carriedBlocks } from '@/lib/pdf/carried-blocks'
import { table } from '@/lib/pdf/table-block'
import { PDF_TEXTS, type PdfLanguage, type PdfTexts } from '@/lib/pdf/texts'

type Of<Kind extends PlanRowContent['kind']> = Extract<PlanRowContent, { kind: Kind }>
type Texts = PdfTexts

export interface PrintedAgreement {
  text: string
  doers: string
  when: string
}

export interface Table {
  kind: 'table'
  head: string[]
  /** Widths as parts of the line. */
  widths: number[]
  rows: string[][]
}

/** What the template can set; it knows nothing of the method. */
export type Block =
  | { kind: 'answer'; who: string | null; text: string }
  | { kind: 'point'; text: string; note: string | null }
  | { kind: 'ranked'; rank: number; text: string; notes: string[] }
  | { kind: 'goal'; text: string; notes: string[]; agreements: PrintedAgreement[] }
  | { kind: 'agreements'; agreements: PrintedAgreement[] }
  | Table

export interface PrintModel {
  sheet: 'plan'
  lang: string
  title: string
  status: string
  footer: string
  /** [year, month, day] of adoption or of making, for the document's date. */
  date: [number, number, number] | null
  aim: string | null
  texts: Texts
  /** What is printed where there is nothing to print. */
  empty: string
  sections: { title: string; items: { question: string; blocks: Block[] }[] }[]
}

/**
 * A plan as the blocks that are printed. Only what is named here reaches the paper: no code, key or id. Agreements
 * stand under each of their goals; those of no goal of this plan stay at their own question.
 */
export function printModelOf(plan: PlanDocument, language: PdfLanguage = 'nl'): PrintModel {
  const texts = PDF_TEXTS[language]
  const adopted = plan.adoptedOn ? formatDay(dateColumn(plan.adoptedOn)) : null
  const status = adopted ? `${texts.states[plan.state]}, ${texts.adoptedOn} ${adopted}` : texts.states[plan.state]
  return {
    sheet: 'plan',
    lang: texts.lang,
    title: plan.title,
    status: `${status} · ${texts.version} ${plan.version}`,
    footer: [plan.title, `${texts.version} ${plan.version}`, adopted ?? texts.notAdopted].join(' · '),
    date: plan.adoptedOn ? datePartsOf(plan.adoptedOn) : null,
    aim: plan.aim,
    texts,
    empty: texts.empty,
    sections: sectionsOf(plan, texts),
  }
}

/** A date as the template takes it. */
export function datePartsOf(date: PlainDate): PrintModel['date'] {
  const [year, month, day] = date.split('-').map(Number)
  return year && month && day ? [year, month, day] : null
}

function sectionsOf(plan: PlanDocument, texts: Texts): PrintModel['sections'] {
  const agreements = agreementsByGoal(plan)
  return plan.sections
    .map((section) => ({
      title: section.title,
      items: section.items
        .map((item) => ({ question: item.question, blocks: blocksOf(item, agreements, texts) }))
        .filter((item) => item.blocks.length > 0),
    }))
    .filter((section) => section.items.length > 0)
}

function agreementsByGoal(plan: PlanDocument): ReadonlyMap<string, PrintedAgreement[]> {
  const rows = plan.sections.flatMap((section) => section.items).flatMap((item) => rowsOf(item))
  const goals = new Set(rows.filter((content) => content.kind === 'goal').map((goal) => goal.goalId))
  const byGoal = new Map<string, PrintedAgreement[]>([...goals].map((goal) => [goal, []]))
  for (const content of rows) {
    if (content.kind !== 'agreement') continue
    for (const goal of new Set(content.goals)) byGoal.get(goal)?.push(printedAgreement(content))
  }
  return byGoal
}

function blocksOf(item: PlanItemView, agreements: ReadonlyMap<string, PrintedAgreement[]>, texts: Texts): Block[] {
  const rows = rowsOf(item)
  const of = <Kind extends PlanRowContent['kind']>(kind: Kind) =>
    rows.filter((content): content is Of<Kind> => content.kind === kind)
  const loose = of('agreement').filter((agreement) => !agreement.goals.some((goal) => agreements.has(goal)))
  return [
    ...of('answer').map(({ respondent, text }): Block => ({ kind: 'answer', who: respondent, text })),
    ...scoreTable(of('score'), texts),
    ...of('concern').map((concern) => concernBlock(concern, texts)),
    ...riskTable(of('riskFactor'), texts),
    ...choiceTable(of('topThreeChoice'), texts),
    ...of('topThree').map((concern) => rankedBlock(concern, texts)),
    ...of('decision').map((decision) => decisionBlock(decision, texts)),
    ...of('futurePlan').map((future) => futureBlock(future, texts)),
    ...carriedBlocks(rows, texts),
    ...of('goal').map((goal) => goalBlock(goal, agreements.get(goal.goalId) ?? [], texts)),
    ...(loose.length > 0 ? [{ kind: 'agreements' as const, agreements: loose.map(printedAgreement) }] : []),
    ...table(
      [texts.who, texts.response, texts.words],
      [2, 2, 4],
      of('response').map(({ who, response, words }) => [who, response, words]),
    ),
    ...table(
      [texts.who, texts.proposal, texts.decision, texts.why],
      [2, 3, 2, 3],
      of('proposal').map(({ who, text, decision, reason }) => [who, text, decision, reason]),
    ),
  ]
}

function rowsOf(item: PlanItemView): PlanRowContent[] {
  return item.rows.toSorted((a, b) => a.position - b.position).map((row) => row.content)
}

function scoreTable(scores: readonly Of<'score'>[], texts: Texts): Block[] {
  const rows = scores.map((score) => [
    `${score.scorer} (${texts.sides[score.side]})`,
    score.member,
    score.score === null ? texts.noScore : figure(score.score),
    [score.situation ? `${texts.situation} ${score.situation}.` : '', score.reason].filter(Boolean).join(' '),
    score.onePointHigher,
  ])
  return table(
    [texts.scorer, texts.member, texts.score, texts.reason, texts.onePointHigher],
    [22, 13, 10, 30, 25],
    rows,
  )
}

function choiceTable(choices: readonly Of<'topThreeChoice'>[], texts: Texts): Block[] {
  const rows = choices.map(({ participant, rank, concern, reason }) => [participant, String(rank), concern, reason])
  return table([texts.participant, texts.rank, texts.concern, texts.why], [3, 1.2, 5, 5], rows)
}

function riskTable(risks: readonly Of<'riskFactor'>[], texts: Texts): Block[] {
  const rows = risks.map(({ factor, member, presence, facts, isCrucial, isChangeable }) => [
    member ? `${factor} (${member})` : factor,
    [presenceWords(presence), isCrucial && texts.isCrucial, isChangeable && texts.isChangeable]
      .filter(Boolean)
      .join('; '),
    facts,
  ])
  return table([texts.risk, texts.playsAPart, texts.facts], [30, 22, 48], rows)
}

function concernBlock({ text, harmfulEffect }: Of<'concern'>, texts: Texts): Block {
  return { kind: 'point', text, note: harmfulEffect ? `${texts.harmfulEffect} ${harmfulEffect}` : null }
}

function rankedBlock({ rank, concern, reason, harmfulEffect }: Of<'topThree'>, texts: Texts): Block {
  const notes = [
    reason ? `${texts.because} ${reason}` : '',
    harmfulEffect ? `${texts.harmfulEffect} ${harmfulEffect}` : '',
  ]
  return { kind: 'ranked', rank, text: concern, notes: notes.filter(Boolean) }
}

function decisionBlock({ outcome, reason }: Of<'decision'>, texts: Texts): Block {
  return { kind: 'point', text: outcome, note: reason ? `${texts.because} ${reason}` : null }
}

function futureBlock({ who, firstOn, secondOn }: Of<'futurePlan'>, texts: Texts): Block {
  const dates = [firstOn, secondOn].map((date) => formatDay(dateColumn(date))).join(` ${texts.and} `)
  return { kind: 'point', text: `${texts.caseManager} ${who}`, note: `${texts.lookingBack} ${dates}` }
}

function goalBlock(goal: Of<'goal'>, agreements: PrintedAgreement[], texts: Texts): Block {
  const notes = [
    goal.concern ? `${texts.forConcern} ${goal.concern}` : '',
    goal.expectedEffect === null ? '' : `${texts.expectedEffect} ${figure(goal.expectedEffect)}`,
  ]
  return { kind: 'goal', text: goal.text, notes: notes.filter(Boolean), agreements }
}

function printedAgreement({ text, doers, when }: Of<'agreement'>): PrintedAgreement {
  return { text, doers: doers.join(', '), when }
}

/** Dutch decimals, at most one. */
function figure(value: number): string {
  return new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 }).format(value)
}
