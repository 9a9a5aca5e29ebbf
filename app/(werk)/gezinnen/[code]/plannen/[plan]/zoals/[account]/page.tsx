import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { PlanDocumentView } from '@/components/plan/plan-document-view'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { planThroughEyesOf } from '@/lib/data/plan-page'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Zoals het gezin het ziet' }

export default async function SeenAsPage({
  params,
}: {
  params: Promise<{ code: string; plan: string; account: string }>
}) {
  const { code, plan: slug, account } = await params
  const path = `/gezinnen/${code}/plannen/${slug}`
  const { frame, document, name } = await inDossier(
    code,
    'plan.move',
    (viewer) => planThroughEyesOf(viewer, slug, account),
    {
      path: `${path}/zoals/${account}`,
      subject: slug,
    },
  )
  return (
    <DossierPage frame={frame} current="plans">
      <PageHeader
        title={document.title}
        actions={<LinkButton href={`${path}#bekijken`}>Terug naar het plan</LinkButton>}
      />
      <div className="mb-8">
        <Notice tone="info" title={`Zo ziet ${name} dit plan`}>
          Wat hier niet staat, ziet {name} nergens. Klopt dat? Bevestig het dan op de pagina van het plan.
        </Notice>
      </div>
      <PlanDocumentView document={document} />
    </DossierPage>
  )
}
