import { Badge } from '@/components/ui/badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { GoalOnDashboard } from '@/lib/domain/dashboard-goals'
import { goalKindName } from '@/lib/domain/goal'
import { formatDate } from '@/lib/domain/plain-date'

const columns: readonly Column<GoalOnDashboard>[] = [
  {
    key: 'text',
    header: 'Doel',
    rowHeader: true,
    cell: ({ text, memberName }) => (
      <>
        {text}
        {memberName && <span className="block text-sm font-normal text-ink-soft">{`Voor ${memberName}`}</span>}
      </>
    ),
  },
  {
    key: 'kind',
    header: 'Soort',
    short: true,
    cell: ({ kind, meeting }) => (
      <>
        {goalKindName(kind)}
        <span className="block text-sm text-ink-soft">{meeting}</span>
      </>
    ),
  },
  {
    key: 'standing',
    header: 'Hoe staat het ervoor',
    cell: ({ standing, findings, closedReason, newSince }) => (
      <>
        <Badge tone={standing.tone}>{standing.words}</Badge>
        {newSince && <Badge tone="info">nieuw sinds {formatDate(newSince)}</Badge>}
        {findings.map(({ meeting, words }) => (
          <span key={meeting} className="block text-sm text-ink-soft">
            {`${meeting}: ${words}`}
          </span>
        ))}
        {closedReason && <span className="block text-sm text-ink-soft break-words">Waarom: {closedReason}</span>}
      </>
    ),
  },
  { key: 'agreements', header: 'Afspraken', short: true, cell: ({ agreements }) => agreementsText(agreements) },
]

/** All goals of the whole family, each with how it stands and what became of its agreements. */
export function GoalsOverview({ goals, isClosed }: { goals: readonly GoalOnDashboard[]; isClosed: boolean }) {
  return (
    <DataTable
      id="goals"
      caption="Alle doelen"
      hideCaption
      columns={columns}
      rows={goals}
      rowKey={({ id }) => id}
      empty={isClosed ? NONE : NONE_YET}
    />
  )
}

const NONE = <EmptyState title="Geen doelen">In dit dossier hebben geen doelen gegolden.</EmptyState>
const NONE_YET = <EmptyState title="Nog geen doelen">De eerste doelen staan hier zodra ze gelden.</EmptyState>

function agreementsText({ total, done, overdue }: GoalOnDashboard['agreements']) {
  if (total === 0) {
    return <span className="text-ink-soft">nog geen</span>
  }
  const text = `${done} van ${total} gedaan`
  if (overdue === 0) {
    return text
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {text}
      <Badge tone="danger">{`${overdue} te laat`}</Badge>
    </span>
  )
}
