import type { Metadata } from 'next'
import { AccountPage } from '@/components/account/account-page'
import { NewPasswordFields } from '@/components/account/new-password-fields'
import { ProofFields } from '@/components/account/proof-fields'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { platformFrame } from '@/lib/platform-gate'
import { asPerson } from '@/lib/viewer'
import { savePassword } from '../actions'

export const metadata: Metadata = { title: 'Wachtwoord wijzigen' }

export default async function OwnPasswordPage() {
  const { email, frame } = await asPerson('/account/wachtwoord', async (viewer) => ({
    email: viewer.email,
    frame: platformFrame(viewer),
  }))
  return (
    <AccountPage frame={frame} title="Wachtwoord wijzigen" lead="Op andere plekken bent u dan uitgelogd.">
      <ActionForm action={savePassword} label="Wachtwoord wijzigen">
        <ProofFields email={email} />
        <NewPasswordFields />
        <SubmitButton wide>Wijzig mijn wachtwoord</SubmitButton>
      </ActionForm>
    </AccountPage>
  )
}
