import { Temporal } from 'temporal-polyfill'
import { type PlainDate, TIME_ZONE } from './plain-date'

export { Temporal }

const DAY_MS = 86_400_000

/** Whether the text is an existing date, written as YYYY-MM-DD and nothing else. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** The date that many days later, or earlier when days is negative. Throws RangeError for a text that is no date. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The date that many months later; 31 January plus one month is the last day of February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ months }).toString()
}

/**
 * Whole days from the first date to the second, negative when the second lies earlier. Throws RangeError for a text that
 * is no date. Counted in milliseconds: lists ask it for every agreement, and by calendar it takes far longer.
 */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (midnight(to) - midnight(from)) / DAY_MS
}

/** The beginning of that day in UTC, where every day is as long. */
function midnight(date: PlainDate): number {
  const instant = Date.parse(`${date}T00:00:00Z`)
  if (new Date(instant).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`${date} is no date`)
  }
  return instant
}

/**
 * The instant of a Dutch date and time as a form sends it, 2026-03-03T09:00; null for a text that is no moment. Of a time
 * that the clock skips in spring the later one is meant, of a time that comes twice in autumn the first.
 */
export function instantOfLocal(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null
  try {
    const there = Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(TIME_ZONE)
    return new Date(there.epochMilliseconds)
  } catch {
    return null
  }
}
