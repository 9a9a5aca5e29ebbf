import type { Agenda } from './agendas/agenda'
import { clockAt, MEETING_MINUTES } from './meeting-time'
import { firstQuestion, questionCount, type Stop, walkOf } from './projector-walk'
import type { SlideBlock } from './slide-blocks'

/** What the meeting's row says about the projector. Instants are ISO texts. */
export interface ProjectorState {
  /** The item that is shown; null for the home slide. */
  item: string | null
  isHidden: boolean
  startedAt: string | null
  endedAt: string | null
  names: 'first' | 'initials'
}

export interface SlideClock {
  minutesUsed: number
  minutesPlanned: number
  section: { title: string; minutesUsed: number; minutesPlanned: number }
  /** Negative when the meeting is ahead of its plan. */
  minutesBehind: number
  /** ISO instants. */
  now: string
  expectedEnd: string
}

/** Everything the projector shows at one moment. Holds nothing that may not be read out loud in the room. */
export interface Slide {
  /** ISO instant at which it was read: of two slides the later one is shown. */
  at: string
  code: string
  title: string
  kind: 'home' | 'hidden' | 'item'
  /** Null on the home slide; while hidden it says where the meeting is. */
  item: string | null
  names: ProjectorState['names']
  heading: string
  question: string
  /** Null for what was said at home and is read again. */
  position: { number: number; total: number } | null
  first: string | null
  last: string | null
  /** The home slide's overview: the parts of the meeting with their minutes. */
  overview: { title: string; minutes: number }[]
  blocks: SlideBlock[]
  clock: SlideClock | null
}

interface SlideQuestion {
  code: string
  title: string
  agenda: Agenda
  state: ProjectorState
  now: string
  blocks: SlideBlock[]
}

/** The stop of the agenda that is shown now; null for the home slide, and for an item this agenda does not have. */
export function stopShown(agenda: Agenda, item: string | null): Stop | null {
  return walkOf(agenda).find((stop) => stop.item.key === item) ?? null
}

/**
 * The slide for this moment: home before the first question, nothing of the content while hidden, else the one question
 * of the meeting with what has been typed so far. Whoever gives the blocks has left out what not everyone may see.
 */
export function slideOf({ code, title, agenda, state, now, blocks }: SlideQuestion): Slide {
  const walk = walkOf(agenda)
  const stop = stopShown(agenda, state.item)
  const isShown = stop !== null && !state.isHidden
  const isHome = stop === null && !state.isHidden
  return {
    at: now,
    code,
    title,
    kind: kindOf(stop, state.isHidden),
    item: stop?.item.key ?? null,
    names: state.names,
    heading: isShown ? stop.section.title : '',
    question: isShown ? stop.item.question : '',
    position: stop?.number ? { number: stop.number, total: questionCount(walk) } : null,
    first: firstQuestion(walk)?.item.key ?? null,
    last: walk.at(-1)?.item.key ?? null,
    overview: isHome ? overviewOf(agenda) : [],
    blocks: isShown ? blocks : [],
    clock: clockOf(agenda, state, stop, now),
  }
}

function kindOf(stop: Stop | null, isHidden: boolean): Slide['kind'] {
  if (isHidden) {
    return 'hidden'
  }
  return stop === null ? 'home' : 'item'
}

function overviewOf(agenda: Agenda): Slide['overview'] {
  return agenda.sections.filter(({ minutes }) => minutes > 0).map(({ title, minutes }) => ({ title, minutes }))
}

/** No clock before the start and after the end. What the children said is read in the time of the first part. */
function clockOf(agenda: Agenda, state: ProjectorState, stop: Stop | null, now: string): SlideClock | null {
  const timed = stop?.number ? stop : firstQuestion(walkOf(agenda))
  if (state.startedAt === null || state.endedAt !== null || !timed) {
    return null
  }
  const { minutesUsed, minutesPlanned, section, minutesBehind, expectedEnd } = clockAt(
    agenda,
    state.startedAt,
    now,
    timed.section.key,
  )
  return { minutesUsed, minutesPlanned, section, minutesBehind, now, expectedEnd }
}

const HOUR_MS = 3_600_000

/**
 * Until when a projector pass stands: one hour after the meeting's end. The end is the real one, else that of a meeting
 * that started, else the planned one if that is today; else a whole meeting from now. At least one hour from now unless
 * the meeting has ended, so that a meeting that runs late does not lose its screen. Instants in milliseconds.
 */
export function passStandsUntil(meeting: {
  now: number
  startedAt: number | null
  endedAt: number | null
  plannedEndToday: number | null
}): number {
  const { now, startedAt, endedAt, plannedEndToday } = meeting
  if (endedAt !== null) {
    return endedAt + HOUR_MS
  }
  const whole = MEETING_MINUTES * 60_000
  const end = startedAt !== null ? startedAt + whole : (plannedEndToday ?? now + whole)
  return Math.max(end, now) + HOUR_MS
}
