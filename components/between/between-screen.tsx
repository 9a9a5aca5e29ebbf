import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import type { BetweenPage } from '@/lib/data/between-page'
import type { MeasurementView } from '@/lib/domain/between-views'
import { holdsIn } from '@/lib/policy'
import { ContactDue, ProgressDue } from './due-lines'
import { IssueList } from './issue-list'
import { MeasurementsTable } from './measurements-table'
import { OpenQuestionsCard } from './open-questions-card'
import { ProgressList } from './progress-list'

const SHOWN = 6

/** What happened between the meetings: measurements, progress meetings and issues, as far as this viewer reads them. */
export function BetweenScreen({ frame, measurements, contact, questions, meetings, nextMeeting, issues }: BetweenPage) {
  const { code } = frame
  const base = `/gezinnen/${code}/tussentijds`
  const mayWrite = holdsIn(frame, 'progress.write')
  return (
    <div className="space-y-6">
      {holdsIn(frame, 'measurements.write') && <OpenQuestionsCard code={code} questions={questions} />}
      {measurements && (
        <Card
          id="metingen"
          title="Metingen"
          actions={
            holdsIn(frame, 'measurements.write') && (
              <LinkButton href={`${base}/meting`} variant="primary">
                Meting vastleggen
              </LinkButton>
            )
          }
        >
          <div className="space-y-4">
            {contact && <ContactDue contact={contact} />}
            <Measurements code={code} measurements={measurements} />
          </div>
        </Card>
      )}
      <Card
        id="overleggen"
        title="Uitvoerdersoverleggen"
        actions={mayWrite && <LinkButton href={`${base}/overleg`}>Overleg vastleggen</LinkButton>}
      >
        <div className="space-y-4">
          {nextMeeting && <ProgressDue next={nextMeeting} />}
          <ProgressList code={code} meetings={meetings} mayWrite={mayWrite} />
        </div>
      </Card>
      {issues && (
        <Card
          id="kwesties"
          title="Kwesties"
          actions={
            holdsIn(frame, 'issues.write') && <LinkButton href={`${base}/kwestie`}>Kwestie vastleggen</LinkButton>
          }
        >
          <IssueList code={code} issues={issues} />
        </Card>
      )}
    </div>
  )
}

/** The latest in sight, the older behind a click: there is one after every contact. */
function Measurements({ code, measurements }: { code: string; measurements: readonly MeasurementView[] }) {
  const older = measurements.slice(SHOWN)
  return (
    <>
      <MeasurementsTable id="metingen-tabel" code={code} measurements={measurements.slice(0, SHOWN)} />
      {older.length > 0 && (
        <Disclosure summary={`Eerdere metingen (${older.length})`}>
          <MeasurementsTable id="eerdere-metingen" code={code} measurements={older} />
        </Disclosure>
      )}
    </>
  )
}
