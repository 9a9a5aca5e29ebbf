import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { PlanDocument, PlanRowContent } from '@/lib/domain/plan-document'

type Of<Kind extends PlanRowContent['kind']> = Extract<PlanRowContent, { kind: Kind }>

/** What a plan comes down to, for who has two minutes: what it is for, the three concerns, the goals; and where the rest stands. */
export function PlanInShort({ document }: { document: PlanDocument }) {
  const topThree = contents(document, 'topThree')
  const goals = contents(document, 'goal')
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <Card title="In het kort" id="in-het-kort">
        <div className="space-y-5">
          {document.aim && <p className="text-lg whitespace-pre-line break-words">{document.aim}</p>}
          {topThree.length > 0 && (
            <ShortList title="De grootste zorgen" items={topThree.map(({ concern }) => concern)} />
          )}
          {goals.length > 0 && <ShortList title="Wat we willen bereiken" items={goals.map(({ text }) => text)} />}
        </div>
      </Card>
      <nav aria-label="In dit plan" className="print:hidden">
        <h2 className="pb-2 text-lg">In dit plan</h2>
        <ul>
          {document.sections.map(({ key, title }) => (
            <li key={key}>
              <TextLink href={`#deel-${key}`} className="inline-flex min-h-11 items-center">
                {title}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

function ShortList({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div className="space-y-2">
      <h3>{title}</h3>
      <ol className="list-decimal space-y-1 ps-6">
        {items.map((text) => (
          <li key={text} className="break-words">
            {text}
          </li>
        ))}
      </ol>
    </div>
  )
}

function contents<Kind extends PlanRowContent['kind']>({ sections }: PlanDocument, kind: Kind): Of<Kind>[] {
  return sections
    .flatMap((section) => section.items)
    .flatMap((item) => item.rows)
    .map(({ content }) => content)
    .filter((content): content is Of<Kind> => content.kind === kind)
}
