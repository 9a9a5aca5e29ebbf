import type { Metadata } from 'next'
import { AdministrationPage } from '@/components/administration/administration-page'
import { UndeliveredByReason } from '@/components/administration/undelivered-by-reason'
import { UndeliveredList } from '@/components/administration/undelivered-list'
import { PageHeader } from '@/components/ui/page-header'
import { undeliveredMessages } from '@/lib/data/undelivered'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'
import { dismiss, tryAgain, tryAllAgain } from './actions'

export const metadata: Metadata = { title: 'Berichten' }

export default async function UndeliveredPage() {
  const { frame, messages } = await onPlatform(
    'undelivered.manage',
    async (viewer) => ({ frame: platformFrame(viewer), messages: await undeliveredMessages(viewer) }),
    { path: '/beheer/berichten', subject: 'undelivered' },
  )
  return (
    <AdministrationPage frame={frame} current="messages">
      <PageHeader
        title="Berichten die niet aankwamen"
        lead="E-mail die is geweigerd, of langer dan een kwartier wacht. Wat er in staat, ziet u hier niet."
      />
      <div className="space-y-8">
        <UndeliveredByReason messages={messages} tryAllAgain={tryAllAgain} />
        <UndeliveredList messages={messages} tryAgain={tryAgain} dismiss={dismiss} />
      </div>
    </AdministrationPage>
  )
}
