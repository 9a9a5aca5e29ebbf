import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import type { TrailDay, TrailEntry } from '@/lib/domain/trail'

export type TrailScreenProps = {
  days: readonly TrailDay[]
  /** Leads to the lines before these; null when there are none. */
  earlierHref: string | null
  /** Leads back to the newest; null on the first page. */
  newestHref: string | null
}

/** Who looked in this dossier and who changed something, day by day. */
export function TrailScreen({ days, earlierHref, newestHref }: TrailScreenProps) {
  return (
    <div className="space-y-8">
      {days.length === 0 && (
        <EmptyState title="Geen regels">Zodra iemand dit dossier opent, staat dat hier.</EmptyState>
      )}
      {days.map(({ day, entries }) => (
        <section key={day} aria-label={day} className="space-y-2">
          <h2 className="text-xl">{day}</h2>
          <ul className="divide-y divide-line">
            {entries.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      <nav aria-label="Bladzijden" className="flex flex-wrap gap-x-8">
        {newestHref && (
          <TextLink href={newestHref} className="inline-flex min-h-11 items-center">
            Naar de nieuwste
          </TextLink>
        )}
        {earlierHref && (
          <TextLink href={earlierHref} className="inline-flex min-h-11 items-center">
            Eerder
          </TextLink>
        )}
      </nav>
    </div>
  )
}

function Entry({ entry: { who, sentence, time, times } }: { entry: TrailEntry }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 py-2">
      <span className="w-12 shrink-0 text-ink-soft tabular-nums">{time}</span>
      <span className="min-w-0 flex-1 break-words">
        <strong>{who}</strong> {sentence}
        {times > 1 && <span className="text-ink-soft"> · {times} keer die dag</span>}
      </span>
    </li>
  )
}
