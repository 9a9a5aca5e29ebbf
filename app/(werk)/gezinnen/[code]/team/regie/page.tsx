import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { DirectionHistory } from '@/components/people/direction-history'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { directionPage } from '@/lib/data/direction'
import { dossierFrame } from '@/lib/data/dossier-frame'
import { inDossier } from '@/lib/viewer'
import { DeputyCard } from './deputy-card'
import { HandOverCard } from './hand-over-card'
import { VoluntaryCard } from './voluntary-card'

export const metadata: Metadata = { title: 'Regie' }

export default async function DirectionPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const base = `/gezinnen/${code}/team`
  const { frame, desk, leaving } = await inDossier(
    code,
    'direction.change',
    async (viewer) => {
      const frame = await dossierFrame(viewer)
      return { frame, ...(await directionPage(viewer, frame)) }
    },
    { path: `${base}/regie`, subject: 'direction' },
  )
  return (
    <DossierPage frame={frame} current="team">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: 'Team' }]} current="Regie" />}
        title="Regie"
        lead="Eén casusregisseur heeft de regie. Een vervanger heeft dezelfde rechten."
      />
      <div className="space-y-6">
        <DeputyCard desk={desk} code={code} />
        <HandOverCard desk={desk} leaving={leaving} code={code} />
        <VoluntaryCard desk={desk} code={code} today={frame.today} />
        <DirectionHistory lines={desk.history} />
      </div>
    </DossierPage>
  )
}
