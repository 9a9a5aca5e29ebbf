import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { OrganisationInList } from '@/lib/domain/account-views'
import { SECTORS } from '@/lib/domain/people-words'

const columns: readonly Column<OrganisationInList>[] = [
  {
    key: 'name',
    header: 'Naam',
    rowHeader: true,
    cell: ({ id, name }) => <TextLink href={`/beheer/organisaties/${id}`}>{name}</TextLink>,
  },
  { key: 'sector', header: 'Sector', cell: ({ sector }) => SECTORS[sector] ?? sector },
  { key: 'place', header: 'Plaats', short: true, cell: ({ place }) => place ?? '–' },
  { key: 'people', header: 'Mensen', align: 'end', short: true, cell: ({ people }) => people },
]

type OrganisationsTableProps = { rows: readonly OrganisationInList[]; total: number; isSearch: boolean }

/** Organisations by name, with how many people work there. */
export function OrganisationsTable({ rows, total, isSearch }: OrganisationsTableProps) {
  return (
    <DataTable
      id="organisations"
      caption={total === 1 ? '1 organisatie' : `${total} organisaties`}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        isSearch ? (
          <EmptyState title="Geen organisaties gevonden">Kijk of de naam klopt.</EmptyState>
        ) : (
          <EmptyState title="Nog geen organisaties">Voeg ze één voor één toe, of voer een lijst in.</EmptyState>
        )
      }
    />
  )
}
