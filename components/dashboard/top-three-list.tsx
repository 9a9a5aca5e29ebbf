import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { RankedConcern, TopThreeOfMeeting } from '@/lib/domain/dashboard'
import { formatDate } from '@/lib/domain/plain-date'

export type TopThreeListProps = { dossier: string; meetings: readonly TopThreeOfMeeting[]; isClosed: boolean }

/** The three concerns that mattered most at each meeting, as they were adopted; the latest meeting first. */
export function TopThreeList({ dossier, meetings, isClosed }: TopThreeListProps) {
  if (meetings.length === 0) {
    return isClosed ? (
      <EmptyState title="Geen TOP-3">In dit dossier is geen TOP-3 vastgesteld.</EmptyState>
    ) : (
      <EmptyState title="Nog geen TOP-3">Na GIPS 1 staan hier de drie zorgen die het zwaarst wegen.</EmptyState>
    )
  }
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      {meetings.map((meeting) => (
        <section key={meeting.planId} aria-label={`TOP-3 van ${meeting.title}`} className="min-w-0 space-y-3">
          <h3>
            <TextLink href={`/gezinnen/${dossier}/plannen/${meeting.slug}`}>{meeting.title}</TextLink>
            {meeting.heldOn && <span className="font-normal text-ink-soft"> · {formatDate(meeting.heldOn)}</span>}
          </h3>
          {meeting.lists.map(({ memberName, rows }) => (
            <div key={memberName ?? 'gezin'} className="space-y-2">
              {memberName && <p className="font-semibold">{memberName}</p>}
              <Concerns rows={rows} />
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

function Concerns({ rows }: { rows: readonly RankedConcern[] }) {
  return (
    <ol className="space-y-2 tabular-nums">
      {rows.map(({ rank, concern, reason }) => (
        <li key={rank} className="flex items-start gap-3">
          <Badge tone="brand">{rank}</Badge>
          <span className="min-w-0 break-words">
            {concern}
            {reason && <span className="block text-sm whitespace-pre-line text-ink-soft">{reason}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
