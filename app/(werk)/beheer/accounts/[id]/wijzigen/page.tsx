import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdministrationPage } from '@/components/administration/administration-page'
import { OrganisationFields } from '@/components/administration/organisation-fields'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-fields'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { accountView } from '@/lib/data/account-list'
import { organisationNames } from '@/lib/data/own-account'
import { idInAddress } from '@/lib/domain/form-values'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'
import { change } from '../../actions'

export const metadata: Metadata = { title: 'Account wijzigen' }

export default async function ChangeAccountPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const path = `/beheer/accounts/${id}`
  const { frame, account, names } = await onPlatform(
    'accounts.manage',
    async (viewer) => ({
      account: await accountView(viewer, id),
      names: await organisationNames(viewer),
      frame: platformFrame(viewer),
    }),
    { path: `${path}/wijzigen`, subject: `account ${idInAddress(id)}` },
  )
  if (account.name === null) {
    notFound()
  }
  const above = [
    { href: '/beheer/accounts', label: 'Accounts' },
    { href: path, label: account.name },
  ]
  return (
    <AdministrationPage frame={frame} current="accounts">
      <PageHeader above={<Breadcrumb items={above} current="Wijzigen" />} title={`Gegevens van ${account.name}`} />
      <ActionForm action={change} hidden={{ personId: id }} label="Gegevens van het account">
        <FormText name="name" label="Naam" autoComplete="off" defaultValue={account.name} />
        {account.state === 'invited' && (
          <FormText
            name="email"
            label="E-mailadres"
            hint="Na een ander adres werkt de vorige link niet meer. Stuur dan een nieuwe uitnodiging."
            autoComplete="off"
            inputMode="email"
            defaultValue={account.email}
          />
        )}
        <FormText
          name="profession"
          label="Beroep"
          optional
          autoComplete="off"
          defaultValue={account.profession ?? ''}
        />
        <OrganisationFields names={names} organisation={account.organisation} />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
    </AdministrationPage>
  )
}
