import { addDays, instantOfLocal, Temporal } from './calendar'
import { type PlainDate, TIME_ZONE } from './plain-date'
import { isWorkingDay, onWorkingDay } from './working-day'

const OPENS = 8
const CLOSES = 18

/**
 * The earliest moment from this one on at which a message that is not urgent may leave: on a working day in the
 * Netherlands, from 08:00 up to, not including, 18:00. Within those hours it is this moment itself.
 */
export function earliestWorkingTime(instant: Date): Date {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(TIME_ZONE)
  const today = there.toPlainDate().toString()
  if (!isWorkingDay(today) || there.hour >= CLOSES) {
    return openingOf(onWorkingDay(addDays(today, 1)), instant)
  }
  return there.hour >= OPENS ? instant : openingOf(today, instant)
}

/** Whether a message that is not urgent may leave at this moment. */
export function isWorkingTime(instant: Date): boolean {
  return earliestWorkingTime(instant).getTime() === instant.getTime()
}

function openingOf(day: PlainDate, otherwise: Date): Date {
  return instantOfLocal(`${day}T0${OPENS}:00`) ?? otherwise
}
