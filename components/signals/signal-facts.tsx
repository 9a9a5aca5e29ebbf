import { DescriptionList } from '@/components/ui/description-list'
import { formatMoment } from '@/lib/dates'
import { URGENCIES } from '@/lib/domain/signal'
import type { SignalDetails } from '@/lib/domain/signal-views'
import { concernsText } from './signal-words'

/** What was reported, whether it was seen, by whom and when, and what it came to. */
export function SignalFacts({ signal }: { signal: SignalDetails }) {
  const { happened, happenedAt, members, urgency, reporter, isOwn, reportedAt, outcome, closedAt } = signal
  const who = isOwn ? ' door u' : reporter && ` door ${reporter}`
  return (
    <DescriptionList
      items={[
        { term: 'Wat er gebeurde', description: <Typed text={happened} /> },
        { term: 'Wanneer', description: happenedAt ? formatMoment(happenedAt) : 'niet precies bekend' },
        { term: 'Het gaat', description: concernsText(members) },
        { term: 'Hoe snel', description: URGENCIES[urgency].label },
        { term: 'Gemeld', description: `${formatMoment(reportedAt)}${who ?? ''}` },
        ...seenItem(signal),
        ...(closedAt ? [{ term: 'Afgerond', description: formatMoment(closedAt) }] : []),
        ...(outcome ? [{ term: 'Wat er is gedaan', description: <Typed text={outcome} /> }] : []),
      ]}
    />
  )
}

function seenItem({ state, seen }: SignalDetails) {
  if (state === 'reported') {
    return [{ term: 'Gezien', description: 'nog niet' }]
  }
  return seen ? [{ term: 'Gezien', description: `${formatMoment(seen.at)}${seen.by ? ` door ${seen.by}` : ''}` }] : []
}

function Typed({ text }: { text: string }) {
  return <span className="break-words whitespace-pre-line">{text}</span>
}
