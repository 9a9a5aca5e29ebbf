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

/** The date as Dutch readers write it: 3 maart 2026. Throws RangeError for a text that is not written as a date. */
export function formatDate(date: PlainDate): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  const name = MONTHS[Number(month) - 1]
  if (!name) {
    throw new RangeError(`${date} is no date`)
  }
  return `${Number(day)} ${name} ${year}`
}
