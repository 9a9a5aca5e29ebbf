import { addDays, Temporal } from './calendar'
import type { PlainDate } from './plain-date'

const FRIDAY = 5

/** That day, or the Monday after it when it falls in a weekend; public holidays count as working days. */
export function onWorkingDay(date: PlainDate): PlainDate {
  const { dayOfWeek } = Temporal.PlainDate.from(date)
  return dayOfWeek > FRIDAY ? addDays(date, 8 - dayOfWeek) : date
}
