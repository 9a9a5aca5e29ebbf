import { Temporal } from 'temporal-polyfill'

export { Temporal }

/** A calendar date in Europe/Amsterdam as 'YYYY-MM-DD'; such strings sort as dates do. */
export type PlainDate = string

/** The one time zone of the method: meetings, due dates and days are Dutch. */
export const TIME_ZONE = 'Europe/Amsterdam'

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
]

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

/** Whole days from the first date to the second, negative when the second lies earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}

/** The date as Dutch readers write it: 3 maart 2026. */
export function formatDate(date: PlainDate): string {
  const { day, month, year } = Temporal.PlainDate.from(date)
  return `${day} ${MONTHS[month - 1]} ${year}`
}
