import type { Metadata } from 'next'
import { OwnAnswer } from '@/components/assessment/own-answer'
import { DossierPage } from '@/components/dossier/dossier-page'
import { AssessmentView } from '@/components/safety/assessment-view'
import { OpenLink } from '@/components/shields/open-link'
import { LinkedSignals } from '@/components/signals/linked-signals'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { extraAssessmentPage } from '@/lib/data/assessment-page'
import { idInAddress } from '@/lib/domain/form-values'
import { formatDate } from '@/lib/domain/plain-date'
import { inDossier } from '@/lib/viewer'
import { finish } from '../actions'
import { AskedList } from './asked-list'
import { ClosedPart } from './closed-part'
import { ClosingForms } from './closing-forms'

export const metadata: Metadata = { title: 'Extra inschatting' }

export default async function ExtraAssessmentPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params
  const page = await inDossier(code, 'assessment.read', (viewer) => extraAssessmentPage(viewer, id), {
    path: `/gezinnen/${code}/inschatting/${id}`,
    subject: `extra assessment ${idInAddress(id)}`,
  })
  const { frame, question, askedOn, deadline, closedOn, own, asked, result, mayLead } = page
  const until = deadline ? ` Antwoord nodig op ${formatDate(deadline)}.` : ''
  return (
    <DossierPage frame={frame} current="safety" width={own ? 'prose' : 'page'}>
      <PageHeader
        above={
          <Breadcrumb
            items={[{ href: `/gezinnen/${code}/veiligheid`, label: 'Veiligheid' }]}
            current="Extra inschatting"
          />
        }
        title="Extra inschatting"
        actions={closedOn && <OpenLink frame={frame} kind="assessment" id={id} what="deze extra inschatting" />}
        lead={closedOn ? `Afgesloten op ${formatDate(closedOn)}.` : `Gevraagd op ${formatDate(askedOn)}.${until}`}
      />
      <LinkedSignals code={code} signals={page.signals} />
      <div className="space-y-6">
        {question && !closedOn && (
          <Card title="De vraag" id="vraag">
            <p className="max-w-prose break-words whitespace-pre-line">{question}</p>
          </Card>
        )}
        {own && <OwnAnswer code={code} id={id} own={own} finish={finish} />}
        {asked && !closedOn && <AskedList code={code} page={page} asked={asked} />}
        {result && (
          <Card title={closedOn ? 'De inschatting' : 'Wat er tot nu toe is gegeven'} id="gegeven">
            <AssessmentView assessment={closedOn ? result : { ...result, question: null }} />
          </Card>
        )}
        {mayLead && <ClosingForms code={code} id={id} hasFigure={result !== null && result.mean !== null} />}
        {closedOn && <ClosedPart code={code} {...page} />}
      </div>
    </DossierPage>
  )
}
