import { Temporal } from '@/lib/domain/calendar'
import type { PartOfDay } from '@/lib/domain/meeting-time'
import type { PlainDate } from '@/lib/domain/plain-date'

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const

/** How a language says the day of a meeting, and with the words given the part of the day with its Dutch hours. */
export function dayAndHours(
  locale: string,
  parts: Readonly<Record<PartOfDay, string>>,
  comma = ',',
): (on: PlainDate, part: PartOfDay) => string {
  return (on, part) => `${Temporal.PlainDate.from(on).toLocaleString(locale, DAY)}${comma} ${parts[part]}`
}
