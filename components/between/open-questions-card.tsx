import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { OpenQuestion } from '@/lib/domain/between-views'
import { formatDate } from '@/lib/domain/plain-date'
import { formatScore } from '@/lib/domain/score'

type OpenQuestionsCardProps = { code: string; questions: readonly OpenQuestion[] }

/** What the newest measurement of a child still asks for, with the way to answer it. */
export function OpenQuestionsCard({ code, questions }: OpenQuestionsCardProps) {
  if (questions.length === 0) return null
  return (
    <Card id="open" title="Wat de laatste metingen vragen">
      <ul className="divide-y divide-line">
        {questions.map((question) => (
          <li key={question.measurement.id} className="space-y-2 py-4 first:pt-0 last:pb-0">
            <h3>{question.measurement.child.name}</h3>
            <p>{whatChanged(question)}</p>
            <Asked code={code} {...question} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Asked({ code, measurement, asksQuestions, asksAssessment, asksKeyDecision }: { code: string } & OpenQuestion) {
  const here = `/gezinnen/${code}/tussentijds/meting/${measurement.id}`
  return (
    <ul className="max-w-prose list-disc space-y-1 ps-5">
      {asksAssessment && (
        <li>
          Dit is een grote daling.{' '}
          <TextLink href={`/gezinnen/${code}/inschatting/nieuw`}>Vraag een extra veiligheidsinschatting</TextLink> of{' '}
          <TextLink href={`/gezinnen/${code}/plannen`}>plan een overleg</TextLink>.
        </li>
      )}
      {asksQuestions && (
        <li>
          Het cijfer veranderde. <TextLink href={`${here}#vragen`}>Beantwoord de vier vragen</TextLink>
        </li>
      )}
      {asksKeyDecision && (
        <li>
          De blijvende veiligheid is een 6 of hoger. Het is tijd voor een sleutelbesluit: door naar herstel en borging?{' '}
          <TextLink href={`${here}#besluit`}>Schrijf op wat er is besloten</TextLink>
        </li>
      )}
    </ul>
  )
}

function whatChanged({ measurement: { on, before, current, lasting } }: OpenQuestion): string {
  const now = `Op ${formatDate(on)}: nu ${formatScore(current)}, blijvend ${formatScore(lasting)}`
  return before ? `${now} (daarvoor ${formatScore(before.current)} en ${formatScore(before.lasting)}).` : `${now}.`
}
