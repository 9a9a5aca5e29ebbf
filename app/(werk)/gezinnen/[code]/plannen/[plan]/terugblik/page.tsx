import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { lookingBack } from '@/lib/data/ratings'
import { inDossier } from '@/lib/viewer'
import { AllRatings } from './all-ratings'
import { RatingForm } from './rating-form'

export const metadata: Metadata = { title: 'Hoe was het overleg?' }

export default async function LookingBackPage({ params }: { params: Promise<{ code: string; plan: string }> }) {
  const { code, plan: slug } = await params
  const plans = `/gezinnen/${code}/plannen`
  const { frame, plan, mayGive, own, all } = await inDossier(
    code,
    'rating.read',
    (viewer) => lookingBack(viewer, slug),
    { path: `${plans}/${slug}/terugblik`, subject: slug },
  )
  const hidden = { dossier: code, plan: plan.slug }
  return (
    <DossierPage frame={frame} current="plans">
      <PageHeader
        above={<Breadcrumb items={[{ href: plans, label: 'Plannen' }]} current={`Terugblik op ${plan.title}`} />}
        title="Hoe was het overleg?"
        lead={`Een korte terugblik op ${plan.title}. Daarmee wordt een volgend overleg beter.`}
      />
      <div className="space-y-6">
        {mayGive && (
          <Card title="Uw mening" id="uw-mening">
            <p className="max-w-prose pb-4">
              {all
                ? 'De casusregisseur en de GIPSmeester lezen dit.'
                : 'Alleen de casusregisseur en de GIPSmeester lezen dit.'}
            </p>
            <RatingForm id="own" label="Uw mening over het overleg" hidden={hidden} rating={own} />
          </Card>
        )}
        {all && <AllRatings hidden={hidden} all={all} />}
      </div>
    </DossierPage>
  )
}
