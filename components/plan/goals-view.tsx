import type { PlanDocument, PlanRow, PlanRowContent } from '@/lib/domain/plan-document'
import { formatScore } from '@/lib/domain/score'
import { AgreementView } from './agreement-view'
import type { RowFrame } from './plan-document-view'

type AgreementRow = { row: PlanRow; agreement: Extract<PlanRowContent, { kind: 'agreement' }> }

export type GoalsViewProps = {
  rows: readonly PlanRow[]
  document: PlanDocument
  ticks: Readonly<Record<string, string>>
  /** Where a goal came from that was not made in the meeting, in words, by its id. */
  origins: Readonly<Record<string, string>>
  frame: RowFrame
}

/** Each goal with its concern, its expected effect, and the agreements that lead to it. */
export function GoalsView({ rows, document, ticks, origins, frame }: GoalsViewProps) {
  const agreements = document.sections
    .flatMap((section) => section.items)
    .flatMap((item) => item.rows)
    .flatMap((row): AgreementRow[] => (row.content.kind === 'agreement' ? [{ row, agreement: row.content }] : []))
  return (
    <ol className="space-y-6">
      {rows.map((goal, index) => {
        const { id, content } = goal
        if (content.kind !== 'goal') {
          return null
        }
        const own = agreements.filter(({ agreement }) => agreement.goals.includes(content.goalId))
        return (
          <li key={id} className="max-w-prose space-y-3 rounded-lg border border-line-strong bg-surface p-4">
            {frame(goal, <GoalHead number={index + 1} goal={content} origin={origins[content.goalId]} />)}
            {own.length > 0 && (
              <ul className="space-y-2" aria-label={`Afspraken bij doel ${index + 1}`}>
                {own.map(({ row, agreement }) => (
                  <li key={agreement.agreementId}>
                    {frame(row, <AgreementView agreement={agreement} tick={ticks[agreement.agreementId]} />)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ol>
  )
}

type GoalHeadProps = { number: number; goal: Extract<PlanRowContent, { kind: 'goal' }>; origin: string | undefined }

function GoalHead({ number, goal, origin }: GoalHeadProps) {
  return (
    <div className="space-y-3">
      <p className="text-lg font-semibold break-words">
        Doel {number}. {goal.text}
      </p>
      {origin && <p className="text-ink-soft">{origin}</p>}
      {goal.concern && <p className="text-ink-soft break-words">Bij de zorg: {goal.concern}</p>}
      {goal.expectedEffect !== null && <p>Als dit lukt, wordt de veiligheid een {formatScore(goal.expectedEffect)}.</p>}
    </div>
  )
}
