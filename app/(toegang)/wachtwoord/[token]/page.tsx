import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import { accountLink } from '@/lib/data/accounts'
import { appDatabase } from '@/lib/db'
import { resetPassword } from '../actions'

export const metadata: Metadata = { title: 'Nieuw wachtwoord' }

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await accountLink(appDatabase(), token)
  if (link?.kind !== 'reset') {
    return (
      <>
        <PageHeader title="Nieuw wachtwoord" />
        <Notice tone="warning" title="Deze link werkt niet meer">
          Een link werkt een half uur en één keer. <TextLink href="/wachtwoord">Vraag een nieuwe link aan</TextLink> of{' '}
          <TextLink href="/inloggen">log in</TextLink>.
        </Notice>
      </>
    )
  }
  return (
    <>
      <PageHeader title="Nieuw wachtwoord" lead={`Voor ${link.email}.`} />
      <ActionForm action={resetPassword} hidden={{ token }}>
        <FormText
          name="password"
          type="password"
          label="Nieuw wachtwoord"
          hint="Ten minste 12 tekens. Een korte zin is goed te onthouden."
          autoComplete="new-password"
          required
        />
        <FormText name="passwordAgain" type="password" label="Nog een keer" autoComplete="new-password" required />
        <SubmitButton wide>Bewaar mijn wachtwoord</SubmitButton>
      </ActionForm>
    </>
  )
}
