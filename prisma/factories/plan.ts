import { v5, v7 } from 'uuid'
import { answerIdOf } from '@/lib/data/answers'
import { dateColumn } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { Respondent } from '@/lib/domain/answer'
import type {
  Answer,
  Meeting,
  MeetingInvitation,
  MeetingRating,
  Participant,
  ParticipantRole,
  Plan,
  PlanResponse,
  Prisma,
  Proposal,
  RecoveryPlan,
} from '@/prisma/generated/client'

/** GIPS 1 in preparation, unless told otherwise. */
export async function makePlan(
  db: Tx,
  family: { id: string },
  given: Partial<Omit<Prisma.PlanUncheckedCreateInput, 'familyId'>> = {},
): Promise<Plan> {
  return db.plan.create({ data: { familyId: family.id, id: v7(), kind: 'gips1', agendaVersion: 1, ...given } })
}

/** A GIPS 3 makes a recovery plan for this member. */
export async function makeRecoveryPlan(db: Tx, plan: Plan, member: { id: string }): Promise<RecoveryPlan> {
  return db.recoveryPlan.create({
    data: { familyId: plan.familyId, id: v7(), planId: plan.id, memberId: member.id },
  })
}

export async function makeMeeting(
  db: Tx,
  plan: Plan,
  given: Partial<Prisma.MeetingUncheckedCreateInput> = {},
): Promise<Meeting> {
  return db.meeting.create({
    data: {
      familyId: plan.familyId,
      id: v7(),
      planId: plan.id,
      heldOn: dateColumn('2026-03-12'),
      part: 'morning',
      place: 'Vergaderzaal De Brink, Waterhuizen',
      placeIsFit: true,
      ...given,
    },
  })
}

/** The meeting came to this question at that moment. */
export async function makeAgendaVisit(
  db: Tx,
  { familyId, id: planId }: Plan,
  given: Pick<Prisma.AgendaVisitUncheckedCreateInput, 'itemKey' | 'startedAt'>,
): Promise<void> {
  await db.agendaVisit.create({ data: { familyId, id: v7(), planId, ...given } })
}

/** What the chair, or the case director, keeps for themselves beside one part of the agenda. */
export async function makeChairNote(
  db: Tx,
  { familyId, id: planId }: Plan,
  given: Pick<Prisma.ChairNoteUncheckedCreateInput, 'personId' | 'part' | 'text'>,
): Promise<void> {
  const note = { familyId, id: v5(`chair note ${given.part} ${given.personId}`, planId), planId, version: 1 }
  await db.chairNote.create({ data: { ...note, ...given } })
}

type Seat = Partial<Omit<Prisma.ParticipantUncheckedCreateInput, 'familyId'>>

/** Someone at the table: give personId, memberId or networkPersonId. */
export async function makeParticipant(db: Tx, meeting: Meeting, given: Seat): Promise<Participant> {
  return db.participant.create({ data: seatFrom(meeting, given) })
}

/** As many people at the table, in this order: one statement for all of them. */
export async function makeParticipants(db: Tx, meeting: Meeting, given: readonly Seat[]): Promise<Participant[]> {
  return db.participant.createManyAndReturn({ data: given.map((seat) => seatFrom(meeting, seat)) })
}

function seatFrom({ familyId, id: meetingId }: Meeting, given: Seat) {
  return { familyId, id: v7(), meetingId, role: roleAtTheTable(given), ...given }
}

/** What this account was told of the meeting, and whether it comes. */
export async function makeInvitation(
  db: Tx,
  { familyId, id: meetingId, heldOn, part, place }: Meeting,
  given: Pick<Prisma.MeetingInvitationUncheckedCreateInput, 'personId'> &
    Partial<Prisma.MeetingInvitationUncheckedCreateInput>,
): Promise<MeetingInvitation> {
  if (!heldOn || !part) {
    throw new Error('Nobody is invited to a meeting without a day.')
  }
  const told = { heldOn, part, place, sequence: 1, toldAt: new Date() }
  return db.meetingInvitation.create({ data: { familyId, id: v7(), meetingId, ...told, ...given } })
}

/** What this participant thought of the meeting. */
export async function makeRating(
  db: Tx,
  { familyId, id: participantId, personId }: Participant,
  given: Partial<Omit<Prisma.MeetingRatingUncheckedCreateInput, 'familyId'>> = {},
): Promise<MeetingRating> {
  return db.meetingRating.create({
    data: { familyId, id: v7(), participantId, score: 8, authorPersonId: personId, ...given },
  })
}

export type AnswerInput = Partial<Omit<Prisma.AnswerUncheckedCreateInput, 'familyId'>> &
  Pick<Prisma.AnswerUncheckedCreateInput, 'itemKey' | 'text'>

/** An answer to an agenda item; what a family member says is about that member, unless told otherwise. */
export async function makeAnswer(db: Tx, plan: Plan, given: AnswerInput): Promise<Answer> {
  return db.answer.create({ data: answerFrom(plan, given) })
}

/** As many answers at once: one statement for all of them. */
export async function makeAnswers(db: Tx, plan: Plan, given: readonly AnswerInput[]): Promise<void> {
  await db.answer.createMany({ data: given.map((each) => answerFrom(plan, each)) })
}

function answerFrom({ familyId, id: planId }: Plan, given: AnswerInput) {
  return {
    familyId,
    id: answerIdOf(planId, given.itemKey, respondentOf(given)),
    planId,
    version: 1,
    aboutMemberId: given.respondentMemberId ?? null,
    ...given,
  }
}

/** What a member or someone of the network finds of a provisional plan: give memberId or networkPersonId. */
export async function makeResponse(
  db: Tx,
  plan: Plan,
  given: Partial<Omit<Prisma.PlanResponseUncheckedCreateInput, 'familyId'>>,
): Promise<PlanResponse> {
  const words = 'Zo kunnen we ermee aan de slag.'
  return db.planResponse.create({
    data: { familyId: plan.familyId, id: v7(), planId: plan.id, response: 'agree', words, ...given },
  })
}

export async function makeProposal(
  db: Tx,
  plan: Plan,
  given: Partial<Omit<Prisma.ProposalUncheckedCreateInput, 'familyId'>> = {},
): Promise<Proposal> {
  const text = 'Wij willen ook op zaterdag bellen.'
  return db.proposal.create({ data: { familyId: plan.familyId, id: v7(), planId: plan.id, text, ...given } })
}

function roleAtTheTable({
  memberId,
  networkPersonId,
}: {
  memberId?: string | null
  networkPersonId?: string | null
}): ParticipantRole {
  if (memberId) return 'family'
  return networkPersonId ? 'network' : 'professional'
}

function respondentOf({ respondentMemberId, respondentNetworkId, respondentPersonId }: AnswerInput): Respondent | null {
  if (respondentMemberId) return { kind: 'member', id: respondentMemberId }
  if (respondentNetworkId) return { kind: 'network', id: respondentNetworkId }
  return respondentPersonId ? { kind: 'person', id: respondentPersonId } : null
}
