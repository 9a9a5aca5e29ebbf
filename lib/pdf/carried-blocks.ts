import { formatGoalResult, formatPercentage, goalResult } from '@/lib/domain/goal'
import type { PlanRowContent } from '@/lib/domain/plan-document'
import type { Block } from './print-model'
import { table } from './table-block'
import type { PdfTexts } from './texts'

type Of<Kind extends PlanRowContent['kind']> = Extract<PlanRowContent, { kind: Kind }>

/** What a meeting found of earlier goals and agreements, as tables. */
export function carriedBlocks(rows: readonly PlanRowContent[], texts: PdfTexts): Block[] {
  const of = <Kind extends PlanRowContent['kind']>(kind: Kind) =>
    rows.filter((content): content is Of<Kind> => content.kind === kind)
  const goals = of('evaluation')
  const percentages = of('percentage')
  return [
    ...table(
      [texts.goal, texts.review, texts.remark],
      [4, 2.6, 4],
      of('review').map((review) => reviewCells(review, texts)),
    ),
    ...table(
      [texts.goal, texts.result, texts.goodEnough, texts.why],
      [4, 2, 2, 3],
      goals.map((goal) => evaluationCells(goal, percentages, texts)),
    ),
    ...table(
      [texts.goal, texts.participant, texts.percentage, texts.remark],
      [4, 2, 1.6, 4],
      goals.flatMap(({ goalId, goal }) =>
        percentages
          .filter((each) => each.goalId === goalId)
          .map(({ participant, percent, remark }) => [goal, participant, figure(percent), remark]),
      ),
    ),
    ...table(
      [texts.earlierAgreement, texts.doers, texts.decision, texts.why],
      [4, 2, 2, 3],
      of('carried').map(({ text, doers, decision, reason }) => [
        text,
        doers.join(', '),
        texts.decisions[decision],
        reason,
      ]),
    ),
  ]
}

function reviewCells({ goal, meeting, result, remark, isClosed }: Of<'review'>, texts: PdfTexts): string[] {
  const found = [result ? texts.reviews[result] : '', isClosed ? texts.isClosed : ''].filter(Boolean).join(', ')
  return [`${goal} (${texts.fromMeeting} ${meeting})`, found, remark]
}

function evaluationCells(
  { goalId, goal, meeting, isGoodEnough, reason, isClosed }: Of<'evaluation'>,
  percentages: readonly Of<'percentage'>[],
  texts: PdfTexts,
): string[] {
  const result = goalResult(
    percentages.filter((each) => each.goalId === goalId).flatMap(({ percent }) => percent ?? []),
  )
  const verdict = isGoodEnough ? texts.yes : texts.no
  const found = [isGoodEnough === null ? '' : verdict, isClosed ? texts.isClosed : ''].filter(Boolean).join(', ')
  return [`${goal} (${texts.fromMeeting} ${meeting})`, result ? formatGoalResult(result) : '', found, reason]
}

function figure(percent: number | null): string {
  return percent === null ? '' : formatPercentage(percent)
}
