import { isAskedForScore } from '@/lib/domain/household'
import type { MeetingShown, MemberView, ScoreView, SeatView } from '@/lib/domain/meeting-view'
import type { Scorer } from './safety-round'

/**
 * Who gives a score in the safety round: the professionals and the case director at the table, the note-taker if they
 * wish; never the neutral chair. Who gave a score and is marked absent stands last: it does not count.
 */
export function professionalScorers({ seats, round }: Pick<MeetingShown, 'seats' | 'round'>): Scorer[] {
  const gave = (seat: SeatView) => round.scores.some(({ scorer }) => scorer.id === seat.who.id)
  const people = seats.filter(({ who, role }) => who.kind === 'person' && role !== 'gipsMaster')
  const shown = people.filter((seat) => (seat.role !== 'noteTaker' && seat.attendance !== 'absent') || gave(seat))
  const optional = people.filter(
    (seat) => !shown.includes(seat) && seat.role === 'noteTaker' && seat.attendance !== 'absent',
  )
  const isAbsent = ({ attendance }: SeatView) => attendance === 'absent'
  return [...shown.filter((seat) => !isAbsent(seat)), ...optional, ...shown.filter(isAbsent)].map((seat) => ({
    who: seat.who,
    name: seat.name,
    detail: detailOf(seat),
    isAway: isAbsent(seat),
  }))
}

/** At home: each adult of the family, for the children and for themselves; of who moved out only where they gave one. */
export function familyScorers(members: readonly MemberView[], scores: readonly ScoreView[]): Scorer[] {
  return members
    .filter((member) => isAskedForScore(member) || scores.some(({ scorer }) => scorer.id === member.id))
    .filter(({ isChild }) => !isChild)
    .map(({ id, name }) => ({ who: { kind: 'member', id }, name, detail: null, isAway: false }))
}

function detailOf({ role, detail, attendance }: SeatView): string | null {
  if (attendance === 'absent') return 'afwezig, telt niet mee'
  if (role === 'caseDirector') return 'casusregisseur'
  return role === 'noteTaker' ? 'notulist, hoeft geen cijfer te geven' : detail
}
