import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { PlanDocumentView } from '@/components/plan/plan-document-view'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { planThroughEyesOf } from '@/lib/data/plan-page'
import { planSlug } from '@/lib/domain/plan-state'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Zoals het gezin het ziet' }

export default async function SeenAsPage({
  params,
}: {
  params: Promise<{ code: string; plan: string; account: string }>
}) {
  const { code, plan: slug, account } = await params
  const path = `/gezinnen/${code}/plannen/${slug}`
  const { frame, title, document, ticks, name } = await inDossier(
    code,
    'plan.move',
    (viewer) => planThroughEyesOf(viewer, slug, account),
    { path: `${path}/zoals/${account}`, subject: slug },
  )
  return (
    <DossierPage frame={frame} current="plans">
      <PageHeader title={title} actions={<LinkButton href={`${path}#bekijken`}>Terug naar het plan</LinkButton>} />
      <div className="mb-8">
        <Notice tone="info" title={`Zo ziet ${name} dit plan`}>
          {document
            ? `Wat hier niet staat, ziet ${name} nergens.`
            : `${name} ziet dit plan niet, en ziet ook niet dat het er is.`}
          {frame.plans.some((plan) => planSlug(plan) === slug && plan.state === 'provisional') &&
            ' Klopt dat? Bevestig het dan op de pagina van het plan.'}
        </Notice>
      </div>
      {document && <PlanDocumentView document={document} ticks={ticks} />}
    </DossierPage>
  )
}
