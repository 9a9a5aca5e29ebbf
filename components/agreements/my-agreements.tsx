import { LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import type { FormAction } from '@/lib/action-state'
import { type AgreementGroup, type AgreementItem, groupAgreements } from '@/lib/domain/agreement-item'
import type { PlainDate } from '@/lib/domain/plain-date'
import { AgreementList } from './agreement-list'

export type MyAgreementsProps = { items: readonly AgreementItem[]; today: PlainDate; action: FormAction }

const OPEN_GROUPS: readonly { group: AgreementGroup; title: string }[] = [
  { group: 'overdue', title: 'Te laat' },
  { group: 'soon', title: 'Vandaag en de komende dagen' },
  { group: 'later', title: 'Later' },
]

/** Everything one promised, over all families: what is late first, what is done folded away. */
export function MyAgreements({ items, today, action }: MyAgreementsProps) {
  if (items.length === 0) {
    return (
      <EmptyState title="Nog geen afspraken" action={<LinkButton href="/gezinnen">Naar mijn gezinnen</LinkButton>}>
        Zodra een plan definitief is, staan hier de afspraken die u daarin maakte. U vinkt ze hier ook af.
      </EmptyState>
    )
  }
  const groups = groupAgreements(items, today)
  const open = OPEN_GROUPS.filter(({ group }) => groups[group].length > 0)
  return (
    <div className="space-y-10">
      {open.length === 0 && <p className="text-lg">Alles is gedaan. Er staat nu niets open.</p>}
      {open.map(({ group, title }) => (
        <section key={group} aria-labelledby={`group-${group}`} className="space-y-4">
          <h2 id={`group-${group}`}>
            {title} <span className="font-normal text-ink-soft">({groups[group].length})</span>
          </h2>
          <AgreementList label={title} items={groups[group]} action={action} showFamily />
        </section>
      ))}
      {groups.done.length > 0 && (
        <Disclosure summary={`Gedaan (${groups.done.length})`}>
          <AgreementList label="Gedaan" items={groups.done} action={action} showFamily />
        </Disclosure>
      )}
    </div>
  )
}
