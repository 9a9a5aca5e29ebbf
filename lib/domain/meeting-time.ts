import type { Agenda } from './agendas/agenda'
import { Temporal } from './calendar'
import { type PlainDate, TIME_ZONE } from './plain-date'

export const PARTS_OF_DAY = ['morning', 'afternoon'] as const

/** A meeting takes a morning (09:00–12:00) or an afternoon (13:00–16:00). */
export type PartOfDay = (typeof PARTS_OF_DAY)[number]

export const WALK_IN_MINUTES = 15
export const MEETING_MINUTES = 150
export const AFTER_TALK_MINUTES = 15
/** The case director and the chair stay longer: they go through the checklist and the wording of the plan. */
export const REVIEW_MINUTES = 30

const OPENING_HOURS: Record<PartOfDay, number> = { morning: 9, afternoon: 13 }

export interface MeetingTimes {
  doorsOpen: Temporal.ZonedDateTime
  starts: Temporal.ZonedDateTime
  ends: Temporal.ZonedDateTime
  leave: Temporal.ZonedDateTime
  /** When the case director and the chair are done. */
  reviewEnds: Temporal.ZonedDateTime
}

/**
 * The clock times of a meeting in Europe/Amsterdam, summer or winter time: 15 minutes' walk-in, 150 minutes' meeting,
 * 15 minutes' after-talk, and half an hour more for case director and chair (GIPS §3.5.1).
 */
export function meetingTimes(date: PlainDate, part: PartOfDay): MeetingTimes {
  const doorsOpen = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: TIME_ZONE,
    plainTime: Temporal.PlainTime.from({ hour: OPENING_HOURS[part] }),
  })
  const starts = doorsOpen.add({ minutes: WALK_IN_MINUTES })
  const ends = starts.add({ minutes: MEETING_MINUTES })
  const leave = ends.add({ minutes: AFTER_TALK_MINUTES })
  return { doorsOpen, starts, ends, leave, reviewEnds: leave.add({ minutes: REVIEW_MINUTES }) }
}

/** The part of the day in Dutch, with its times. */
export function partOfDayName(part: PartOfDay): string {
  return part === 'morning' ? 'ochtend, 9.00 tot 12.00 uur' : 'middag, 13.00 tot 16.00 uur'
}

export interface MeetingClock {
  /** Whole minutes since the meeting started, 0 before. */
  minutesUsed: number
  minutesPlanned: number
  section: { title: string; minutesPlanned: number; minutesUsed: number }
  /** How far the meeting runs behind its plan, in whole minutes; negative when it is ahead. */
  minutesBehind: number
  /** The instant (ISO, UTC) at which the meeting ends if all later sections take their planned time. */
  expectedEnd: string
}

/**
 * The clock on the projector: what is used, what the agenda planned, and when the meeting will end as it goes now.
 * Time beyond the plan of the earlier sections counts as used in the current one. Sections prepared at home and
 * afterwards take no meeting time. Instants are ISO texts. Throws for a section that is not in the agenda.
 */
export function clockAt(agenda: Agenda, startedAt: string, now: string, currentSectionKey: string): MeetingClock {
  const index = agenda.sections.findIndex(({ key }) => key === currentSectionKey)
  const current = agenda.sections[index]
  if (!current) throw new Error(`No section ${currentSectionKey} in the agenda of ${agenda.kind}`)
  const plannedBefore = minutesOf(agenda.sections.slice(0, index))
  const plannedLater = minutesOf(agenda.sections.slice(index + 1))
  const minutesUsed = Math.max(0, Math.floor(minutesFrom(startedAt, now)))
  const usedInSection = Math.max(0, minutesUsed - plannedBefore)
  const minutesLeft = Math.max(0, current.minutes - usedInSection) + plannedLater
  const minutesPlanned = minutesOf(agenda.sections)
  return {
    minutesUsed,
    minutesPlanned,
    section: { title: current.title, minutesPlanned: current.minutes, minutesUsed: usedInSection },
    minutesBehind: minutesUsed + minutesLeft - minutesPlanned,
    expectedEnd: endAfter(startedAt, minutesUsed + minutesLeft),
  }
}

function minutesOf(sections: readonly { minutes: number }[]): number {
  return sections.reduce((sum, { minutes }) => sum + minutes, 0)
}

function minutesFrom(startedAt: string, now: string): number {
  return (Temporal.Instant.from(now).epochMilliseconds - Temporal.Instant.from(startedAt).epochMilliseconds) / 60_000
}

function endAfter(startedAt: string, minutes: number): string {
  return Temporal.Instant.from(startedAt).add({ minutes }).toString()
}
