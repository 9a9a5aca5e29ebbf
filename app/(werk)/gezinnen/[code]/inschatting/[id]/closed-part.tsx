import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { ExtraAssessmentPage } from '@/lib/domain/extra-assessment'

type ClosedPartProps = { code: string } & Pick<ExtraAssessmentPage, 'id' | 'goals' | 'safetyPlan' | 'mayAddGoals'>

/** What came of it, and where one goes on: to all assessments, and for the case director to new safety goals. */
export function ClosedPart({ code, id, goals, safetyPlan, mayAddGoals }: ClosedPartProps) {
  const base = `/gezinnen/${code}`
  return (
    <>
      {safetyPlan && goals.length > 0 && (
        <Card title="Nieuwe veiligheidsdoelen" id="doelen">
          <ul className="space-y-2">
            {goals.map(({ id: goalId, text, version }) => (
              <li key={goalId} className="max-w-prose">
                <p className="break-words">{text}</p>
                <TextLink
                  href={`${base}/plannen/${safetyPlan.slug}?versie=${version}`}
                  className="inline-flex min-h-11 items-center"
                >
                  In versie {version} van het veiligheidsplan
                </TextLink>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="Hoe verder" id="verder">
        <ul className="space-y-2">
          {mayAddGoals && (
            <li>
              <TextLink href={`${base}/inschatting/${id}/doelen`} className="inline-flex min-h-11 items-center">
                {goals.length > 0 ? 'Schrijf nog meer veiligheidsdoelen' : 'Schrijf nieuwe veiligheidsdoelen'}
              </TextLink>
              <p className="max-w-prose text-ink-soft">
                Zij gelden meteen, in een nieuwe versie van het veiligheidsplan.
              </p>
            </li>
          )}
          <li>
            <TextLink href={`${base}/veiligheid`} className="inline-flex min-h-11 items-center">
              Bekijk alle veiligheidscijfers
            </TextLink>
          </li>
        </ul>
      </Card>
    </>
  )
}
