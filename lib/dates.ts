import type { PlainDate } from '@/lib/domain/plain-date'

const ZONE = 'Europe/Amsterdam'
const dateParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const dayText = new Intl.DateTimeFormat('nl-NL', { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' })
const timeText = new Intl.DateTimeFormat('nl-NL', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })

/** The clock of this process. Inside a dossier the gate tells the time (`viewer.now`), which tests can move. */
export function now(): Date {
  return new Date()
}

/** The calendar day in the Netherlands at this instant. */
export function plainDateIn(instant: Date): PlainDate {
  return dateParts.format(instant)
}

/** A date column (midnight UTC, as the database client gives it) as a calendar date. */
export function plainDateOf(column: Date): PlainDate {
  return column.toISOString().slice(0, 10)
}

/** A calendar date as the database client wants it for a date column. */
export function dateColumn(date: PlainDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

/** E.g. "3 maart 2026", in the Netherlands. */
export function formatDay(instant: Date): string {
  return dayText.format(instant)
}

/** E.g. "3 maart 2026 om 14:32", in the Netherlands. */
export function formatMoment(instant: Date): string {
  return `${dayText.format(instant)} om ${timeText.format(instant)}`
}

/** E.g. "14:32", in the Netherlands. */
export function formatTime(instant: Date): string {
  return timeText.format(instant)
}

/** An instant as a field for date and time has it: "2026-03-03T14:32", in the Netherlands. */
export function localMoment(instant: Date): string {
  return `${plainDateIn(instant)}T${formatTime(instant)}`
}
