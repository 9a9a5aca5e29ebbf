import type { Metadata } from 'next'
import { ChairOver } from '@/components/chair/chair-over'
import { ChairScreen } from '@/components/chair/chair-screen'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Badge } from '@/components/ui/badge'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { chairPage } from '@/lib/data/chair-page'
import { planStateName } from '@/lib/domain/plan-state'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Voorzitten' }

type VoorzittenPageProps = { params: Promise<{ code: string; plan: string }> }

export default async function VoorzittenPage({ params }: VoorzittenPageProps) {
  const { code, plan: slug } = await params
  const base = `/gezinnen/${code}/plannen/${slug}`
  const page = await inDossier(code, 'meeting.chair', (viewer) => chairPage(viewer, slug), {
    path: `${base}/voorzitten`,
    subject: `chair ${slug}`,
  })
  return (
    <DossierPage frame={page.frame} current="plans">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: page.plan.title }]} current="Voorzitten" />}
        title="Voorzitten"
        meta={<Badge tone="brand">{planStateName(page.plan.state)}</Badge>}
        lead={
          page.isOver
            ? undefined
            : 'Uw eigen scherm tijdens het overleg. Met de pijltjes gaat de beamer naar de vorige of volgende vraag.'
        }
      />
      {page.isOver ? <ChairOver code={code} slug={slug} /> : <ChairScreen page={page} />}
    </DossierPage>
  )
}
