import { DataTable } from '@/components/ui/data-table'
import type { PlanRow, PlanRowContent } from '@/lib/domain/plan-document'
import { formatScore } from '@/lib/domain/score'
import type { RowFrame } from './plan-document-view'

type Score = Extract<PlanRowContent, { kind: 'score' }>
type ScoreRow = Score & { row: PlanRow }

/** `frame`: what it takes to hide a score; it stands in a column of its own. */
type ScoresViewProps = { id: string; rows: readonly PlanRow[]; frame: RowFrame | null }

/** The scores of a safety round as a table: who, for whom, which figure, and why. */
export function ScoresView({ id, rows, frame }: ScoresViewProps) {
  const scores = rows.flatMap((row): ScoreRow[] => (row.content.kind === 'score' ? [{ ...row.content, row }] : []))
  return (
    <DataTable
      id={`cijfers-${id}`}
      caption="Veiligheidscijfers van 0 (gevaar) tot 10 (veilig)"
      hideCaption
      columns={[
        { key: 'member', header: 'Veiligheid van', cell: (score) => score.member, rowHeader: true },
        { key: 'scorer', header: 'Gegeven door', cell: (score) => score.scorer },
        { key: 'score', header: 'Cijfer', cell: figureOf, align: 'end' },
        { key: 'reason', header: 'Waarom', cell: (score) => text(score.reason) },
        { key: 'higher', header: 'Wat is er nodig voor één punt meer', cell: (score) => text(score.onePointHigher) },
        ...(frame ? [{ key: 'shield', header: 'Afschermen', cell: ({ row }: ScoreRow) => frame(row, null) }] : []),
      ]}
      rows={scores}
      rowKey={({ row }) => row.id}
    />
  )
}

function figureOf({ score, situation }: Score): string {
  const figure = score === null ? 'geen oordeel' : formatScore(score)
  return situation ? `${figure} (${situation})` : figure
}

function text(value: string) {
  return <span className="whitespace-pre-line break-words">{value}</span>
}
