import { type DossierRole, holdsIn } from '@/lib/policy'
import type { MemberKind } from './people-words'

export type SignalUrgency = 'now' | 'today' | 'thisWeek'
export type SignalState = 'reported' | 'acknowledged' | 'closed'

/** How urgent something is, in the words of who reports it. */
export const URGENCIES: Readonly<Record<SignalUrgency, { label: string; hint: string }>> = {
  now: { label: 'Nu', hint: 'Er is nu gevaar, of het kan elk moment misgaan. Bel dan ook.' },
  today: { label: 'Vandaag', hint: 'Iemand moet er vandaag nog naar kijken.' },
  thisWeek: { label: 'Deze week', hint: 'Het kan een paar dagen wachten.' },
}

/** How far a signal is, in words. */
export const SIGNAL_STATES: Readonly<Record<SignalState, string>> = {
  reported: 'nog niet gezien',
  acknowledged: 'gezien, nog open',
  closed: 'afgerond',
}

const MINUTES_UNSEEN: Readonly<Record<SignalUrgency, number>> = { now: 15, today: 2 * 60, thisWeek: 24 * 60 }
const MINUTE_MS = 60_000

/** What tells who has to know of a signal. */
export interface SignalFacts {
  urgency: SignalUrgency
  state: SignalState
  reportedAt: Date
  familyState: string
  /** Whether anybody directs here besides who reported it; absent: somebody does. */
  hasDirector?: boolean
}

/** Who is told of a signal: at once, and when nobody saw it in time. */
export type AlertedRole = 'caseDirector' | 'deputy' | 'gipsMaster' | 'caseManager'

/** When others are told of a signal that nobody saw: after 15 minutes ("now"), 2 hours ("today") or 24 hours ("this week"). */
export function escalatesAt(urgency: SignalUrgency, reportedAt: Date): Date {
  return new Date(reportedAt.getTime() + MINUTES_UNSEEN[urgency] * MINUTE_MS)
}

/**
 * Which roles have to know of a signal by this moment. Director and deputy at once, at any hour; the chair when nobody saw it
 * in time, or at once where nobody directs but who reported it, and once the family goes on by itself (aftercare) the case
 * manager too. Nobody as soon as it was seen, or in a dossier that was closed. Who reported it is left out by whoever sends.
 * The database decides the same (0031_signals, 0053_nothing_left_behind).
 */
export function alertedRoles(signal: SignalFacts, at: Date): AlertedRole[] {
  const { urgency, state, reportedAt, familyState, hasDirector = true } = signal
  if (state !== 'reported' || familyState === 'closed' || familyState === 'erased' || at < reportedAt) {
    return []
  }
  const atOnce: AlertedRole[] = ['caseDirector', 'deputy']
  if (hasDirector && at < escalatesAt(urgency, reportedAt)) {
    return atOnce
  }
  return [...atOnce, 'gipsMaster', ...(familyState === 'aftercare' ? (['caseManager'] as const) : [])]
}

interface WhoLooks {
  roles: readonly DossierRole[]
  familyState: string
  /** The family member behind a family account. */
  memberId: string | null
  members: readonly { id: string; kind: MemberKind }[]
}

/** Whether who looks may report a signal here: everyone of the team, and of the family a foster or network carer. */
export function mayReport({ roles, familyState, memberId, members }: WhoLooks): boolean {
  const isOfTeam = roles.some((role) => role !== 'family')
  const own = members.find(({ id }) => id === memberId)
  const isCarer = own?.kind === 'carer'
  return holdsIn({ roles, familyState }, 'signal.report') && (isOfTeam || isCarer)
}

/** How urgent and how far, for a list: the most urgent that nobody saw first, closed ones last; for Array.prototype.sort. */
export function byNeed(
  first: Pick<SignalFacts, 'urgency' | 'state'> & { code: number },
  second: Pick<SignalFacts, 'urgency' | 'state'> & { code: number },
): number {
  const states: readonly SignalState[] = ['reported', 'acknowledged', 'closed']
  const urgencies: readonly SignalUrgency[] = ['now', 'today', 'thisWeek']
  const urgencyOf = ({ state, urgency }: typeof first) => (state === 'closed' ? 0 : urgencies.indexOf(urgency))
  return (
    states.indexOf(first.state) - states.indexOf(second.state) ||
    urgencyOf(first) - urgencyOf(second) ||
    second.code - first.code
  )
}
