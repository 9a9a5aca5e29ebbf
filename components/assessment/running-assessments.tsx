import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { RunningAssessment } from '@/lib/domain/extra-assessment'
import { formatDate } from '@/lib/domain/plain-date'

type RunningAssessmentsProps = {
  code: string
  running: readonly RunningAssessment[]
  mayAsk: boolean
}

/** The extra assessments that still run, and the way to ask one. Nothing where there is neither. */
export function RunningAssessments({ code, running, mayAsk }: RunningAssessmentsProps) {
  if (running.length === 0 && !mayAsk) {
    return null
  }
  const base = `/gezinnen/${code}/inschatting`
  return (
    <Card title="Extra inschatting" id="running">
      <div className="space-y-4">
        {running.length === 0 && (
          <p className="max-w-prose">
            Twijfelt u tussen twee overleggen hoe veilig het is? Vraag dan de professionals die het gezin zien.
          </p>
        )}
        {running.length > 0 && (
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
        )}
        {mayAsk && (
          <p>
            <TextLink href={`${base}/nieuw`} className="inline-flex min-h-11 items-center">
              Vraag een extra inschatting
            </TextLink>
          </p>
        )}
      </div>
    </Card>
  )
}

function standingOf({ progress, deadline }: RunningAssessment): string {
  const given = progress && `${progress.answered} van ${progress.asked} klaar`
  const until = deadline && `antwoord nodig op ${formatDate(deadline)}`
  return [given, until].filter(Boolean).join(' · ')
}
