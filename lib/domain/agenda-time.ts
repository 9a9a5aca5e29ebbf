import type { Agenda } from './agendas/agenda'
import { Temporal } from './calendar'
import { type Stop, walkOf } from './projector-walk'

/** When the meeting came to a question. Instants are ISO texts (UTC). */
export interface AgendaVisit {
  itemKey: string
  startedAt: string
}

export interface PartTime {
  /** The section of the agenda. */
  key: string
  minutesPlanned: number
  /** Whole minutes so far; null for a part where the meeting has not been. */
  minutesUsed: number | null
}

interface MeetingTimes {
  visits: readonly AgendaVisit[]
  startedAt: string | null
  /** The end of the meeting, else this moment. */
  until: string
}

/**
 * How long each part of the meeting took: a question lasts until the projector goes on, and whoever comes back to a part
 * adds to it. The time before the first move is the first part's, as is what the children said, which is read then. What
 * stands before the start or after `until` does not count. Elapsed time: a change of the clocks adds and takes nothing.
 */
export function timeOfParts(agenda: Agenda, { visits, startedAt, until }: MeetingTimes): PartTime[] {
  const walk = walkOf(agenda)
  const spent = new Map<string, number>()
  if (startedAt !== null) {
    const stays = staysOf(walk, visits, startedAt)
    stays.forEach(({ section, from }, index) => {
      const to = Math.min(stays[index + 1]?.from ?? instantOf(until), instantOf(until))
      spent.set(section, (spent.get(section) ?? 0) + Math.max(0, to - from))
    })
  }
  return partsOf(walk).map(({ key, minutes }) => {
    const used = spent.get(key)
    return { key, minutesPlanned: minutes, minutesUsed: used === undefined ? null : Math.floor(used / 60_000) }
  })
}

/** In which part of the meeting the projector is; what the children said belongs to the first. Null on the home slide. */
export function partShown(agenda: Agenda, itemKey: string | null): string | null {
  const walk = walkOf(agenda)
  return walk.some(({ item }) => item.key === itemKey) ? sectionOf(walk, itemKey) : null
}

function staysOf(walk: readonly Stop[], visits: readonly AgendaVisit[], startedAt: string) {
  const start = instantOf(startedAt)
  const moves = visits
    .filter(({ itemKey }) => walk.some(({ item }) => item.key === itemKey))
    .map((visit) => ({ section: sectionOf(walk, visit.itemKey), from: Math.max(start, instantOf(visit.startedAt)) }))
    .sort((one, other) => one.from - other.from)
  return [{ section: sectionOf(walk, null), from: start }, ...moves]
}

/** The section of a question, the first of the meeting for what comes before it. */
function sectionOf(walk: readonly Stop[], itemKey: string | null): string {
  const stop = walk.find(({ item, number }) => item.key === itemKey && number !== null)
  return (stop ?? walk.find(({ number }) => number === 1))?.section.key ?? ''
}

function partsOf(walk: readonly Stop[]) {
  return [...new Set(walk.filter(({ number }) => number !== null).map(({ section }) => section))]
}

function instantOf(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds
}
