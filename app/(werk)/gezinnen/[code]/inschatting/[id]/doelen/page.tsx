import type { Metadata } from 'next'
import { DossierPage } from '@/components/dossier/dossier-page'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { newGoalsPage } from '@/lib/data/new-goals-page'
import { idInAddress } from '@/lib/domain/form-values'
import { formatDate } from '@/lib/domain/plain-date'
import { inDossier } from '@/lib/viewer'
import { GoalsPart } from './goals-part'
import { WhatWasSaid } from './what-was-said'

export const metadata: Metadata = { title: 'Nieuwe veiligheidsdoelen' }

export default async function NewGoalsPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params
  const assessment = `/gezinnen/${code}/inschatting/${id}`
  const page = await inDossier(code, 'assessment.lead', (viewer) => newGoalsPage(viewer, id), {
    path: `${assessment}/doelen`,
    subject: `extra assessment ${idInAddress(id)}`,
  })
  const { frame, measures } = page
  const { closedOn, conclusion } = page.assessment
  return (
    <DossierPage frame={frame} current="safety">
      <PageHeader
        above={
          <Breadcrumb
            items={[
              { href: `/gezinnen/${code}/veiligheid`, label: 'Veiligheid' },
              { href: assessment, label: 'Extra inschatting' },
            ]}
            current="Nieuwe doelen"
          />
        }
        title="Nieuwe veiligheidsdoelen"
        {...(closedOn && { lead: `Na de extra inschatting die op ${formatDate(closedOn)} is afgesloten.` })}
      />
      <div className="space-y-6">
        {closedOn ? (
          <>
            <WhatWasSaid conclusion={conclusion} measures={measures} />
            <GoalsPart code={code} page={page} />
          </>
        ) : (
          <Notice title="Deze inschatting loopt nog">
            <p>Sluit haar eerst af, met een conclusie. Daarna schrijft u hier nieuwe doelen.</p>
            <p>
              <TextLink href={assessment}>Naar de extra inschatting</TextLink>
            </p>
          </Notice>
        )}
      </div>
    </DossierPage>
  )
}
