import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import { formatMoment } from '@/lib/dates'
import type { SignalInList } from '@/lib/domain/signal-views'
import { SignalBadges } from './signal-badges'
import { concernsText } from './signal-words'

type SignalListProps = { dossier: string; signals: readonly SignalInList[] }

/** Signals in the order in which they were given, each with where it stands. */
export function SignalList({ dossier, signals }: SignalListProps) {
  if (signals.length === 0) {
    return (
      <EmptyState title="Geen signalen">
        Hier staan signalen die u zelf meldde, of die u mag lezen. Er is er nu geen.
      </EmptyState>
    )
  }
  return (
    <ul aria-label="Signalen" className="space-y-4">
      {signals.map(({ id, code, urgency, state, happened, reportedAt, members, isOwn, asksView }) => (
        <li key={id} className="card space-y-3">
          <h2 className="text-xl">
            <TextLink href={`/gezinnen/${dossier}/signalen/${id}`}>Signaal {code}</TextLink>
          </h2>
          <SignalBadges urgency={urgency} state={state} />
          <p className="line-clamp-3 max-w-prose break-words">{happened}</p>
          <p className="text-sm text-ink-soft">
            {concernsText(members)} · gemeld op {formatMoment(reportedAt)}
            {isOwn && ' door u'}
          </p>
          {asksView && <Badge tone="warning">uw antwoord is gevraagd</Badge>}
        </li>
      ))}
    </ul>
  )
}
