import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { TextLink } from '@/components/ui/text-link'
import type { FormAction } from '@/lib/action-state'
import type { AgreementState } from '@/lib/domain/agreement'
import type { AgreementItem } from '@/lib/domain/agreement-item'
import { formatDate } from '@/lib/domain/plain-date'
import { tickName } from '@/lib/domain/tick-state'
import { AgreementTick } from './agreement-tick'
import { TickBadge } from './tick-badge'

export type AgreementListProps = {
  /** What the list is, for who listens: "Te laat". */
  label: string
  items: readonly AgreementItem[]
  /** `tickAgreementByForm` of the route that shows the list. */
  action: FormAction
  /** Over several families: says and links which one. */
  showFamily?: boolean
}

const TONES: Record<AgreementState, BadgeTone> = {
  overdue: 'danger',
  dueToday: 'warning',
  dueSoon: 'warning',
  open: 'neutral',
  done: 'success',
  closed: 'neutral',
}

/** Agreements as cards, each to be ticked off by who may; in the order in which they were given. */
export function AgreementList({ label, items, action, showFamily = false }: AgreementListProps) {
  return (
    <ul aria-label={label} className="space-y-3">
      {items.map((item) => (
        <li
          key={`${item.dossier} ${item.id}`}
          className="card space-y-2 rounded-lg border border-line bg-surface p-4 sm:p-5"
        >
          {showFamily && <FamilyLine item={item} />}
          <p className="max-w-prose text-lg font-semibold break-words whitespace-pre-line">{item.text}</p>
          <Details item={item} />
          {item.mayTick ? <Ticks item={item} action={action} /> : <Standing item={item} />}
        </li>
      ))}
    </ul>
  )
}

function FamilyLine({ item: { dossier, familyName, meeting } }: { item: AgreementItem }) {
  return (
    <p className="text-sm">
      <TextLink href={`/gezinnen/${dossier}`}>
        {familyName} {dossier}
      </TextLink>
      <span className="text-ink-soft"> · {meeting}</span>
    </p>
  )
}

function Details({ item }: { item: AgreementItem }) {
  const who = [...(item.byEveryone ? ['iedereen'] : []), ...item.doers.map(({ name }) => name)]
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft">
        {item.urgency && <Badge tone={TONES[item.state]}>{item.urgency}</Badge>}
        <span>
          <span className="sr-only">Wanneer: </span>
          {item.when}
        </span>
        {who.length > 0 && <span>Wie: {who.join(', ')}</span>}
      </p>
      {item.goals.length > 0 && (
        <p className="max-w-prose text-sm text-ink-soft break-words">
          {item.goals.length === 1 ? 'Voor het doel: ' : 'Voor de doelen: '}
          {item.goals.map(({ text }) => text).join(' · ')}
        </p>
      )}
    </>
  )
}

/** The occurrence at hand, and in a rhythm the one before it: a tick given by mistake can still be taken back. */
function Ticks({ item, action }: { item: AgreementItem; action: FormAction }) {
  const { id, dossier, forDay, forDayText, lastTick } = item
  const earlier = forDayText !== null && lastTick?.forDay && lastTick.forDay !== forDay ? lastTick : null
  const address = { agreementId: id, dossier, action }
  return (
    <>
      <AgreementTick {...address} forDay={forDay} forDayText={forDayText} lastTick={lastTick} />
      {earlier?.forDay && (
        <Disclosure summary={`Vorige keer (${formatDate(earlier.forDay)}): ${tickName(earlier.state)}`}>
          <AgreementTick
            {...address}
            forDay={earlier.forDay}
            forDayText={`voor ${formatDate(earlier.forDay)}`}
            lastTick={earlier}
          />
        </Disclosure>
      )}
    </>
  )
}

/** For who looks on: what was said last, and by whom. */
function Standing({ item: { lastTick } }: { item: AgreementItem }) {
  if (!lastTick) {
    return null
  }
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TickBadge state={lastTick.state} />
        <span className="text-sm text-ink-soft">{lastTick.byLine}</span>
      </p>
      {lastTick.remark && <p className="max-w-prose break-words whitespace-pre-line">{lastTick.remark}</p>}
    </div>
  )
}
