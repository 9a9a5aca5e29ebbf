import type { Metadata } from 'next'
import { AgendaPreview } from '@/components/answers/agenda-preview'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { agendaBySlug } from '@/lib/data/plans'
import { meetingTitle } from '@/lib/domain/plan-state'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Agenda' }

type AgendaPageProps = { params: Promise<{ code: string; plan: string }> }

export default async function AgendaPage({ params }: AgendaPageProps) {
  const { code, plan: slug } = await params
  const plans = `/gezinnen/${code}/plannen`
  const { agenda, frame } = await inDossier(
    code,
    'agenda.preview',
    async (viewer) => ({ agenda: await agendaBySlug(viewer, slug), frame: await dossierFrame(viewer) }),
    { path: `${plans}/${slug}/agenda`, subject: `agenda ${slug}` },
  )
  return (
    <DossierPage frame={frame} current="plans">
      <PageHeader
        above={
          <Breadcrumb items={[{ href: plans, label: 'Plannen' }]} current={`Agenda ${meetingTitle(agenda.kind)}`} />
        }
        title={`Agenda van ${meetingTitle(agenda.kind)}`}
        lead={agenda.question}
      />
      <AgendaPreview agenda={agenda} />
    </DossierPage>
  )
}
