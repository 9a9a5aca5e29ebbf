import { dateColumn } from '@/lib/dates'
import { addDays, daysBetween, Temporal } from '@/lib/domain/calendar'
import { type PlainDate, TIME_ZONE } from '@/lib/domain/plain-date'

/** The calendar of a story: every moment as a number of days before or after one day of it. */
export interface StoryDays {
  day(offset: number): PlainDate
  /** The day as a date column wants it. */
  column(offset: number): Date
  /** A moment on that day, in the Netherlands: at(2, '16:10'). */
  at(offset: number, time: string): Date
  /** The inverse of `day`. */
  offsetOf(day: PlainDate): number
}

/** Counts from the given day. */
export function storyFrom(day0: PlainDate): StoryDays {
  const day = (offset: number) => addDays(day0, offset)
  return {
    day,
    offsetOf: (other) => daysBetween(day0, other),
    column: (offset) => dateColumn(day(offset)),
    at: (offset, time) =>
      new Date(Temporal.ZonedDateTime.from(`${day(offset)}T${time}[${TIME_ZONE}]`).epochMilliseconds),
  }
}

/** The Tuesday of ten weeks ago, or of the week before: meetings are held on working days. */
export function tuesdayTenWeeksBefore(today: PlainDate): PlainDate {
  const day = Temporal.PlainDate.from(today).subtract({ weeks: 10 })
  return day.subtract({ days: (day.dayOfWeek + 5) % 7 }).toString()
}
