import { ScoreBadge } from '@/components/safety/score-badge'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { ComparedAgreement } from '@/lib/domain/compared-agreements'
import type { ComparedGoal, StandingInPlan } from '@/lib/domain/compared-goals'
import type { ComparedScore, PlanComparison, ScoreOfPlan, TopThreeOfPlan } from '@/lib/domain/plan-comparison'
import { formatScore } from '@/lib/domain/score'

export type PlanComparisonViewProps = {
  /** The names of the two meetings, the earlier first. */
  meetings: readonly [string, string]
  comparison: PlanComparison
}

/** Two plans side by side, part by part: a column for each; on a phone the one under the other. */
export function PlanComparisonView({ meetings, comparison }: PlanComparisonViewProps) {
  const { scores, topThree, goals, agreements } = comparison
  return (
    <div className="space-y-6">
      <Card id="scores" title="Veiligheidscijfers">
        <Scores meetings={meetings} scores={scores} />
      </Card>
      <Card id="top-three" title="TOP-3">
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
          <TopThree meeting={meetings[0]} lists={topThree.first} first={meetings[0]} />
          <TopThree meeting={meetings[1]} lists={topThree.second} first={meetings[0]} />
        </div>
      </Card>
      <Card id="goals" title="Doelen">
        <Goals meetings={meetings} goals={goals} />
      </Card>
      <Card id="agreements" title="Afspraken">
        <Agreements meetings={meetings} agreements={agreements} />
      </Card>
    </div>
  )
}

type Meetings = Pick<PlanComparisonViewProps, 'meetings'>

function Scores({ meetings, scores }: Meetings & { scores: readonly ComparedScore[] }) {
  const columns: Column<ComparedScore>[] = [
    { key: 'name', header: 'Veiligheid van', rowHeader: true, cell: ({ name }) => name },
    { key: 'first', header: meetings[0], cell: ({ first }) => <Score {...first} /> },
    { key: 'second', header: meetings[1], cell: ({ second }) => <Score {...second} /> },
    {
      key: 'change',
      header: 'Verschil',
      cell: ({ change }) => change ?? <Nothing>niet te vergelijken</Nothing>,
    },
  ]
  return (
    <DataTable
      id="compared-scores"
      caption="Cijfers van de professionals, 0 (gevaar) tot 10 (veilig)"
      columns={columns}
      rows={scores}
      rowKey={({ name }) => name}
      empty={<EmptyState title="Geen cijfers">In deze plannen staan geen cijfers die u kunt lezen.</EmptyState>}
    />
  )
}

function Score({ mean, beside }: ScoreOfPlan) {
  return (
    <>
      {mean === null ? <Nothing>geen cijfer</Nothing> : <ScoreBadge score={mean} />}
      {beside.length > 0 && (
        <span className="block text-sm text-ink-soft">Gezin en netwerk: {beside.map(formatScore).join(' en ')}</span>
      )}
    </>
  )
}

function TopThree({ meeting, lists, first }: { meeting: string; lists: readonly TopThreeOfPlan[]; first: string }) {
  return (
    <section aria-label={`TOP-3 van ${meeting}`} className="min-w-0 space-y-3">
      <h3>{meeting}</h3>
      {lists.length === 0 && <Nothing>Geen TOP-3.</Nothing>}
      {lists.map(({ about, places }) => (
        <div key={about ?? ''} className="space-y-2">
          {about && <p className="font-semibold">{about}</p>}
          <ol className="space-y-2">
            {places.map(({ rank, concern, stoodInFirst }) => (
              <li key={rank} className="flex items-start gap-3">
                <Badge tone="brand">{rank}</Badge>
                <span className="min-w-0">
                  {concern}
                  {stoodInFirst && <span className="block text-sm text-ink-soft">Stond ook in {first}</span>}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function Goals({ meetings, goals }: Meetings & { goals: readonly ComparedGoal[] }) {
  const columns: Column<ComparedGoal>[] = [
    { key: 'text', header: 'Doel', rowHeader: true, cell: ({ text }) => text },
    ...standings(meetings, 'nog niet gesteld'),
  ]
  return (
    <DataTable
      id="compared-goals"
      caption="Doelen"
      hideCaption
      columns={columns}
      rows={goals}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Geen doelen">In deze plannen staan geen doelen die u kunt lezen.</EmptyState>}
    />
  )
}

function Agreements({ meetings, agreements }: Meetings & { agreements: readonly ComparedAgreement[] }) {
  const columns: Column<ComparedAgreement>[] = [
    {
      key: 'text',
      header: 'Afspraak',
      rowHeader: true,
      cell: ({ text, doers, when }) => (
        <>
          {text}
          <span className="block text-sm font-normal text-ink-soft">
            {[doers.join(', '), when].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    ...standings(meetings, 'nog niet afgesproken'),
  ]
  return (
    <DataTable
      id="compared-agreements"
      caption="Afspraken"
      hideCaption
      columns={columns}
      rows={agreements}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Geen afspraken">In deze plannen staan geen afspraken die u kunt lezen.</EmptyState>}
    />
  )
}

/** How it stood in the one and in the other. */
function standings(
  [first, second]: Meetings['meetings'],
  notYet: string,
): Column<Record<'first' | 'second', StandingInPlan | null>>[] {
  return [
    {
      key: 'first',
      short: true,
      header: first,
      cell: (row) => <Standing standing={row.first} none={notYet} />,
    },
    {
      key: 'second',
      short: true,
      header: second,
      cell: (row) => <Standing standing={row.second} none="niet besproken" />,
    },
  ]
}

function Standing({ standing, none }: { standing: StandingInPlan | null; none: string }) {
  if (standing === null) {
    return <Nothing>{none}</Nothing>
  }
  return (
    <>
      <Badge tone={standing.tone}>{standing.words}</Badge>
      {standing.reason && <span className="block text-sm whitespace-pre-line text-ink-soft">{standing.reason}</span>}
    </>
  )
}

function Nothing({ children }: { children: string }) {
  return <span className="text-ink-soft">{children}</span>
}
