import type { Metadata } from 'next'
import { AccountsTable } from '@/components/administration/accounts-table'
import { AdministrationPage } from '@/components/administration/administration-page'
import { SearchForm } from '@/components/administration/search-form'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { accountsInList } from '@/lib/data/account-list'
import { ACCOUNT_STATES, type AccountState } from '@/lib/domain/account-words'
import { type AddressQuery, listHref, listQuery, textIn } from '@/lib/domain/list-query'
import { choices } from '@/lib/domain/people-words'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Accounts' }

const PATH = '/beheer/accounts'

export default async function AccountsPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const query = await searchParams
  const { search, page } = listQuery(query)
  const state = stateIn(query)
  const { frame, accounts } = await onPlatform(
    'accounts.manage',
    async (viewer) => ({
      frame: platformFrame(viewer),
      accounts: await accountsInList(viewer, { search, state, page }),
    }),
    { path: PATH, subject: 'accounts' },
  )
  return (
    <AdministrationPage frame={frame} current="accounts">
      <PageHeader
        title="Accounts"
        lead="Professionals, beheerders en coördinatoren. Accounts van gezinsleden staan niet in deze lijst."
        actions={<LinkButton href={`${PATH}/nieuw`}>Iemand uitnodigen</LinkButton>}
      />
      <SearchForm action={PATH} label="Naam, e-mail of organisatie" search={search}>
        <Select
          name="staat"
          label="Staat"
          placeholder="Alle"
          options={choices(ACCOUNT_STATES)}
          defaultValue={state ?? ''}
        />
      </SearchForm>
      <AccountsTable rows={accounts.rows} total={accounts.total} />
      <Pagination
        label="Bladzijden met accounts"
        page={page}
        pages={accounts.pages}
        hrefFor={(number) => listHref(PATH, { zoek: search, staat: state ?? '' }, number)}
      />
    </AdministrationPage>
  )
}

function stateIn(query: AddressQuery): AccountState | null {
  const asked = textIn(query, 'staat')
  return Object.hasOwn(ACCOUNT_STATES, asked) ? (asked as AccountState) : null
}
