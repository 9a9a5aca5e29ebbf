import type { Metadata } from 'next'
import { RunningAssessments } from '@/components/assessment/running-assessments'
import { BetweenLink } from '@/components/between/between-link'
import { finishedChart } from '@/components/charts/finished-chart'
import { DossierPage } from '@/components/dossier/dossier-page'
import { SafetyScreen } from '@/components/safety/safety-screen'
import { LinkButton } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { PageHeader } from '@/components/ui/page-header'
import { safetyPage } from '@/lib/data/safety-page'
import { holdsIn } from '@/lib/policy'
import { inDossier } from '@/lib/viewer'

export const metadata: Metadata = { title: 'Veiligheid' }

export default async function SafetyPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const { frame, running, series, marks, ...page } = await inDossier(code, 'safety.read', safetyPage, {
    path: `/gezinnen/${code}/veiligheid`,
    subject: 'safety',
  })
  return (
    <DossierPage frame={frame} current="safety">
      <PageHeader
        title="Veiligheid"
        lead="Alle cijfers, waarom, en wat er nodig is voor één punt meer."
        actions={
          <ButtonRow onPhone="pairs">
            <BetweenLink frame={frame} />
            <LinkButton href={`/gezinnen/${code}/signalen`}>Signalen</LinkButton>
            {page.assessments.length > 0 && (
              <LinkButton href={`/gezinnen/${code}/veiligheid/pdf`}>Downloaden</LinkButton>
            )}
            {holdsIn(frame, 'assessment.lead') && (
              <LinkButton href={`/gezinnen/${code}/inschatting/nieuw`}>Vraag een extra inschatting</LinkButton>
            )}
          </ButtonRow>
        }
      />
      <div className="space-y-6">
        <RunningAssessments code={code} running={running} />
        <SafetyScreen
          {...page}
          chart={finishedChart(series, marks)}
          isClosed={frame.familyState === 'closed'}
          extraBase={holdsIn(frame, 'assessment.read') ? `/gezinnen/${code}/inschatting` : null}
        />
      </div>
    </DossierPage>
  )
}
