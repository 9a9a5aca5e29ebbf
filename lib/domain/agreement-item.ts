import { z } from 'zod'
import {
  type AgreementState,
  type AgreementTime,
  type AgreementWhen,
  agreementState,
  byUrgency,
  describeWhen,
  nextOccurrence,
  occurrences,
  occurrenceToTick,
  type Rhythm,
} from './agreement'
import { daysBetween, isPlainDate } from './calendar'
import { formatDate, type PlainDate } from './plain-date'
import type { PlanReference } from './plan-state'
import { plainText } from './text'
import { TICK_STATES, type TickState } from './tick-state'

const MAX_REMARK = 2000

/** What time works upon, as the database keeps it. A rhythm starts on its due date. */
export interface KeptTime {
  dueOn: PlainDate | null
  rhythm: 'once' | Rhythm
  rhythmUntil: PlainDate | null
  /** The last occurrence of which the newest tick says that it was done. */
  settledFor: PlainDate | null
}

/** What became of an agreement, as somebody said last. */
export interface LastTick {
  state: TickState
  remark: string
  /** The occurrence that it stands for. */
  forDay: PlainDate | null
  /** "Anja Smit, 3 maart 2026 om 14:32". */
  byLine: string
}

/** An agreement as it is shown in a list, with every text finished. */
export interface AgreementItem {
  id: string
  /** The dossier's code: G-0001. */
  dossier: string
  familyName: string
  /** The meeting that made it: "GIPS 1". */
  meeting: string
  plan: PlanReference
  text: string
  doers: readonly { id: string; name: string }[]
  byEveryone: boolean
  goals: readonly { id: string; text: string }[]
  time: AgreementTime | null
  state: AgreementState
  /** "uiterlijk 3 maart 2026", or the rhythm. */
  when: string
  /** How urgent, in words: "3 dagen te laat". Null when nothing is left to do. */
  urgency: string | null
  /** The occurrence that a tick given now stands for; null when nothing is left to do. */
  forDay: PlainDate | null
  /** Where a tick of a rhythm needs to say for which day: "voor 3 maart 2026". */
  forDayText: string | null
  lastTick: LastTick | null
  mayTick: boolean
}

export type AgreementGroup = 'overdue' | 'soon' | 'later' | 'done'

const GROUP_OF: Record<AgreementState, AgreementGroup> = {
  overdue: 'overdue',
  dueToday: 'soon',
  dueSoon: 'soon',
  open: 'later',
  done: 'done',
  closed: 'done',
}

const remark = plainText({ required: false, max: MAX_REMARK, label: 'De toelichting' }).default('')
const tickDay = z.string().refine(isPlainDate, { error: 'Deze dag bestaat niet.' })

/** What a tick says; `null` takes a tick back. Not done needs a reason: it tells the case director what is in the way. */
export const TickInput = z
  .object({
    state: z.enum(TICK_STATES, { error: 'Kies gedaan, deels of niet gelukt.' }).nullable(),
    remark,
    forDay: tickDay.nullable().default(null),
  })
  .superRefine(sayWhy)

export type TickInput = z.output<typeof TickInput>

/** The same from a form, also without scripts: `none` takes a tick back, an empty day is none. */
export const TickForm = z
  .object({
    agreement: z.uuid({ error: 'Deze afspraak bestaat niet.' }),
    state: z
      .enum([...TICK_STATES, 'none'], { error: 'Kies gedaan, deels of niet gelukt.' })
      .transform((state) => (state === 'none' ? null : state)),
    remark,
    forDay: z
      .union([z.literal(''), tickDay])
      .default('')
      .transform((day) => (day === '' ? null : day)),
  })
  .superRefine(sayWhy)

/** The time of an agreement for the rules of time; null when no day was agreed on. */
export function agreementTimeOf({ dueOn, rhythm, rhythmUntil, settledFor }: KeptTime): AgreementTime | null {
  if (dueOn === null) return null
  const when: AgreementWhen =
    rhythm === 'once' || rhythmUntil === null
      ? { rhythm: 'once', dueOn }
      : { rhythm, startsOn: dueOn, until: rhythmUntil }
  return { when, tickedFor: settledFor === null ? [] : [settledFor], closedOn: null }
}

/** How an agreement stands today; without a day it is open until it is done. */
export function standingOf(time: AgreementTime | null, lastTick: { state: TickState } | null, today: PlainDate) {
  if (time === null) {
    const isDone = lastTick?.state === 'done'
    return { state: isDone ? ('done' as const) : ('open' as const), forDay: null, urgency: null, when: 'zonder datum' }
  }
  const next = nextOccurrence(time)
  return {
    state: agreementState(time, today),
    forDay: occurrenceToTick(time, today),
    urgency: next === null ? null : urgencyText(next, today),
    when: describeWhen(time),
  }
}

/**
 * The occurrence that a tick for this day may stand for, or null when there is none: a day of the agreement that has
 * come, or the coming one. Without a day: the one that a tick given today stands for.
 */
export function tickableDay(time: AgreementTime, forDay: PlainDate | null, today: PlainDate): PlainDate | null {
  if (forDay === null) return occurrenceToTick(time, today)
  const days = occurrences(time.when)
  const coming = days.find((day) => day > today)
  return days.includes(forDay) && (forDay <= today || forDay === coming) ? forDay : null
}

/** The agreements by how soon something has to be done, the most urgent first within each group. */
export function groupAgreements(
  items: readonly AgreementItem[],
  today: PlainDate,
): Record<AgreementGroup, AgreementItem[]> {
  const groups: Record<AgreementGroup, AgreementItem[]> = { overdue: [], soon: [], later: [], done: [] }
  const urgent = byUrgency(today)
  const sorted = [...items].sort((first, second) => {
    if (first.time === null || second.time === null) return Number(first.time === null) - Number(second.time === null)
    return urgent(first.time, second.time) || first.dossier.localeCompare(second.dossier)
  })
  for (const item of sorted) groups[GROUP_OF[item.state]].push(item)
  return groups
}

/** How far away a day is: "3 dagen te laat", "vandaag", "morgen", "over 5 dagen". */
export function urgencyText(day: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, day)
  if (days < 0) return `${inDays(-days)} te laat`
  if (days === 0) return 'vandaag'
  return days === 1 ? 'morgen' : `over ${inDays(days)}`
}

/** Which day a tick of a rhythm stands for, in words; a single date needs no such words. */
export function forDayText(time: AgreementTime | null, forDay: PlainDate | null): string | null {
  return time === null || forDay === null || time.when.rhythm === 'once' ? null : `voor ${formatDate(forDay)}`
}

function sayWhy({ state, remark: why }: { state: TickState | null; remark: string }, context: z.RefinementCtx): void {
  if (state === 'notDone' && why.trim() === '') {
    context.addIssue({ code: 'custom', path: ['remark'], message: 'Schrijf kort op waarom het niet lukte.' })
  }
}

function inDays(count: number): string {
  return count === 1 ? '1 dag' : `${count} dagen`
}
