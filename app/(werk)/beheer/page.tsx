import type { Metadata } from 'next'
import { AdministrationPage } from '@/components/administration/administration-page'
import { OverviewScreen } from '@/components/administration/overview-screen'
import { PageHeader } from '@/components/ui/page-header'
import { administrationInShort, openRemovals } from '@/lib/data/account-list'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Beheer' }

export default async function AdministrationOverviewPage() {
  const { frame, short, removals } = await onPlatform(
    'accounts.manage',
    async (viewer) => ({
      frame: platformFrame(viewer),
      short: await administrationInShort(viewer),
      removals: await openRemovals(viewer),
    }),
    { path: '/beheer', subject: 'overview' },
  )
  return (
    <AdministrationPage frame={frame} current="overview">
      <PageHeader
        title="Beheer"
        lead="Wie GIPSonline gebruikt en waar zij werken. Gezinnen en dossiers ziet u hier niet."
      />
      <OverviewScreen short={short} removals={removals} />
    </AdministrationPage>
  )
}
