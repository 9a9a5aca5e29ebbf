import { Badge } from '@/components/ui/badge'
import { carryName, reviewName, reviewTone } from '@/lib/domain/carried-words'
import { formatGoalResult, formatPercentage, goalResult } from '@/lib/domain/goal'
import type { PlanRow, PlanRowContent } from '@/lib/domain/plan-document'
import type { RowFrame } from './plan-document-view'

type Of<Kind extends PlanRowContent['kind']> = Extract<PlanRowContent, { kind: Kind }>

/** What a meeting found of an open safety goal. */
export function ReviewRow({ content }: { content: Of<'review'> }) {
  return (
    <div className="max-w-prose space-y-1 border-s-4 border-line ps-4">
      <p className="font-semibold break-words">{content.goal}</p>
      <p className="flex flex-wrap items-center gap-2">
        {content.result && <Badge tone={reviewTone(content.result)}>{reviewName(content.result)}</Badge>}
        {content.isClosed && <Badge>afgesloten</Badge>}
        <span className="text-ink-soft">uit {content.meeting}</span>
      </p>
      {content.remark && <p className="whitespace-pre-line break-words">{content.remark}</p>}
    </div>
  )
}

/** What became of an agreement of an earlier plan. */
export function CarriedRow({ content }: { content: Of<'carried'> }) {
  return (
    <div className="max-w-prose space-y-1 border-s-4 border-line ps-4">
      <p className="whitespace-pre-line break-words">{content.text}</p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft">
        <Badge tone={content.decision === 'kept' ? 'success' : 'neutral'}>{carryName(content.decision)}</Badge>
        <span>Uit {content.meeting}</span>
        {content.doers.length > 0 && <span>Wie: {content.doers.join(', ')}</span>}
        <span>{content.when}</span>
      </p>
      {content.reason && <p className="whitespace-pre-line break-words">Waarom: {content.reason}</p>}
    </div>
  )
}

/** Each goal that was evaluated with its result, and what everyone gave. The result is of what this reader may read. */
export function EvaluationRows({ rows, frame }: { rows: readonly PlanRow[]; frame: RowFrame }) {
  return (
    <ol className="space-y-6">
      {rows.map((row) => {
        const { content } = row
        if (content.kind !== 'evaluation') {
          return null
        }
        const given = rows.filter(
          (each) => each.content.kind === 'percentage' && each.content.goalId === content.goalId,
        )
        return (
          <li
            key={content.goalId}
            className="max-w-prose space-y-3 rounded-lg border border-line-strong bg-surface p-4"
          >
            {frame(row, <EvaluatedGoal content={content} given={given} />)}
            <ul className="space-y-2">
              {given.map((each) => (
                <li key={each.position}>{frame(each, <Percentage content={each.content} />)}</li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

function EvaluatedGoal({ content, given }: { content: Of<'evaluation'>; given: readonly PlanRow[] }) {
  const { goal, meeting, isGoodEnough, reason, isClosed } = content
  const result = goalResult(
    given.flatMap((row) => (row.content.kind === 'percentage' ? (row.content.percent ?? []) : [])),
  )
  return (
    <div className="space-y-2">
      <p className="text-lg font-semibold break-words">{goal}</p>
      <p className="flex flex-wrap items-center gap-2">
        {result && <strong className="tabular-nums">{formatGoalResult(result)}</strong>}
        {isGoodEnough !== null && (
          <Badge tone={isGoodEnough ? 'success' : 'warning'}>
            {isGoodEnough ? 'goed genoeg' : 'nog niet goed genoeg'}
          </Badge>
        )}
        {isClosed && <Badge>afgesloten</Badge>}
        <span className="text-ink-soft">uit {meeting}</span>
      </p>
      {reason && <p className="whitespace-pre-line break-words">{reason}</p>}
    </div>
  )
}

function Percentage({ content }: { content: PlanRowContent }) {
  if (content.kind !== 'percentage') {
    return null
  }
  return (
    <p className="border-s-4 border-line ps-4 whitespace-pre-line break-words">
      <span className="font-semibold">{content.participant}</span>
      {content.percent !== null && `: ${formatPercentage(content.percent)}`}
      {content.remark && `\n${content.remark}`}
    </p>
  )
}
