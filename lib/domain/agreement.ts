import { addDays, addMonths, daysBetween, isPlainDate, Temporal } from './calendar'
import type { GoalKind } from './goal'
import { formatDate, type PlainDate } from './plain-date'

export type Rhythm = 'daily' | 'weekly' | 'monthly'

/** When an agreement is to be done: on or before one date, or again and again. First and last day are included. */
export type AgreementWhen =
  | { rhythm: 'once'; dueOn: PlainDate }
  | { rhythm: Rhythm; startsOn: PlainDate; until: PlainDate }

/** The part of an agreement that time works upon. */
export interface AgreementTime {
  when: AgreementWhen
  /** The occurrences that were ticked as done, by their date; for a single date its due date. In any order. */
  tickedFor: readonly PlainDate[]
  /** The day on which the case director closed it with a reason, done or not. */
  closedOn: PlainDate | null
}

export type AgreementState = 'overdue' | 'dueToday' | 'dueSoon' | 'open' | 'done' | 'closed'

const STATES: readonly AgreementState[] = ['overdue', 'dueToday', 'dueSoon', 'open', 'done', 'closed']
const SOON_DAYS = 3
const DAYS_IN = { daily: 1, weekly: 7 } as const
const DAY_MS = 86_400_000
const RHYTHMS: Record<Rhythm, string> = { daily: 'elke dag', weekly: 'elke week', monthly: 'elke maand' }
const STATE_NAMES: Record<AgreementState, string> = {
  overdue: 'te laat',
  dueToday: 'vandaag',
  dueSoon: 'binnenkort',
  open: 'open',
  done: 'gedaan',
  closed: 'afgesloten',
}

const SAFETY_DAYS = 14
const MONTHS_TO_NEXT_MEETING = 3

/**
 * The date that a new agreement starts with, for who types it to change: within two weeks where it serves safety, else
 * before the next meeting, in about three months (GIPS §3.5).
 */
export function usualDueOn(kind: GoalKind | null, today: PlainDate): PlainDate {
  return kind === 'safety' ? addDays(today, SAFETY_DAYS) : addMonths(today, MONTHS_TO_NEXT_MEETING)
}

/**
 * Every date on which the agreement is due, first to last. A monthly rhythm keeps the day of its start, or takes the
 * last day of a shorter month.
 */
export function occurrences(when: AgreementWhen): PlainDate[] {
  if (when.rhythm === 'once') return [when.dueOn]
  const dates: PlainDate[] = []
  for (let date = when.startsOn; date <= when.until; date = occurrenceAt(when, dates.length)) dates.push(date)
  return dates
}

/**
 * The date that is to be ticked next: the first occurrence after the last one ticked. Ticking a later occurrence
 * settles the earlier ones. Null when nothing is left to do.
 */
export function nextOccurrence({ when, tickedFor, closedOn }: AgreementTime): PlainDate | null {
  if (closedOn !== null) return null
  const lastTicked = [...tickedFor].sort().at(-1) ?? ''
  if (when.rhythm === 'once') return when.dueOn > lastTicked ? when.dueOn : null
  return firstAfter(lastTicked, when)
}

/**
 * The occurrence that a tick given today stands for: the latest that is due by today, else the coming one. Null when
 * the agreement is done or closed.
 */
export function occurrenceToTick(agreement: AgreementTime, today: PlainDate): PlainDate | null {
  const next = nextOccurrence(agreement)
  if (next === null) return null
  return occurrences(agreement.when).findLast((date) => date <= today && date > next) ?? next
}

/** How the agreement stands today: overdue from the day after its date; soon means within three days. */
export function agreementState(agreement: AgreementTime, today: PlainDate): AgreementState {
  if (agreement.closedOn !== null) return 'closed'
  const next = nextOccurrence(agreement)
  if (next === null) return 'done'
  if (next < today) return 'overdue'
  if (next === today) return 'dueToday'
  return daysBetween(today, next) <= SOON_DAYS ? 'dueSoon' : 'open'
}

/** The Dutch word for the state, in small letters. */
export function agreementStateName(state: AgreementState): string {
  return STATE_NAMES[state]
}

/** The moment in Dutch: "uiterlijk 3 maart 2026" (that day is still in time), or "elke week tot en met 1 juni 2026". */
export function describeWhen({ when }: Pick<AgreementTime, 'when'>): string {
  if (when.rhythm === 'once') return `uiterlijk ${formatDate(when.dueOn)}`
  return `${RHYTHMS[when.rhythm]} tot en met ${formatDate(when.until)}`
}

/** Sorts the most urgent first: overdue (longest first), then by date, done and closed last. For Array.prototype.sort. */
export function byUrgency(today: PlainDate): (first: AgreementTime, second: AgreementTime) => number {
  const ranks = new Map<AgreementTime, string>()
  const rankOf = (each: AgreementTime): string => {
    const rank = ranks.get(each) ?? `${STATES.indexOf(agreementState(each, today))} ${nextOccurrence(each) ?? ''}`
    ranks.set(each, rank)
    return rank
  }
  return (first, second) => Number(rankOf(first) > rankOf(second)) - Number(rankOf(first) < rankOf(second))
}

/**
 * Why a moment cannot be agreed on, as a Dutch sentence, or null when it can: dates must exist and not lie in the
 * past, a rhythm ends after it starts and lasts at most three years (a trajectory takes one and a half).
 */
export function whenProblem(when: AgreementWhen, today: PlainDate): string | null {
  const dates = when.rhythm === 'once' ? [when.dueOn] : [when.startsOn, when.until]
  if (!dates.every(isPlainDate)) return 'Deze datum bestaat niet. Kies een datum uit de kalender.'
  if (dates.some((date) => date < today)) return 'Deze datum is al voorbij. Kies vandaag of een latere dag.'
  if (when.rhythm === 'once') return null
  if (when.until < when.startsOn) return 'De einddatum ligt vóór de begindatum.'
  if (daysBetween(when.startsOn, when.until) > 3 * 366) return 'De einddatum ligt te ver weg. Kies hoogstens drie jaar.'
  return null
}

/** Begins near the day asked for: a daily agreement of years has a thousand dates, and a page asks it for many. */
function firstAfter(day: PlainDate | '', when: Exclude<AgreementWhen, { rhythm: 'once' }>): PlainDate | null {
  let periods = day > when.startsOn ? wholePeriods(when, day) : 0
  let date = occurrenceAt(when, periods)
  while (date <= day && date <= when.until) {
    periods += 1
    date = occurrenceAt(when, periods)
  }
  return date <= when.until ? date : null
}

/** At most as many as lie between the start and that day; months are counted from the start, they differ in length. */
function wholePeriods({ rhythm, startsOn }: { rhythm: Rhythm; startsOn: PlainDate }, day: PlainDate): number {
  if (rhythm === 'monthly') return 0
  return Math.floor((Date.parse(day) - Date.parse(startsOn)) / DAY_MS / DAYS_IN[rhythm])
}

function occurrenceAt({ rhythm, startsOn }: { rhythm: Rhythm; startsOn: PlainDate }, periodsPassed: number): PlainDate {
  if (periodsPassed === 0) return startsOn
  if (rhythm === 'monthly') return Temporal.PlainDate.from(startsOn).add({ months: periodsPassed }).toString()
  const days = periodsPassed * DAYS_IN[rhythm]
  // Years of days are counted for every list: in milliseconds that is a hundred times as fast as by calendar.
  return new Date(Date.parse(`${startsOn}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
