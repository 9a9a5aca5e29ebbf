import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { ActionForm } from '@/components/forms/action-form'
import { FormRadioGroup, FormText } from '@/components/forms/form-fields'
import { NewAccountFields } from '@/components/people/new-account-fields'
import { WorksWithFields } from '@/components/people/works-with-fields'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { organisationNames } from '@/lib/data/own-account'
import { membersToWorkWith } from '@/lib/data/team'
import { inDossier } from '@/lib/viewer'
import { add } from '../actions'

export const metadata: Metadata = { title: 'Professional toevoegen' }

const ROLES = [
  { value: 'professional', label: 'Professional in het team' },
  { value: 'deputy', label: 'Vervangend casusregisseur', hint: 'Heeft dezelfde rechten als u.' },
]

export default async function NewProfessionalPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}/team`
  const { frame, members, names } = await inDossier(
    code,
    'team.edit',
    async (viewer) => ({
      frame: await dossierFrame(viewer),
      members: await membersToWorkWith(viewer),
      names: await organisationNames(viewer),
    }),
    { path: `${base}/nieuw`, subject: 'team new' },
  )
  return (
    <DossierPage frame={frame} current="team">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: 'Team' }]} current="Toevoegen" />}
        title="Professional toevoegen"
        lead="Wie u toevoegt, kan het dossier meteen lezen. Wie nog geen account heeft, krijgt een uitnodiging."
      />
      <ActionForm action={add} hidden={{ dossier: code }} label="Professional toevoegen">
        <FormText name="email" label="E-mailadres" autoComplete="off" inputMode="email" />
        <NewAccountFields organisations={names} />
        <FormRadioGroup name="role" legend="Waarvoor?" options={ROLES} defaultValue="professional" />
        <WorksWithFields members={members} />
        <SubmitButton>Voeg toe</SubmitButton>
      </ActionForm>
    </DossierPage>
  )
}
