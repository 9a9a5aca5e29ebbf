import { makePerson } from '@/prisma/factories/accounts'
import { makeParticipant } from '@/prisma/factories/plan'
import { makeMembership } from '@/prisma/factories/team'
import { CODE, inMeeting, type Meeting, send } from '@/scripts/bench/meeting'

export interface Led extends Meeting {
  cookieOf(email: string): Promise<string>
}

export interface Seat {
  cookie: string
}

/** So many professionals more at the table, each with a session of their own. */
export async function takeSeats(meeting: Led, count: number): Promise<Seat[]> {
  const { owner } = meeting
  const family = await owner.family.findUniqueOrThrow({ where: { code: CODE } })
  const seated = await owner.meeting.findFirstOrThrow({ where: { familyId: family.id, plan: { kind: 'gips1' } } })
  const seats: Seat[] = []
  for (let seat = 0; seat < count; seat += 1) {
    const { id: personId, email } = await makePerson(owner, { guidelineAcceptedAt: new Date() })
    await makeMembership(owner, family, personId, { worksWithAll: true })
    await makeParticipant(owner, seated, { role: 'professional', personId, attendance: 'present' })
    seats.push({ cookie: await meeting.cookieOf(email) })
  }
  return seats
}

/** Everyone with a phone gives a score for each member on the list. */
export async function giveScores({ origin, owner }: Meeting, seats: readonly Seat[]): Promise<void> {
  const { id: familyId } = await owner.family.findUniqueOrThrow({ where: { code: CODE } })
  const assessed = await owner.assessedMember.findMany({
    where: { familyId, droppedReason: null, assessment: { plan: { kind: 'gips1' } } },
  })
  for (const [index, { cookie }] of seats.entries()) {
    for (const { memberId } of assessed) {
      const words = { cannotJudge: false, reason: '', onePointHigher: '', underSixAnswer: '' }
      const body = { memberId, score: 3 + (index % 5), ...words, base: 0, after: null }
      await send({ origin, cookie }, 'PUT', inMeeting('inbreng/cijfers'), body)
    }
  }
}
