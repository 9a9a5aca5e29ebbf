import type { Metadata } from 'next'
import { generateURI } from 'otplib'
import { toString as qrCode } from 'qrcode'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { accountLink, pendingSecret } from '@/lib/data/accounts'
import { appDatabase } from '@/lib/db'
import { InvitationSetUp } from './invitation-set-up'

export const metadata: Metadata = { title: 'Uw account' }

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await accountLink(appDatabase(), token)
  if (link?.kind !== 'invitation') {
    return (
      <>
        <PageHeader title="Uw account" />
        <Notice tone="warning" title="Deze link werkt niet meer">
          Een uitnodiging werkt één keer. Is uw account al klaar? Log dan in. Vraag anders om een nieuwe uitnodiging aan
          wie u uitnodigde.
        </Notice>
      </>
    )
  }
  const secret = await pendingSecret(appDatabase(), token, link)
  const picture = await qrCode(generateURI({ issuer: 'GIPSonline', label: link.email, secret }), {
    type: 'svg',
    margin: 1,
  })
  return (
    <>
      <PageHeader
        title="Welkom bij GIPSonline"
        lead={`Hier maakt u uw account klaar, ${link.name}. Het duurt twee minuten.`}
      />
      <InvitationSetUp token={token} email={link.email} secret={secret} picture={picture} />
    </>
  )
}
