import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { ActionForm } from '@/components/forms/action-form'
import { DocumentFields } from '@/components/people/document-fields'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { inDossier } from '@/lib/viewer'
import { add } from '../actions'

export const metadata: Metadata = { title: 'Document toevoegen' }

export default async function NewDocumentPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}/documenten`
  const frame = await inDossier(code, 'documents.edit', dossierFrame, {
    path: `${base}/nieuw`,
    subject: 'document new',
  })
  return (
    <DossierPage frame={frame} current="documents">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: 'Documenten' }]} current="Toevoegen" />}
        title="Document toevoegen"
      />
      <ActionForm action={add} hidden={{ dossier: code }} label="Document">
        <DocumentFields members={frame.members.map(({ id, firstName }) => ({ id, name: firstName }))} />
        <SubmitButton>Voeg toe</SubmitButton>
      </ActionForm>
    </DossierPage>
  )
}
