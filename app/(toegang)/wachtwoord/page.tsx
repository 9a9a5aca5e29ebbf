import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { askResetLink } from './actions'

export const metadata: Metadata = { title: 'Wachtwoord vergeten' }

export default function ForgottenPasswordPage() {
  return (
    <>
      <PageHeader
        title="Wachtwoord vergeten"
        lead="U krijgt een e-mail met een link. Die werkt een half uur en één keer."
      />
      <ActionForm action={askResetLink}>
        <FormText name="email" type="email" label="E-mailadres" autoComplete="username" required />
        <SubmitButton wide>Stuur mij een link</SubmitButton>
      </ActionForm>
    </>
  )
}
