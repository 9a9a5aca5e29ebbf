import { Badge } from '@/components/ui/badge'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { AccountInList } from '@/lib/domain/account-views'
import { PLATFORM_ROLE_NAMES } from '@/lib/domain/account-words'
import { AccountStateBadge } from './account-state-badge'

const columns: readonly Column<AccountInList>[] = [
  {
    key: 'name',
    header: 'Naam',
    rowHeader: true,
    cell: ({ id, name, email }) => (
      <>
        <TextLink href={`/beheer/accounts/${id}`}>{name ?? 'Account van een gezinslid'}</TextLink>
        <span className="block font-normal break-words text-ink-soft">{email}</span>
      </>
    ),
  },
  {
    key: 'work',
    header: 'Werk',
    cell: ({ profession, organisation }) => (
      <>
        {profession ?? organisation ?? '–'}
        {profession && organisation && <span className="block text-ink-soft">{organisation}</span>}
      </>
    ),
  },
  {
    key: 'state',
    header: 'Staat',
    cell: ({ state, roles }) => (
      <span className="inline-flex flex-wrap gap-2">
        <AccountStateBadge state={state} />
        {roles.map((role) => (
          <Badge key={role} tone="brand">
            {PLATFORM_ROLE_NAMES[role]}
          </Badge>
        ))}
      </span>
    ),
  },
]

/** Accounts by name; each leads to its own page. */
export function AccountsTable({ rows, total }: { rows: readonly AccountInList[]; total: number }) {
  return (
    <DataTable
      id="accounts"
      caption={total === 1 ? '1 account' : `${total} accounts`}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title="Geen accounts gevonden">
          Kijk of de naam klopt. Het account van een gezinslid vindt u alleen met het hele e-mailadres.
        </EmptyState>
      }
    />
  )
}
