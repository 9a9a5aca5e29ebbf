import { formatTime } from '@/lib/dates'
import type { SlideClock } from '@/lib/domain/slide'
import { ProgressLine } from './progress-line'

/** The clock of the meeting: now, how far this part is, how much of the whole is used, and when it will end as it goes. */
export function SlideClockBar({ clock }: { clock: SlideClock }) {
  const { section, minutesUsed, minutesPlanned, minutesBehind } = clock
  return (
    <div className="flex flex-wrap items-baseline gap-x-[2vw] text-sm text-ink-soft tabular-nums">
      <p className="text-xl font-bold text-ink">{formatTime(new Date(clock.now))}</p>
      <p className={section.minutesUsed > section.minutesPlanned ? 'text-warning' : undefined}>
        Dit onderdeel: {section.minutesUsed} van {section.minutesPlanned} min.
        {section.minutesUsed > section.minutesPlanned && ' – tijd voorbij'}
      </p>
      <p>
        Overleg: {minutesUsed} van {minutesPlanned} min.
      </p>
      <p>
        Klaar om {formatTime(new Date(clock.expectedEnd))}
        {minutesBehind > 0 && <span className="text-warning"> ({minutesBehind} min. later)</span>}
      </p>
      <ProgressLine value={minutesUsed} of={minutesPlanned} />
    </div>
  )
}
