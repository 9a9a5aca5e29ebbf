import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { ActionForm } from '@/components/forms/action-form'
import { DocumentFields } from '@/components/people/document-fields'
import { SureCheckbox } from '@/components/people/sure-checkbox'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { documentView } from '@/lib/data/documents'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { idInAddress } from '@/lib/domain/form-values'
import { inDossier } from '@/lib/viewer'
import { change, remove } from '../../actions'

export const metadata: Metadata = { title: 'Document wijzigen' }

type ChangePageProps = { params: Promise<{ code: string; id: string }> }

export default async function ChangeDocumentPage({ params }: ChangePageProps) {
  const { code, id } = await params
  const base = `/gezinnen/${code}/documenten`
  const { frame, document } = await inDossier(
    code,
    'documents.edit',
    async (viewer) => ({ document: await documentView(viewer, id), frame: await dossierFrame(viewer) }),
    { path: `${base}/${id}/wijzigen`, subject: `document ${idInAddress(id)}` },
  )
  const hidden = { dossier: code, documentId: id }
  return (
    <DossierPage frame={frame} current="documents">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: 'Documenten' }]} current="Wijzigen" />}
        title={`${document.title} wijzigen`}
      />
      <ActionForm action={change} hidden={hidden} label="Document">
        <DocumentFields
          document={document}
          members={frame.members.map((member) => ({ id: member.id, name: member.firstName }))}
        />
        <SubmitButton>Bewaar</SubmitButton>
      </ActionForm>
      <section aria-labelledby="weghalen" className="mt-12 max-w-prose space-y-4 border-t border-line pt-8">
        <h2 id="weghalen">Document weghalen</h2>
        <p>Het document en het bestand zijn dan voorgoed weg, voor iedereen.</p>
        <ActionForm action={remove} hidden={hidden} label="Document weghalen" className="space-y-4">
          <SureCheckbox name="isSure" label="Ja, haal dit document weg" />
          <SubmitButton variant="danger">Haal weg</SubmitButton>
        </ActionForm>
      </section>
    </DossierPage>
  )
}
