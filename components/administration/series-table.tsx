import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { AgendaSeries } from '@/lib/domain/agendas/series'

const columns: readonly Column<AgendaSeries>[] = [
  {
    key: 'name',
    header: 'Naam',
    rowHeader: true,
    cell: ({ id, name }) => <TextLink href={`/beheer/agendas/${id}`}>{name}</TextLink>,
  },
  { key: 'version', header: 'Versie', short: true, cell: ({ number }) => number },
  {
    key: 'leftOut',
    header: 'Laat weg',
    short: true,
    cell: ({ leftOut }) => (leftOut.length === 1 ? '1 vraag' : `${leftOut.length} vragen`),
  },
  {
    key: 'regions',
    header: 'Regio’s die ervoor kozen',
    cell: ({ regions }) => regions.map(({ name }) => name).join(', ') || 'nog geen',
  },
]

/** The series of agendas by name, each with its version and who uses it. */
export function SeriesTable({ series }: { series: readonly AgendaSeries[] }) {
  return (
    <DataTable
      id="series"
      caption="Reeksen van agenda’s"
      hideCaption
      columns={columns}
      rows={series}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Nog geen eigen reeksen">Alle regio’s gebruiken de landelijke agenda’s.</EmptyState>}
    />
  )
}
