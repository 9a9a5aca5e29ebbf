import type { Metadata } from 'next'
import { MyAgreements } from '@/components/agreements/my-agreements'
import { PageMain } from '@/components/shell/page-main'
import { WorkPage } from '@/components/shell/work-page'
import { PageHeader } from '@/components/ui/page-header'
import { myAgreements } from '@/lib/data/agreements'
import { asPerson } from '@/lib/viewer'
import { tickAgreementByForm } from './actions'

export const metadata: Metadata = { title: 'Mijn afspraken' }

export default async function MyAgreementsPage() {
  const { name, platformRoles, today, items } = await asPerson('/mijn-afspraken', async (viewer) => ({
    name: viewer.name,
    platformRoles: viewer.platformRoles,
    today: viewer.today,
    items: await myAgreements(viewer),
  }))
  return (
    <WorkPage viewerName={name} current="agreements" platformRoles={platformRoles}>
      <PageMain>
        <PageHeader title="Mijn afspraken" lead="Wat u toezegde, in alle gezinnen. Vink af wat gedaan is." />
        <MyAgreements items={items} today={today} action={tickAgreementByForm} />
      </PageMain>
    </WorkPage>
  )
}
