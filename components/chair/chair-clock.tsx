import { Card } from '@/components/ui/card'
import { formatTime } from '@/lib/dates'
import type { SlideClock } from '@/lib/domain/slide'

/** The time as the projector tells it: this part, the whole, and when it will end as it goes. */
export function ChairClock({ clock }: { clock: SlideClock }) {
  const { section, minutesUsed, minutesPlanned, minutesBehind, expectedEnd } = clock
  return (
    <Card title="Tijd">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 tabular-nums">
        <dt className="text-ink-soft">Dit deel</dt>
        <dd className={section.minutesUsed > section.minutesPlanned ? 'font-semibold text-warning' : undefined}>
          {section.minutesUsed} van {section.minutesPlanned} minuten
        </dd>
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
