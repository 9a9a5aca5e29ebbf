import type { Metadata } from 'next'
import { AccountPage } from '@/components/account/account-page'
import { platformFrame } from '@/lib/platform-gate'
import { asPerson } from '@/lib/viewer'
import { NewCodes } from './new-codes'

export const metadata: Metadata = { title: 'Nieuwe herstelcodes' }

export default async function RecoveryCodesPage() {
  const { email, frame } = await asPerson('/account/herstelcodes', async (viewer) => ({
    email: viewer.email,
    frame: platformFrame(viewer),
  }))
  return (
    <AccountPage
      frame={frame}
      title="Nieuwe herstelcodes"
      lead="U krijgt tien nieuwe codes. De oude werken dan niet meer."
    >
      <NewCodes email={email} />
    </AccountPage>
  )
}
