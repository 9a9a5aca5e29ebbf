import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import { appEnv } from '@/lib/env'
import { ownPath } from '@/lib/request'
import { logIn } from './actions'
import { DemoAccounts } from './demo-accounts'

export const metadata: Metadata = { title: 'Inloggen' }

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ naar?: string }> }) {
  const { naar } = await searchParams
  return (
    <>
      <PageHeader title="Inloggen" lead="U logt in met uw wachtwoord en een code van uw telefoon." />
      <ActionForm action={logIn} hidden={{ naar: ownPath(naar) }}>
        <FormText name="email" type="email" label="E-mailadres" autoComplete="username" required />
        <FormText name="password" type="password" label="Wachtwoord" autoComplete="current-password" required />
        <FormText
          name="code"
          label="Code"
          hint="Zes cijfers uit de app op uw telefoon. Telefoon kwijt? Vul dan een herstelcode in."
          autoComplete="one-time-code"
          inputMode="text"
          width="medium"
          required
        />
        <SubmitButton wide>Inloggen</SubmitButton>
        <p>
          <TextLink href="/wachtwoord">Wachtwoord vergeten</TextLink>
        </p>
      </ActionForm>
      {appEnv().DEMO && <DemoAccounts />}
    </>
  )
}
