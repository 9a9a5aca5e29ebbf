import { addDays, addMonths, Temporal } from './calendar'
import { holidayOn } from './holidays'
import { formatDate, type PlainDate } from './plain-date'
import { onWorkingDay } from './working-day'

const MONTHS_BETWEEN = 3
/** To invite people and to prepare at home (GIPS §3.3.2). */
const PREPARATION_DAYS = 14
const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
const SATURDAY = 6

/**
 * The day that is proposed for a meeting: three months after the last one (GIPS §3.5), or the first working day after that
 * when it falls in a weekend or on a Dutch public holiday. Without an earlier meeting, and when those three months are
 * over, two weeks from today. A proposal, never a duty: any day from today on may be chosen.
 */
export function proposedMeetingDay(lastHeldOn: PlainDate | null, today: PlainDate): PlainDate {
  const wished = lastHeldOn === null ? today : addMonths(lastHeldOn, MONTHS_BETWEEN)
  return onWorkingDay(wished > today ? wished : addDays(today, PREPARATION_DAYS))
}

/** Why people are likely to be off on that day, as a Dutch sentence; null for an ordinary working day. */
export function dayOffWords(date: PlainDate): string | null {
  const holiday = holidayOn(date)
  if (holiday !== null) return `${capital(dayWords(date))} is een feestdag: ${holiday}.`
  return isWeekend(date) ? `${capital(dayWords(date))} valt in het weekend.` : null
}

/** The date with its day of the week: dinsdag 30 maart 2027. */
export function dayWords(date: PlainDate): string {
  return `${WEEKDAYS[weekdayOf(date) - 1]} ${formatDate(date)}`
}

function isWeekend(date: PlainDate): boolean {
  return weekdayOf(date) >= SATURDAY
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(date: PlainDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('nl') + text.slice(1)
}
