import { Card } from '@/components/ui/card'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import type { IntakeView } from '@/lib/domain/intake'
import { DIRECTIONS, FAMILY_PLAN_ANSWERS, FORMS_OF_UNSAFETY, wordFor } from '@/lib/domain/intake-words'
import { formatDate, type PlainDate } from '@/lib/domain/plain-date'

const UNKNOWN = 'nog niet vastgelegd'

/** The intake for who reads along: chair and professionals. */
export function IntakeReading({ intake }: { intake: IntakeView }) {
  return (
    <>
      <Card title="De onveiligheid" id="onveiligheid">
        <DescriptionList
          items={[
            { term: 'Vormen', description: wordsOf(FORMS_OF_UNSAFETY, intake.formsOfUnsafety) },
            { term: 'Van wie naar wie', description: wordsOf(DIRECTIONS, intake.directions) },
            ...optional('Wat steeds terugkomt', intake.structuralFacts),
            { term: 'Voorvallen', description: incidentsOf(intake) },
          ]}
        />
      </Card>
      <Card title="Direct gevaar" id="gevaar">
        <DescriptionList items={dangerOf(intake)} />
      </Card>
      <Card title="Met het gezin" id="uitleg">
        <DescriptionList
          items={[
            {
              term: 'Familiegroepsplan',
              description: intake.familyPlan ? FAMILY_PLAN_ANSWERS[intake.familyPlan] : UNKNOWN,
            },
            { term: 'GIPS uitgelegd', description: dayText(intake.explainedOn) },
            { term: 'Toestemming gevraagd', description: dayText(intake.consentAskedOn) },
            ...optional('Eerdere hulp', intake.historyOfHelp),
            ...(intake.careAvoiding ? [{ term: 'Zorg mijden', description: 'Een ouder mijdt hulp' }] : []),
          ]}
        />
      </Card>
    </>
  )
}

function incidentsOf({ incidents }: IntakeView): Description['description'] {
  if (incidents.length === 0) {
    return UNKNOWN
  }
  return (
    <ul className="space-y-2">
      {incidents.map(({ id, happenedOn, what }) => (
        <li key={id} className="break-words whitespace-pre-line">
          {formatDate(happenedOn)}: {what}
        </li>
      ))}
    </ul>
  )
}

function dangerOf(intake: IntakeView): Description[] {
  const { immediateDanger, dangerAverted, dangerAvertedBy, dangerAvertedUntil } = intake
  if (immediateDanger === false) {
    return [{ term: 'Direct gevaar', description: 'nee' }]
  }
  return [
    { term: 'Direct gevaar', description: immediateDanger ? 'ja' : UNKNOWN },
    ...optional('Wat er gedaan is', dangerAverted),
    ...optional('Door wie', dangerAvertedBy),
    ...(dangerAvertedUntil ? [{ term: 'Tot wanneer', description: formatDate(dangerAvertedUntil) }] : []),
  ]
}

function wordsOf(words: Readonly<Record<string, string>>, keys: readonly string[]): Description['description'] {
  if (keys.length === 0) {
    return UNKNOWN
  }
  return (
    <ul>
      {keys.map((key) => (
        <li key={key}>{wordFor(words, key)}</li>
      ))}
    </ul>
  )
}

function optional(term: string, words: string | null): Description[] {
  return words === null ? [] : [text(term, words)]
}

function text(term: string, words: string): Description {
  return { term, description: <span className="break-words whitespace-pre-line">{words}</span> }
}

function dayText(day: PlainDate | null): string {
  return day === null ? UNKNOWN : formatDate(day)
}
