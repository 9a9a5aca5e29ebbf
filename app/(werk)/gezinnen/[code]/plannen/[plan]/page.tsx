import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { PlanLinks } from '@/components/plan/plan-links'
import { PlanVersions } from '@/components/plan/plan-versions'
import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { directorDesk } from '@/lib/data/director-desk'
import { planPage } from '@/lib/data/plan-page'
import { planStateName } from '@/lib/domain/plan-state'
import { inDossier } from '@/lib/viewer'
import { ContributionPart } from './contribution-part'
import { DirectorDesk } from './director-desk'
import { PlanContents } from './plan-contents'
import { RatingLink } from './rating-link'
import { ReviseForm } from './revise-form'

export const metadata: Metadata = { title: 'Plan' }

type PlanPageProps = { params: Promise<{ code: string; plan: string }>; searchParams: Promise<{ versie?: string }> }

export default async function PlanPage({ params, searchParams }: PlanPageProps) {
  const { code, plan: slug } = await params
  const { versie } = await searchParams
  const version = versie && /^\d{1,4}$/.test(versie) ? Number(versie) : null
  const { page, desk } = await inDossier(
    code,
    'plan.read',
    async (viewer) => ({ page: await planPage(viewer, slug, version), desk: await directorDesk(viewer, slug) }),
    { path: `/gezinnen/${code}/plannen/${slug}`, subject: slug },
  )
  return (
    <DossierPage frame={page.frame} current="plans">
      <PageHeader
        title={page.document.title}
        meta={
          <Badge tone={page.plan.state === 'definitive' ? 'success' : 'neutral'}>
            {planStateName(page.plan.state)}
          </Badge>
        }
        actions={<PlanLinks frame={page.frame} plan={page.plan} />}
      />
      <PlanVersions
        base={`/gezinnen/${code}/plannen/${slug}`}
        state={page.plan.state}
        version={page.plan.version}
        shown={page.document.state === 'definitive' ? page.document.version : null}
      />
      <RatingLink frame={page.frame} plan={page.plan} />
      {desk && version === null && <DirectorDesk code={code} plan={page.plan} desk={desk} />}
      <ContributionPart
        contributions={page.contributions}
        personId={page.personId}
        address={`/api/gezinnen/${code}/plannen/${slug}/bijdragen`}
      />
      <PlanContents document={page.document} ticks={page.ticks} />
      {desk?.next === null && version === null && <ReviseForm code={code} planId={desk.planId} />}
    </DossierPage>
  )
}
