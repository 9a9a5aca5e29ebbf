import type { Metadata } from 'next'
import { MyAgreements } from '@/components/agreements/my-agreements'
import { PageMain } from '@/components/shell/page-main'
import { WorkPage } from '@/components/shell/work-page'
import { PageHeader } from '@/components/ui/page-header'
import { myAgreements } from '@/lib/data/agreements'
import { platformFrame } from '@/lib/platform-gate'
import { asPerson } from '@/lib/viewer'
import { tickAgreementByForm } from './actions'

export const metadata: Metadata = { title: 'Mijn afspraken' }

export default async function MyAgreementsPage() {
  const { frame, today, items } = await asPerson('/mijn-afspraken', async (viewer) => ({
    frame: platformFrame(viewer),
    today: viewer.today,
    items: await myAgreements(viewer),
  }))
  return (
    <WorkPage {...frame} current="agreements">
      <PageMain>
        <PageHeader title="Mijn afspraken" lead="Wat u toezegde, in alle gezinnen. Vink af wat gedaan is." />
        <MyAgreements items={items} today={today} action={tickAgreementByForm} />
      </PageMain>
    </WorkPage>
  )
}
