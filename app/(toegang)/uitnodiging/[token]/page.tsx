import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { accountLink, appToLink } from '@/lib/data/accounts'
import { appDatabase } from '@/lib/db'
import { InvitationSetUp } from './invitation-set-up'

export const metadata: Metadata = { title: 'Uw account' }

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const found = await accountLink(appDatabase(), token)
  const link = found?.kind === 'invitation' ? found : null
  return (
    <>
      <PageHeader
        title={link ? 'Welkom bij GIPSonline' : 'Uw account'}
        lead={link && `Hier maakt u uw account klaar, ${link.name}. Het duurt twee minuten.`}
      />
      <InvitationSetUp token={token} app={link && (await appToLink(appDatabase(), token, link))} />
    </>
  )
}
