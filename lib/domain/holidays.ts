import Holidays from 'date-holidays'
import { type PlainDate, TIME_ZONE } from './plain-date'

/** Bevrijdingsdag: a national day on which most of those at the table are off, though not by law. */
const LIBERATION_DAY = '05-05'

const years = new Map<string, ReadonlyMap<PlainDate, string>>()
let calendar: Holidays | undefined

/**
 * What the Dutch public holiday on that day is called; null when it is none. Bevrijdingsdag counts every year, Good Friday
 * and the days that are only celebrated do not.
 */
export function holidayOn(date: PlainDate): string | null {
  const year = date.slice(0, 4)
  const known = years.get(year) ?? holidaysOf(year)
  years.set(year, known)
  return known.get(date) ?? null
}

/** Worked out once a year; the calendar itself is made at the first question, for it reads a large table. */
function holidaysOf(year: string): ReadonlyMap<PlainDate, string> {
  calendar ??= new Holidays('NL', { languages: ['nl'], timezone: TIME_ZONE })
  const days = calendar
    .getHolidays(Number(year))
    .map(({ date, type, name }) => ({ day: date.slice(0, 10), type, name }))
  const off = days.filter(({ day, type }) => type === 'public' || day.endsWith(LIBERATION_DAY))
  return new Map(off.map(({ day, name }) => [day, name]))
}
