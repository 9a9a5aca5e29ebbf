import type { Metadata } from 'next'
import { ContributionScreen } from '@/components/contribution/contribution-screen'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { contributionPage } from '@/lib/data/contribution-page'
import type { ContributionPage } from '@/lib/domain/contribution-view'
import { isHeld } from '@/lib/plan-policy'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Mijn inbreng' }

type ContributionPageProps = { params: Promise<{ code: string; plan: string }> }

export default async function InbrengPage({ params }: ContributionPageProps) {
  const { code, plan: slug } = await params
  const plans = `/gezinnen/${code}/plannen`
  const page = await inDossier(code, 'contribution.read', (viewer) => contributionPage(viewer, slug), {
    path: `${plans}/${slug}/inbreng`,
    subject: `contribution ${slug}`,
  })
  const { title } = page.plan
  return (
    <DossierPage frame={page.frame} current="plans" width="prose">
      <PageHeader
        above={<Breadcrumb items={[{ href: plans, label: 'Plannen' }]} current={`Mijn inbreng bij ${title}`} />}
        title={`Mijn inbreng bij ${title}`}
        lead={leadFor(page)}
      />
      <ContributionScreen page={page} />
    </DossierPage>
  )
}

function leadFor({ told, plan }: ContributionPage): string | undefined {
  if (told) return 'Hier leest u terug wat u zelf heeft verteld.'
  return isHeld(plan) ? undefined : 'Wat u typt, wordt vanzelf bewaard.'
}
