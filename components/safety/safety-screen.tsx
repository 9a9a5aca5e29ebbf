import type { FinishedChart } from '@/components/charts/finished-chart'
import { SafetyChart } from '@/components/charts/safety-chart'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import type { MemberCourse } from '@/lib/domain/member-course'
import { formatDate } from '@/lib/domain/plain-date'
import type { AssessmentOnPage, Stability } from '@/lib/domain/safety-course'
import { formatScore } from '@/lib/domain/score'
import { AssessmentView } from './assessment-view'
import { MemberCourses } from './member-courses'

export type SafetyScreenProps = {
  stability: Stability
  courses: readonly MemberCourse[]
  /** The safety line with all that happened on its axis. */
  chart: FinishedChart
  /** No score will come any more. */
  isClosed: boolean
  /** Who has the lowest score now; null before the first. */
  lowestId: string | null
  /** The newest first. */
  assessments: readonly AssessmentOnPage[]
  /** Under which address extra assessments have their pages; null for who has no way there. */
  extraBase?: string | null
}

/** How safe it is and how that went: stable or what is missing, per family member, and every assessment. */
export function SafetyScreen(props: SafetyScreenProps) {
  const { stability, courses, chart, isClosed, lowestId, assessments, extraBase = null } = props
  const [latest, ...earlier] = assessments
  if (!latest) {
    return (
      <EmptyState title="Nog geen veiligheidscijfers">
        Bij GIPS 1 geeft iedereen een cijfer van 0 tot 10. Daarna staan de cijfers hier, met wat erbij gezegd is.
      </EmptyState>
    )
  }
  return (
    <div className="space-y-6">
      <StabilityNotice stability={stability} />
      <Card id="story" title="Het verhaal van de veiligheid">
        <SafetyChart id="story-chart" chart={chart} isClosed={isClosed} />
      </Card>
      <Card id="courses" title="Hoe het ging per gezinslid">
        <MemberCourses courses={courses} lowestId={lowestId} />
      </Card>
      <Card id="latest" title={titleOf(latest)}>
        <AssessmentView assessment={latest} />
        <ExtraLink assessment={latest} base={extraBase} />
      </Card>
      {earlier.length > 0 && (
        <Card id="earlier" title="Eerder">
          {earlier.map((assessment) => (
            <Disclosure key={assessment.id} summary={summaryOf(assessment)}>
              <AssessmentView assessment={assessment} />
              <ExtraLink assessment={assessment} base={extraBase} />
            </Disclosure>
          ))}
        </Card>
      )}
    </div>
  )
}

/** To what came of an extra assessment, and for the case director to new safety goals. */
function ExtraLink({ assessment: { id, isExtra }, base }: { assessment: AssessmentOnPage; base: string | null }) {
  return isExtra && base ? (
    <TextLink href={`${base}/${id}`} className="mt-4 inline-flex min-h-11 items-center">
      Naar deze extra inschatting
    </TextLink>
  ) : null
}

function StabilityNotice({ stability: { isStable, isCertain, missing } }: { stability: Stability }) {
  if (!isCertain) {
    return (
      <Notice tone="info" title="Is het stabiel veilig?">
        U ziet hier niet alle cijfers. Vraag het aan de casusregisseur.
      </Notice>
    )
  }
  if (isStable) {
    return (
      <Notice tone="success" title="Het is stabiel veilig">
        Twee keer achter elkaar, binnen een half jaar, kreeg iedereen een 7 of hoger.
      </Notice>
    )
  }
  return (
    <Notice tone="info" title="Het is nog niet stabiel veilig">
      <p>Daarvoor moet iedereen twee keer binnen een half jaar een 7 of hoger krijgen, van professionals en gezin.</p>
      {missing.length > 0 && (
        <ul className="list-disc space-y-1 ps-5">
          {missing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

function titleOf({ label, heldOn }: AssessmentOnPage): string {
  return `${label} · ${formatDate(heldOn)}`
}

function summaryOf(assessment: AssessmentOnPage): string {
  const { mean } = assessment
  return mean === null ? titleOf(assessment) : `${titleOf(assessment)} · gemiddeld ${formatScore(mean)}`
}
