import type { AnswerPeople } from '@/lib/domain/answer'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { type KnownPeople, knownPeople, type NamedMember } from './known-people'
import { type SeatRow, seatRows, someoneOf } from './meeting-people'

const PARTICIPANT_ORDER = ['caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'family', 'network']

/** Everyone who may answer a question of this plan. */
export function peopleOf(viewer: DossierViewer<Statements>, planId: string): Promise<AnswerPeople> {
  return whoAnswers(knownPeople(viewer), seatRows(viewer, planId))
}

/** The same, of what was asked already. */
export async function whoAnswers(known: Promise<KnownPeople>, seats: Promise<SeatRow[]>): Promise<AnswerPeople> {
  return answerPeople(...(await Promise.all([known, seats])))
}

/**
 * The family's members (not who died), the network that is still there, and who sits at the table. Members are called by their
 * first names, in full where two share them.
 */
function answerPeople({ people, members, network, named }: KnownPeople, seats: readonly SeatRow[]): AnswerPeople {
  const nameOf = memberNames(named.members)
  const participantName = ({ personId, memberId, networkPersonId }: SeatRow) =>
    people.find((each) => each.personId === personId)?.name ??
    nameOf(memberId) ??
    named.network.find(({ id }) => id === networkPersonId)?.name ??
    ''
  const placeOf = ({ role }: SeatRow) => PARTICIPANT_ORDER.indexOf(role)
  return {
    members: members.map(({ id, isChild }) => ({ id, name: nameOf(id) ?? '', isChild })),
    network: network.map(({ who: { id }, name }) => ({ id, name })),
    participants: seats
      .toSorted((one, other) => placeOf(one) - placeOf(other))
      .map((seat) => ({
        respondent: someoneOf(seat.personId, seat.memberId, seat.networkPersonId),
        name: participantName(seat),
        isAway: seat.role === 'professional' && seat.attendance !== 'present',
      })),
  }
}

function memberNames(members: readonly NamedMember[]): (id: string | null) => string | undefined {
  const living = members.filter(({ hasDied }) => !hasDied)
  return (id) => {
    const member = members.find((each) => each.id === id)
    const sharing = living.filter(({ firstNames }) => firstNames === member?.firstNames)
    return sharing.length > 1 ? member?.fullName : member?.firstNames
  }
}
