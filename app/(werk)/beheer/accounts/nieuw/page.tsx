import type { Metadata } from 'next'
import { AdministrationPage } from '@/components/administration/administration-page'
import { OrganisationFields } from '@/components/administration/organisation-fields'
import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox, FormSelect, FormText } from '@/components/forms/form-fields'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Fieldset } from '@/components/ui/fieldset'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { regionsInList } from '@/lib/data/organisations'
import { organisationNames } from '@/lib/data/own-account'
import { platformFrame } from '@/lib/platform-gate'
import { onPlatform } from '@/lib/viewer'
import { invite } from '../actions'

export const metadata: Metadata = { title: 'Iemand uitnodigen' }

export default async function InvitePage() {
  const { frame, regions, names } = await onPlatform(
    'accounts.manage',
    async (viewer) => ({
      frame: platformFrame(viewer),
      regions: await regionsInList(viewer),
      names: await organisationNames(viewer),
    }),
    { path: '/beheer/accounts/nieuw', subject: 'account new' },
  )
  return (
    <AdministrationPage frame={frame} current="accounts">
      <PageHeader
        above={<Breadcrumb items={[{ href: '/beheer/accounts', label: 'Accounts' }]} current="Uitnodigen" />}
        title="Iemand uitnodigen"
        lead="Deze persoon krijgt een e-mail met een link. Die werkt één keer, en zeven dagen."
      />
      <ActionForm action={invite} label="Iemand uitnodigen">
        <FormText name="name" label="Naam" autoComplete="off" />
        <FormText name="email" label="E-mailadres" autoComplete="off" inputMode="email" />
        <FormText name="profession" label="Beroep" optional autoComplete="off" />
        <OrganisationFields names={names} />
        <Fieldset
          id="roles"
          legend="Rollen"
          hint="Wie in een gezin werkt, hoeft hier niets: dat regelt de casusregisseur in het dossier."
        >
          <FormCheckbox name="administrator" label="Beheerder" hint="Mag wat u nu mag." />
          <FormCheckbox name="institute" label="GIPS-instituut" hint="Ziet anonieme resultaten." />
          <div className="pt-2">
            <FormSelect
              name="regionId"
              label="Regiocoördinator van"
              optional
              placeholder="Geen regio"
              options={regions.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue=""
            />
          </div>
        </Fieldset>
        <SubmitButton>Verstuur de uitnodiging</SubmitButton>
      </ActionForm>
    </AdministrationPage>
  )
}
