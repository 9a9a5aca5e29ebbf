import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { TextLink } from '@/components/ui/text-link'
import type { SubjectView } from '@/lib/domain/meeting-view'

type PersonListProps = { subjects: readonly SubjectView[] /** Address of the plan. */; base: string }

/** GIPS 3: whose recovery plans this meeting makes, each with the way there and what it still lacks. */
export function PersonList({ subjects, base }: PersonListProps) {
  if (subjects.length === 0) {
    return null
  }
  return (
    <Card title="Over wie gaat dit overleg?" id="over-wie" className="scroll-mt-4">
      <ul className="divide-y divide-line">
        {subjects.map((subject) => (
          <PersonLine key={subject.id} subject={subject} base={base} />
        ))}
      </ul>
    </Card>
  )
}

function PersonLine({ subject, base }: { subject: SubjectView; base: string }) {
  const { id, name, isChild, note, missing } = subject
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <TextLink
          href={`#${isChild ? 'childRecovery' : 'parentRecovery'}:${id}`}
          className="inline-flex min-h-11 items-center font-semibold"
        >
          {name}
        </TextLink>
        {missing && <span className="text-ink-soft">{countText(missing.length)}</span>}
      </div>
      {note && (
        <p className="text-ink-soft">
          {name} {note}.
        </p>
      )}
      {missing && missing.length > 0 && (
        <Disclosure summary={`Wat ontbreekt nog voor ${name}?`}>
          <ul className="max-w-prose list-disc space-y-1 ps-6">
            {missing.map(({ sentence, anchor }) => (
              <li key={sentence}>
                <TextLink
                  href={`${anchor.part === 'voorbereiding' ? `${base}/voorbereiding` : ''}#${anchor.itemKey ?? 'over-wie'}`}
                >
                  {sentence}
                </TextLink>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  )
}

function countText(count: number): string {
  if (count === 0) return 'compleet'
  return count === 1 ? 'nog 1 ding' : `nog ${count} dingen`
}
