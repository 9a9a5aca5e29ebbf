import type { Metadata } from 'next'
import { AskingForm } from '@/components/assessment/asking-form'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { askingPage } from '@/lib/data/assessment-page'
import { inDossier } from '@/lib/viewer'
import { ask } from '../actions'

export const metadata: Metadata = { title: 'Vraag een extra inschatting' }

export default async function AskAssessmentPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const safety = `/gezinnen/${code}/veiligheid`
  const { frame, assessmentId, ...form } = await inDossier(code, 'assessment.lead', askingPage, {
    path: `/gezinnen/${code}/inschatting/nieuw`,
    subject: 'extra assessment new',
  })
  return (
    <DossierPage frame={frame} current="safety">
      <PageHeader
        above={<Breadcrumb items={[{ href: safety, label: 'Veiligheid' }]} current="Extra inschatting" />}
        title="Vraag een extra inschatting"
        lead="Wie u vraagt, krijgt meteen een e-mail met een link. Daarin staat niets over het gezin."
      />
      <AskingForm {...form} action={ask} hidden={{ dossier: code, assessmentId }} />
    </DossierPage>
  )
}
