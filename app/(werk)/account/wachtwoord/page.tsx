import type { Metadata } from 'next'
import { AccountPage } from '@/components/account/account-page'
import { ProofFields } from '@/components/account/proof-fields'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
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
    <AccountPage frame={frame} title="Wachtwoord wijzigen" lead="Op andere plekken wordt u dan uitgelogd.">
      <ActionForm action={savePassword} label="Wachtwoord wijzigen">
        <ProofFields email={email} />
        <FormText
          name="password"
          type="password"
          label="Nieuw wachtwoord"
          hint="Ten minste 12 tekens. Een korte zin is goed te onthouden."
          autoComplete="new-password"
          required
        />
        <FormText
          name="passwordAgain"
          type="password"
          label="Nieuw wachtwoord, nog een keer"
          autoComplete="new-password"
          required
        />
        <SubmitButton wide>Wijzig mijn wachtwoord</SubmitButton>
      </ActionForm>
    </AccountPage>
  )
}
