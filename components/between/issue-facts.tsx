import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { formatDay } from '@/lib/dates'
import type { IssueView } from '@/lib/domain/between-views'
import { ISSUE_KINDS, issueLevelWord } from '@/lib/domain/issue'
import { formatDate } from '@/lib/domain/plain-date'

/** One issue: what it is, whose, and every step that was taken. */
export function IssueFacts({ issue }: { issue: IssueView }) {
  const { text, kind, level, goal, owner, openedOn, tried, steps } = issue
  return (
    <>
      <Card>
        <DescriptionList
          items={[
            { term: 'Wat', description: <Text>{text}</Text> },
            { term: 'Soort', description: ISSUE_KINDS[kind] },
            { term: 'Voor het doel', description: goal ?? 'niet voor één doel' },
            { term: 'Van wie', description: owner },
            { term: 'Sinds', description: formatDate(openedOn) },
            { term: level === 'resolved' ? 'Hoe het staat' : 'Ligt nu bij', description: issueLevelWord(level) },
            { term: 'Al geprobeerd', description: <Text>{tried}</Text> },
          ]}
        />
      </Card>
      {steps.length > 0 && (
        <Card id="stappen" title="Stappen">
          <ol className="space-y-4">
            {steps.map((step) => (
              <li key={step.id} className="max-w-prose">
                <p className="font-semibold">
                  {formatDay(step.at)}: {step.level === 'resolved' ? '' : 'naar '}
                  {issueLevelWord(step.level)}
                </p>
                <Text>{step.text}</Text>
                <p className="text-ink-soft">{step.by}</p>
              </li>
            ))}
          </ol>
        </Card>
      )}
    </>
  )
}

function Text({ children }: { children: string }) {
  return <span className="break-words whitespace-pre-line">{children}</span>
}
