import { addDays, daysBetween, Temporal } from './calendar'
import type { PlainDate } from './plain-date'

const FRIDAY = 5

/** That day, or the Monday after it when it falls in a weekend; public holidays count as working days. */
export function onWorkingDay(date: PlainDate): PlainDate {
  const { dayOfWeek } = Temporal.PlainDate.from(date)
  return dayOfWeek > FRIDAY ? addDays(date, 8 - dayOfWeek) : date
}

/** Mondays to Fridays after the first day, up to and including the second; holidays count as working days. */
export function workingDaysSince(from: PlainDate, today: PlainDate): number {
  const days = Math.max(0, daysBetween(from, today))
  const start = Temporal.PlainDate.from(from)
  const weekday = (offset: number) => start.add({ days: offset }).dayOfWeek
  return Array.from({ length: days }, (_, index) => weekday(index + 1)).filter((day) => day <= FRIDAY).length
}

/** So many working days after that day: three after a Thursday is the Tuesday. Public holidays count as working days. */
export function workingDaysAfter(date: PlainDate, days: number): PlainDate {
  let day = date
  for (let left = days; left > 0; left--) {
    day = onWorkingDay(addDays(day, 1))
  }
  return day
}
