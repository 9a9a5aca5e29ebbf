import { AttentionList } from '@/components/families/attention-list'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { Dashboard, OverdueAgreement } from '@/lib/domain/dashboard'
import { formatDate } from '@/lib/domain/plain-date'

export type WhatIsNextProps = Pick<Dashboard, 'attention' | 'coming' | 'overdue' | 'isClosed' | 'goals'> & {
  dossier: string
}

const SHOWN = 5

/** What is needed now: the coming meeting, what asks for attention, which safety goals are new, and which agreements are late. */
export function WhatIsNext({ dossier, attention, coming, overdue, isClosed, goals }: WhatIsNextProps) {
  return (
    <Card id="next" title={isClosed ? 'Hoe het eindigde' : 'Wat nu nodig is'}>
      <div className="space-y-5">
        <p>
          <span className="font-semibold">{coming.heading}:</span> {coming.text}
        </p>
        {attention.length > 0 && <AttentionList dossier={dossier} items={attention} />}
        <NewGoals goals={goals} />
        {overdue.length > 0 && <Overdue items={overdue} />}
        {overdue.length === 0 && !isClosed && <p className="text-ink-soft">Geen afspraak is te laat.</p>}
      </div>
    </Card>
  )
}

/** Safety goals that came between the meetings: nobody met to hear of them. */
function NewGoals({ goals }: Pick<Dashboard, 'goals'>) {
  const added = goals.flatMap(({ id, text, newSince }) => (newSince ? [{ id, text, newSince }] : []))
  if (added.length === 0) {
    return null
  }
  return (
    <div className="space-y-3">
      <h3>{added.length === 1 ? 'Er is een nieuw veiligheidsdoel' : 'Er zijn nieuwe veiligheidsdoelen'}</h3>
      <ul className="space-y-3">
        {added.map(({ id, text, newSince }) => (
          <li key={id} className="max-w-prose space-y-1 border-s-4 border-line ps-3">
            <p className="break-words whitespace-pre-line">{text}</p>
            <p className="text-sm text-ink-soft">Dit geldt sinds {formatDate(newSince)}.</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Overdue({ items }: { items: readonly OverdueAgreement[] }) {
  const others = items.length - SHOWN
  return (
    <div className="space-y-3">
      <h3>Afspraken die te laat zijn</h3>
      <ul className="space-y-3">
        {items.slice(0, SHOWN).map(({ id, text, who, urgency, isOwn }) => (
          <li key={id} className="max-w-prose space-y-1 border-s-4 border-danger-line ps-3">
            <p className="break-words whitespace-pre-line">{text}</p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
              <Badge tone="danger">{urgency}</Badge>
              {who}
              {isOwn && <TextLink href="/mijn-afspraken">Afvinken</TextLink>}
            </p>
          </li>
        ))}
      </ul>
      {others > 0 && <p className="text-ink-soft">En nog {others} andere.</p>}
    </div>
  )
}
