import type { Metadata } from 'next'
import { generateURI } from 'otplib'
import { toString as qrCode } from 'qrcode'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { accountLink, pendingSecret } from '@/lib/data/accounts'
import { appDatabase } from '@/lib/db'
import { NewAppSetUp } from './new-app-set-up'

export const metadata: Metadata = { title: 'Nieuwe app koppelen' }

export default async function NewAppPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await accountLink(appDatabase(), token)
  if (link?.kind !== 'secondFactor') {
    return (
      <>
        <PageHeader title="Nieuwe app koppelen" />
        <Notice tone="warning" title="Deze link werkt niet meer">
          Een link werkt één dag en één keer. Vraag uw beheerder om een nieuwe.
        </Notice>
      </>
    )
  }
  const secret = await pendingSecret(appDatabase(), token, link)
  const uri = generateURI({ issuer: 'GIPSonline', label: link.email, secret })
  const picture = await qrCode(uri, { type: 'svg', margin: 1 })
  return (
    <>
      <PageHeader title="Nieuwe app koppelen" lead={`Voor ${link.email}.`} />
      <NewAppSetUp token={token} email={link.email} secret={secret} picture={picture} />
    </>
  )
}
