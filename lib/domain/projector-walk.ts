import { z } from 'zod'
import type { Agenda, AgendaItem, AgendaSection } from './agendas/agenda'

export interface Stop {
  section: AgendaSection
  item: AgendaItem
  /** 1 for the first question of the meeting; null for what was said at home and is read again. */
  number: number | null
}

/** Where the projector goes: one step, one place, or out of sight. `start` begins the meeting and its clock. */
export const ProjectorMove = z.object({
  move: z.union([
    z.enum(['next', 'previous', 'start', 'hide', 'show']),
    z.object({ to: z.string().min(1).max(120) }),
    z.object({ names: z.enum(['first', 'initials']) }),
  ]),
})
export type ProjectorMove = z.output<typeof ProjectorMove>['move']

/** A move that leads from one question to another. */
export type Step = 'next' | 'previous' | 'start' | { to: string }

/**
 * The questions that the projector goes along, in order: what the children say (they stand at the start of every plan),
 * then the meeting with careful execution. What adults said at home and what comes afterwards is not shown in a room.
 */
export function walkOf(agenda: Agenda): Stop[] {
  const children = agenda.sections.filter(({ key, part }) => part === 'family' && key === 'children')
  const meeting = agenda.sections.filter(({ part }) => part === 'meeting' || part === 'careful')
  const stops = [...children, ...meeting].flatMap((section) => section.items.map((item) => ({ section, item })))
  const before = children.flatMap(({ items }) => items).length
  return stops.map((stop, index) => ({ ...stop, number: index < before ? null : index - before + 1 }))
}

/** How many questions the meeting has. */
export function questionCount(walk: readonly Stop[]): number {
  return walk.filter(({ number }) => number !== null).length
}

/** The first question of the meeting itself: there it starts. */
export function firstQuestion(walk: readonly Stop[]): Stop | null {
  return walk.find(({ number }) => number === 1) ?? null
}

/**
 * The item that is shown after this step, by its key. From the home slide (null) every step but a jump leads to the
 * first question. At the ends one stays. Null for a jump to what is not on the walk.
 */
export function stepTo(walk: readonly Stop[], current: string | null, step: Step): string | null {
  if (typeof step === 'object') {
    return walk.find(({ item }) => item.key === step.to)?.item.key ?? null
  }
  const index = walk.findIndex(({ item }) => item.key === current)
  if (step === 'start' || index < 0) {
    return firstQuestion(walk)?.item.key ?? null
  }
  const wanted = Math.min(Math.max(index + (step === 'next' ? 1 : -1), 0), walk.length - 1)
  return walk[wanted]?.item.key ?? null
}
