import type { Metadata } from 'next'
import { AdministrationPage } from '@/components/administration/administration-page'
import { RegionsTable } from '@/components/administration/regions-table'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { regionsInList } from '@/lib/data/organisations'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Regio’s' }

export default async function RegionsPage() {
  const { frame, regions } = await onPlatform(
    'regions.manage',
    async (viewer) => ({ frame: platformFrame(viewer), regions: await regionsInList(viewer) }),
    { path: '/beheer/regios', subject: 'regions' },
  )
  return (
    <AdministrationPage frame={frame} current="regions">
      <PageHeader
        title="Regio’s"
        lead="Elke regio heeft een regionale tafel. Haar coördinator meldt gezinnen aan."
        actions={<LinkButton href="/beheer/regios/nieuw">Regio toevoegen</LinkButton>}
      />
      <RegionsTable regions={regions} />
    </AdministrationPage>
  )
}
