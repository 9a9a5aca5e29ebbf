import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { RegionInList } from '@/lib/domain/account-views'

const columns: readonly Column<RegionInList>[] = [
  {
    key: 'name',
    header: 'Naam',
    rowHeader: true,
    cell: ({ id, name }) => <TextLink href={`/beheer/regios/${id}`}>{name}</TextLink>,
  },
  { key: 'retention', header: 'Bewaartermijn', cell: ({ retentionYears }) => `${retentionYears} jaar` },
  {
    key: 'coordinators',
    header: 'Coördinatoren',
    cell: ({ coordinators }) =>
      coordinators.length === 0 ? (
        'nog niemand'
      ) : (
        <ul>
          {coordinators.map(({ id, name }) => (
            <li key={id}>
              <TextLink href={`/beheer/accounts/${id}`}>{name}</TextLink>
            </li>
          ))}
        </ul>
      ),
  },
]

/** Regions by name, with who coordinates there. */
export function RegionsTable({ regions }: { regions: readonly RegionInList[] }) {
  return (
    <DataTable
      id="regions"
      caption="Regio’s"
      hideCaption
      columns={columns}
      rows={regions}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Nog geen regio’s">Zonder regio kan geen gezin worden aangemeld.</EmptyState>}
    />
  )
}
