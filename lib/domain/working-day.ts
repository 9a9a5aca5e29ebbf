import { addDays, daysBetween, Temporal } from './calendar'
import { holidayOn } from './holidays'
import type { PlainDate } from './plain-date'

const FRIDAY = 5

/** A day from Monday to Friday that is no Dutch public holiday. */
export function isWorkingDay(date: PlainDate): boolean {
  return weekdayOf(date) <= FRIDAY && holidayOn(date) === null
}

/** That day, or the first working day after it. */
export function onWorkingDay(date: PlainDate): PlainDate {
  return isWorkingDay(date) ? date : onWorkingDay(addDays(date, 1))
}

/** The days from the first up to and including the last that are no working days. */
export function freeDays(from: PlainDate, last: PlainDate): PlainDate[] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, last) + 1) }, (_, index) => addDays(from, index))
  return days.filter((day) => !isWorkingDay(day))
}

/** Working days after the first day, up to and including the second; none when the second lies earlier. */
export function workingDaysSince(from: PlainDate, today: PlainDate): number {
  const days = Math.max(0, daysBetween(from, today))
  return Array.from({ length: days }, (_, index) => addDays(from, index + 1)).filter(isWorkingDay).length
}

/** So many working days after that day: three after an ordinary Thursday is the Tuesday. */
export function workingDaysAfter(date: PlainDate, days: number): PlainDate {
  let day = date
  for (let left = days; left > 0; left--) {
    day = onWorkingDay(addDays(day, 1))
  }
  return day
}

/** The last day since which so many working days have passed today. */
export function workingDaysBefore(today: PlainDate, days: number): PlainDate {
  let day = today
  for (let left = days; left > 0; left -= isWorkingDay(addDays(day, 1)) ? 1 : 0) {
    day = addDays(day, -1)
  }
  return day
}

/** The weekdays (1 is Monday) whose weekly mail leaves on this working day: its own, and those of free days before it. */
export function weekdaysServedOn(workingDay: PlainDate): number[] {
  const served = [weekdayOf(workingDay)]
  for (let day = addDays(workingDay, -1); !isWorkingDay(day); day = addDays(day, -1)) {
    served.push(weekdayOf(day))
  }
  return served
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(date: PlainDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}
