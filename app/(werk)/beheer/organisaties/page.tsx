import type { Metadata } from 'next'
import { AdministrationPage } from '@/components/administration/administration-page'
import { OrganisationsTable } from '@/components/administration/organisations-table'
import { SearchForm } from '@/components/administration/search-form'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { organisationsInList } from '@/lib/data/organisations'
import { type AddressQuery, listHref, listQuery } from '@/lib/domain/list-query'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Organisaties' }

const PATH = '/beheer/organisaties'

export default async function OrganisationsPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const { search, page } = listQuery(await searchParams)
  const { frame, organisations } = await onPlatform(
    'organisations.manage',
    async (viewer) => ({
      frame: platformFrame(viewer),
      organisations: await organisationsInList(viewer, { search, page }),
    }),
    { path: PATH, subject: 'organisations' },
  )
  return (
    <AdministrationPage frame={frame} current="organisations">
      <PageHeader
        title="Organisaties"
        lead="Waar professionals werken. Een casusregisseur kan er bij een uitnodiging ook een toevoegen."
        actions={<LinkButton href={`${PATH}/nieuw`}>Organisatie toevoegen</LinkButton>}
      />
      <SearchForm action={PATH} label="Naam of plaats" search={search} />
      <OrganisationsTable rows={organisations.rows} total={organisations.total} isSearch={search !== ''} />
      <Pagination
        label="Bladzijden met organisaties"
        page={page}
        pages={organisations.pages}
        hrefFor={(number) => listHref(PATH, { zoek: search }, number)}
      />
    </AdministrationPage>
  )
}
