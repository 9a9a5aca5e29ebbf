import { AttentionList } from '@/components/families/attention-list'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { Dashboard, OverdueAgreement } from '@/lib/domain/dashboard'

export type WhatIsNextProps = Pick<Dashboard, 'attention' | 'coming' | 'overdue' | 'isClosed'> & { dossier: string }

const SHOWN = 5

/** What is needed now: the coming meeting, what asks for attention, and which agreements are late. */
export function WhatIsNext({ dossier, attention, coming, overdue, isClosed }: WhatIsNextProps) {
  return (
    <Card id="next" title={isClosed ? 'Hoe het eindigde' : 'Wat nu nodig is'}>
      <div className="space-y-5">
        <p>
          <span className="font-semibold">{coming.heading}:</span> {coming.text}
        </p>
        {attention.length > 0 && <AttentionList dossier={dossier} items={attention} />}
        {overdue.length > 0 && <Overdue items={overdue} />}
        {overdue.length === 0 && !isClosed && <p className="text-ink-soft">Geen afspraak is te laat.</p>}
      </div>
    </Card>
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
