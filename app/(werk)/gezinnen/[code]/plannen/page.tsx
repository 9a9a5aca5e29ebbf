import type { Metadata } from 'next'
import { BetweenLink } from '@/components/between/between-link'
import { DossierPage } from '@/components/dossier/dossier-page'
import { PlansOverview } from '@/components/plan/plans-overview'
import { LinkButton } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { PageHeader } from '@/components/ui/page-header'
import { plansPage } from '@/lib/data/plans-page'
import { shieldMarks } from '@/lib/data/shield-rows'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'
import { undo } from '../team/actions'
import { CompareLink } from './compare-link'
import { StartPlan } from './start-plan'

export const metadata: Metadata = { title: 'Plannen' }

export default async function PlansPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const { frame, lacks, lastStayedAtSafety, marks } = await inDossier(
    code,
    'plans.read',
    async (viewer) => ({ ...(await plansPage(viewer)), marks: await shieldMarks(viewer) }),
    { path: `/gezinnen/${code}/plannen`, subject: 'plans' },
  )
  return (
    <DossierPage frame={frame} current="plans">
      <PageHeader
        title="Plannen"
        lead="Vijf overleggen, vijf plannen. Elk plan bouwt verder op het vorige."
        actions={
          <ButtonRow onPhone="pairs">
            <CompareLink frame={frame} />
            <BetweenLink frame={frame} />
            {holdsIn(frame, 'dossier.end') && (
              <LinkButton href={`/gezinnen/${code}/afsluiten`}>
                {frame.familyState === 'closed' ? 'Hoe het eindigde' : 'Dossier sluiten'}
              </LinkButton>
            )}
          </ButtonRow>
        }
      />
      <StartPlan frame={frame} lacks={lacks} lastStayedAtSafety={lastStayedAtSafety} />
      <PlansOverview frame={frame} shields={{ code, marks, lift: undo }} />
    </DossierPage>
  )
}
