import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { ActionForm } from '@/components/forms/action-form'
import { PlanDocumentView } from '@/components/plan/plan-document-view'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { planThroughEyesOf } from '@/lib/data/plan-page'
import { inDossier } from '@/lib/viewer'
import { confirmSeen } from '../../actions'

export const metadata: Metadata = { title: 'Zoals het gezin het ziet' }

export default async function SeenAsPage({
  params,
}: {
  params: Promise<{ code: string; plan: string; account: string }>
}) {
  const { code, plan: slug, account } = await params
  const path = `/gezinnen/${code}/plannen/${slug}`
  const { frame, planId, title, document, ticks, name, isToConfirm } = await inDossier(
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
          {isToConfirm && ' Klopt dat? Bevestig het dan onder het plan.'}
        </Notice>
      </div>
      {document && <PlanDocumentView document={document} ticks={ticks} />}
      {isToConfirm && (
        <ActionForm
          action={confirmSeen}
          hidden={{ dossier: code, planId, personId: account }}
          className="mt-8 space-y-4 print:hidden"
          label="Is het zo goed?"
        >
          <SubmitButton>Dit is goed voor {name}</SubmitButton>
        </ActionForm>
      )}
    </DossierPage>
  )
}
