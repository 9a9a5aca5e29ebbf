import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { ActionForm } from '@/components/forms/action-form'
import { MemberNameFields } from '@/components/people/member-name-fields'
import { SureCheckbox } from '@/components/people/sure-checkbox'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { inDossier } from '@/lib/viewer'
import { add } from '../actions'

export const metadata: Metadata = { title: 'Gezinslid toevoegen' }

export default async function NewMemberPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}/gezinsleden`
  const frame = await inDossier(code, 'members.edit', dossierFrame, { path: `${base}/nieuw`, subject: 'members new' })
  return (
    <DossierPage frame={frame} current="members">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: 'Gezinsleden' }]} current="Toevoegen" />}
        title="Gezinslid toevoegen"
        lead="Adres, telefoon en andere gegevens vult u daarna in."
      />
      <ActionForm action={add} hidden={{ dossier: code }} label="Gezinslid toevoegen">
        <MemberNameFields />
        <SureCheckbox name="isSomeoneElse" label="Dit is iemand anders met dezelfde naam" onlyAsked />
        <SubmitButton>Voeg toe</SubmitButton>
      </ActionForm>
    </DossierPage>
  )
}
