import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { WhoComes } from '@/components/meeting/who-comes'
import { PlanLinks } from '@/components/plan/plan-links'
import { PlanNews } from '@/components/plan/plan-news'
import { PlanShields, rowFrame } from '@/components/plan/plan-shields'
import { PlanVersions } from '@/components/plan/plan-versions'
import { LinkedSignals } from '@/components/signals/linked-signals'
import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { directorDesk } from '@/lib/data/director-desk'
import { planPage } from '@/lib/data/plan-page'
import { shieldMarks } from '@/lib/data/shield-rows'
import { planStateName } from '@/lib/domain/plan-state'
import { inDossier } from '@/lib/viewer'
import { undo } from '../../team/actions'
import { ContributionPart } from './contribution-part'
import { DirectorDesk } from './director-desk'
import { InvitationLink } from './invitation-link'
import { OnlySafety } from './only-safety'
import { PlanContents } from './plan-contents'
import { RatingLink } from './rating-link'
import { ReviseForm } from './revise-form'
import { ViewingsPart } from './viewings-part'

export const metadata: Metadata = { title: 'Plan' }

type PlanPageProps = {
  params: Promise<{ code: string; plan: string }>
  searchParams: Promise<{ versie?: string; net?: string }>
}

export default async function PlanPage({ params, searchParams }: PlanPageProps) {
  const { code, plan: slug } = await params
  const { versie, net } = await searchParams
  const version = versie && /^\d{1,4}$/.test(versie) ? Number(versie) : null
  const base = `/gezinnen/${code}/plannen/${slug}`
  const { page, desk, marks } = await inDossier(
    code,
    'plan.read',
    async (viewer) => ({
      page: await planPage(viewer, slug, version),
      desk: await directorDesk(viewer, slug),
      marks: await shieldMarks(viewer),
    }),
    { path: base, subject: slug },
  )
  const shields = { code, marks, lift: undo }
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
      <PlanNews news={net} state={page.plan.state} />
      <PlanVersions
        base={base}
        state={page.plan.state}
        version={page.plan.version}
        shown={page.document.state === 'definitive' ? page.document.version : null}
      />
      <LinkedSignals code={code} signals={page.signals} />
      {page.staysAtSafety && <OnlySafety code={code} />}
      <RatingLink frame={page.frame} plan={page.plan} />
      <InvitationLink base={base} answer={page.invitation} />
      {page.atTable && (
        <div className="mb-8 print:hidden">
          <WhoComes seats={page.atTable} />
        </div>
      )}
      {desk && version === null && <DirectorDesk code={code} plan={page.plan} desk={desk} />}
      <ContributionPart contributions={page.contributions} personId={page.personId} address={`/api${base}/bijdragen`} />
      <PlanShields desk={shields} planId={page.plan.id} />
      <PlanContents
        document={page.document}
        ticks={page.ticks}
        origins={page.origins}
        {...(marks && { frame: rowFrame(shields) })}
      />
      {desk?.next === null && version === null && (
        <div className="mt-12 space-y-6 print:hidden">
          <ViewingsPart desk={desk} base={base} isToConfirm={false} />
          <ReviseForm code={code} planId={desk.planId} />
        </div>
      )}
    </DossierPage>
  )
}
