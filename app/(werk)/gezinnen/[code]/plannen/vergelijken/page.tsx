import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { PlanComparisonView } from '@/components/plan/plan-comparison-view'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { comparisonPage } from '@/lib/data/plan-comparison'
import { inDossier } from '@/lib/viewer'
import { PlanPicker } from './plan-picker'

export const metadata: Metadata = { title: 'Twee plannen vergelijken' }

type ComparisonProps = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[]>> }

export default async function ComparisonPage({ params, searchParams }: ComparisonProps) {
  const { code } = await params
  const { eerste, tweede } = await searchParams
  const asked = [eerste, tweede].filter((slug) => typeof slug === 'string')
  const base = `/gezinnen/${code}/plannen`
  const { frame, choices, chosen, comparison } = await inDossier(
    code,
    'plans.read',
    (viewer) => comparisonPage(viewer, asked),
    { path: `${base}/vergelijken`, subject: ['comparison', ...asked].join(' ') },
  )
  return (
    <DossierPage frame={frame} current="plans">
      <PageHeader
        above={<Breadcrumb items={[{ href: base, label: 'Plannen' }]} current="Vergelijken" />}
        title="Twee plannen naast elkaar"
        lead="Zo ziet u wat er veranderde: cijfers, zorgen, doelen en afspraken."
      />
      <PlanPicker action={`${base}/vergelijken`} choices={choices} asked={asked} />
      {chosen && comparison && (
        <PlanComparisonView meetings={[chosen[0].meeting, chosen[1].meeting]} comparison={comparison} />
      )}
    </DossierPage>
  )
}
