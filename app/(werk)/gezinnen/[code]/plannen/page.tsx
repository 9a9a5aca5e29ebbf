import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { PlansOverview } from '@/components/plan/plans-overview'
import { PageHeader } from '@/components/ui/page-header'
import { plansPage } from '@/lib/data/plans-page'
import { inDossier } from '@/lib/viewer'
import { StartPlan } from './start-plan'

export const metadata: Metadata = { title: 'Plannen' }

export default async function PlansPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const { frame, lacks } = await inDossier(code, 'plans.read', plansPage, {
    path: `/gezinnen/${code}/plannen`,
    subject: 'plans',
  })
  return (
    <DossierPage frame={frame} current="plans">
      <PageHeader title="Plannen" lead="Vijf overleggen, vijf plannen. Elk plan bouwt verder op het vorige." />
      <PlansOverview frame={frame} />
      <StartPlan frame={frame} lacks={lacks} />
    </DossierPage>
  )
}
