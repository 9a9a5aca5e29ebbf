import { Card } from '@/components/ui/card'
import { formatTime } from '@/lib/dates'
import type { SlideClock } from '@/lib/domain/slide'

/** The time of the whole meeting as the projector tells it, and when it will end as it goes. */
export function ChairClock({ clock }: { clock: SlideClock }) {
  const { minutesUsed, minutesPlanned, minutesBehind, expectedEnd } = clock
  return (
    <Card title="Tijd">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 tabular-nums">
        <dt className="text-ink-soft">Overleg</dt>
        <dd>
          {minutesUsed} van {minutesPlanned} minuten
        </dd>
        <dt className="text-ink-soft">Klaar om</dt>
        <dd className="font-semibold">
          {formatTime(new Date(expectedEnd))}
          {minutesBehind > 0 && <span className="text-warning"> ({minutesBehind} minuten later)</span>}
        </dd>
      </dl>
    </Card>
  )
}
