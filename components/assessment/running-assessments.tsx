import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { RunningAssessment } from '@/lib/domain/extra-assessment'
import { formatDate } from '@/lib/domain/plain-date'

type RunningAssessmentsProps = { code: string; running: readonly RunningAssessment[] }

/** The extra assessments that still run, each with its page. Nothing where there are none. */
export function RunningAssessments({ code, running }: RunningAssessmentsProps) {
  if (running.length === 0) {
    return null
  }
  const base = `/gezinnen/${code}/inschatting`
  return (
    <Card title="Extra inschatting" id="running">
      <ul className="space-y-2">
        {running.map((each) => (
          <li key={each.id}>
            <TextLink href={`${base}/${each.id}`} className="inline-flex min-h-11 items-center">
              {each.isForViewer
                ? 'U bent gevraagd: geef uw inschatting'
                : `Inschatting, gevraagd op ${formatDate(each.askedOn)}`}
            </TextLink>
            <p className="text-sm text-ink-soft">{standingOf(each)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function standingOf({ progress, deadline }: RunningAssessment): string {
  const given = progress && `${progress.answered} van ${progress.asked} klaar`
  const until = deadline && `antwoord nodig op ${formatDate(deadline)}`
  return [given, until].filter(Boolean).join(' · ')
}
