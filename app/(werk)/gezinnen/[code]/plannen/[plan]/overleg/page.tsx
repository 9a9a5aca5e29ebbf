import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { MeetingScreen } from '@/components/meeting/meeting-screen'
import { Badge } from '@/components/ui/badge'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { meetingAsked, meetingPage, tellsWhatIsMissing } from '@/lib/data/meeting-page'
import { meetingShown } from '@/lib/domain/meeting-shown'
import { planStateName } from '@/lib/domain/plan-state'
import { inDossier, inDossierPlainly } from '@/lib/viewer'
import { AttendancePart } from './attendance-part'
import { MissingPart } from './missing-part'
import { OpenRiskPart } from './open-risk-part'

export const metadata: Metadata = { title: 'Overleg' }

type OverlegPageProps = {
  params: Promise<{ code: string; plan: string }>
  searchParams: Promise<{ controle?: string }>
}

export default async function OverlegPage({ params, searchParams }: OverlegPageProps) {
  const { code, plan: slug } = await params
  const { controle } = await searchParams
  const base = `/gezinnen/${code}/plannen/${slug}`
  const path = `${base}/overleg`
  const place = { path, subject: `meeting ${slug}` }
  const isAsked = controle === '1'
  const page =
    isAsked || tellsWhatIsMissing(slug)
      ? await inDossier(code, 'meeting.read', (viewer) => meetingPage(viewer, slug, isAsked), place)
      : await inDossierPlainly(code, 'meeting.read', meetingAsked(slug), place)
  return (
    <DossierPage frame={page.frame} current="plans">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: page.plan.title }]} current="Overleg" />}
        title="Het overleg"
        meta={<Badge tone="brand">{planStateName(page.plan.state)}</Badge>}
        lead={
          page.may.write
            ? 'Wat u typt, wordt vanzelf bewaard. Ctrl en Enter zet een vraag op de beamer. Staat u op een keuze? De toetsen 1, 2 en 3 kiezen, en brengen u verder.'
            : 'U leest mee.'
        }
      />
      <MeetingScreen
        page={meetingShown(page)}
        before={<AttendancePart page={page} />}
        opening={<OpenRiskPart page={page} />}
        after={<MissingPart page={page} path={path} />}
      />
    </DossierPage>
  )
}
