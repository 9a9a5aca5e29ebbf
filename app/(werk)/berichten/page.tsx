import type { Metadata } from 'next'
import { OwnMessages } from '@/components/messages/own-messages'
import { RequestList } from '@/components/messages/request-list'
import { PageMain } from '@/components/shell/page-main'
import { WorkPage } from '@/components/shell/work-page'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { messageCentre } from '@/lib/data/message-centre'
import { platformFrame } from '@/lib/platform-gate'
import { asPerson } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Berichten' }

export default async function MessagesPage() {
  const { frame, requests, messages } = await asPerson('/berichten', async (viewer) => ({
    frame: platformFrame(viewer),
    ...(await messageCentre(viewer)),
  }))
  return (
    <WorkPage {...frame} hasUnread={false} current="messages">
      <PageMain width="prose">
        <PageHeader title="Berichten" lead="Wat van u gevraagd wordt, en wat u kreeg. Het nieuwste staat bovenaan." />
        <div className="space-y-8">
          <Card title="Wat van u gevraagd wordt" id="gevraagd">
            <RequestList requests={requests} />
          </Card>
          <Card title="Wat u kreeg" id="gekregen">
            <OwnMessages messages={messages} />
          </Card>
        </div>
      </PageMain>
    </WorkPage>
  )
}
