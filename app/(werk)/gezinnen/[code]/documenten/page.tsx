import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { DocumentsScreen } from '@/components/people/documents-screen'
import { LinkButton } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { PageHeader } from '@/components/ui/page-header'
import { documentsInList } from '@/lib/data/documents'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { shieldMarks } from '@/lib/data/shield-rows'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'
import { undo } from '../team/actions'

export const metadata: Metadata = { title: 'Documenten' }

export default async function DocumentsPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}/documenten`
  const { frame, documents, marks } = await inDossier(
    code,
    'documents.read',
    async (viewer) => ({
      frame: await dossierFrame(viewer),
      documents: await documentsInList(viewer),
      marks: await shieldMarks(viewer),
    }),
    { path: base, subject: 'documents' },
  )
  const mayEdit = holdsIn(frame, 'documents.edit')
  return (
    <DossierPage frame={frame} current="documents">
      <PageHeader
        title="Documenten"
        actions={
          <ButtonRow onPhone="pairs">
            {mayEdit && <LinkButton href={`${base}/nieuw`}>Document toevoegen</LinkButton>}
            {holdsIn(frame, 'intake.read') && <LinkButton href={`/gezinnen/${code}/intake`}>Intake</LinkButton>}
          </ButtonRow>
        }
      />
      <DocumentsScreen code={code} documents={documents} mayEdit={mayEdit} shields={{ code, marks, lift: undo }} />
    </DossierPage>
  )
}
