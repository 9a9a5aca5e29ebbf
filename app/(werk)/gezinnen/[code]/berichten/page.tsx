import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { DossierMessages } from '@/components/messages/dossier-messages'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { messagesPage } from '@/lib/data/dossier-messages'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Verstuurde berichten' }

export default async function DossierMessagesPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const path = `/gezinnen/${code}/berichten`
  const { frame, messages } = await inDossier(code, 'messages.read', messagesPage, { path, subject: 'messages' })
  return (
    <DossierPage frame={frame} current="trail">
      <PageHeader
        above={
          <Breadcrumb
            items={[{ href: `/gezinnen/${code}/inzage`, label: 'Wie keek mee' }]}
            current="Verstuurde berichten"
          />
        }
        title="Verstuurde berichten"
        lead="Wie over dit dossier een bericht kreeg, en of het aankwam. In een bericht staan alleen de code en een link."
      />
      <DossierMessages messages={messages} />
    </DossierPage>
  )
}
