import { Card } from '@/components/ui/card'
import { memberInKey } from '@/lib/domain/agendas/per-person'
import type { PlanDocument, PlanRowContent, PlanSectionView } from '@/lib/domain/plan-document'

type Of<Kind extends PlanRowContent['kind']> = Extract<PlanRowContent, { kind: Kind }>

/** What a plan comes down to, for who has two minutes: what it is for, the three concerns, the goals. */
export function PlanInShort({ document }: { document: PlanDocument }) {
  const persons = document.sections.filter(({ key, items }) => memberInKey(key) !== null && holdsSomething(items))
  const shared = document.sections.filter((section) => !persons.includes(section))
  return (
    <Card title="In het kort" id="in-het-kort">
      <div className="max-w-prose space-y-5">
        {document.aim && <p className="text-lg whitespace-pre-line break-words">{document.aim}</p>}
        <Short sections={shared} />
        {persons.map((section) => (
          <section key={section.key} aria-label={section.title} className="space-y-3">
            <p className="font-semibold text-brand">{section.title}</p>
            <Short sections={[section]} />
          </section>
        ))}
      </div>
    </Card>
  )
}

/** The three concerns and the goals of these sections: of one person, or of the plan as a whole. */
function Short({ sections }: { sections: readonly PlanSectionView[] }) {
  const topThree = contents(sections, 'topThree')
  const goals = contents(sections, 'goal')
  return (
    <>
      {topThree.length > 0 && <ShortList title="De grootste zorgen" items={topThree.map(({ concern }) => concern)} />}
      {goals.length > 0 && <ShortList title="Wat we willen bereiken" items={goals.map(({ text }) => text)} />}
    </>
  )
}

function holdsSomething(items: PlanSectionView['items']): boolean {
  return items.some(({ rows }) => rows.some(({ content }) => content.kind === 'topThree' || content.kind === 'goal'))
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

function contents<Kind extends PlanRowContent['kind']>(sections: readonly PlanSectionView[], kind: Kind): Of<Kind>[] {
  return sections
    .flatMap((section) => section.items)
    .flatMap((item) => item.rows)
    .map(({ content }) => content)
    .filter((content): content is Of<Kind> => content.kind === kind)
}
