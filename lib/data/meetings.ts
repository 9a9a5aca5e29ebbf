import { v7 } from 'uuid'
import type { z } from 'zod'
import { dateColumn, plainDateOf } from '@/lib/dates'
import { proposedMeetingDay } from '@/lib/domain/meeting-day'
import type { PlainDate } from '@/lib/domain/plain-date'
import type { AttendanceForm, MeetingForm, ParticipantsForm } from '@/lib/domain/plan-forms'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import type { Meeting } from '@/prisma/generated/client'
import { settleInvitations } from './meeting-invitations'
import { heldPlan } from './plan-life'
import { write } from './write'

/** A plan in one of these states came out of a meeting, or is in one. */
const HELD = ['meeting', 'provisional', 'definitive'] as const

type Seat = { personId: string; role: 'caseDirector' | 'gipsMaster' | 'noteTaker' | 'professional' }

/** When and where the meeting of a plan is; possible until the meeting itself. Who is invited is told of a change. */
export async function planMeeting(viewer: DossierViewer, input: z.output<typeof MeetingForm>): Promise<void> {
  const { planId, heldOn, part, place, placeIsFit } = input
  await demandBeforeMeeting(viewer, planId)
  if (heldOn !== null && heldOn < viewer.today) {
    throw new UserError('Deze datum is al voorbij. Kies een latere datum.', 'heldOn')
  }
  const meeting = await meetingOf(viewer, planId)
  await write(viewer, { right: 'plan.move', subject: 'meeting' }, async () => {
    await viewer.tx.meeting.update({
      where: { familyId_id: { familyId: viewer.familyId, id: meeting.id } },
      data: { heldOn: heldOn && dateColumn(heldOn), part, place, placeIsFit },
    })
    await settleInvitations(viewer, planId)
  })
}

/** Calls the meeting off: it has no day any more until another is chosen, and who was invited is told. */
export async function cancelMeeting(viewer: DossierViewer, planId: string): Promise<void> {
  await demandBeforeMeeting(viewer, planId)
  const { familyId, tx } = viewer
  await write(viewer, { right: 'plan.move', subject: 'meeting', detail: { what: 'called off' } }, async () => {
    const { count } = await tx.meeting.updateMany({
      where: { familyId, planId, heldOn: { not: null } },
      data: { heldOn: null },
    })
    if (count === 0) {
      throw new UserError('Dit overleg heeft geen datum meer. Ververs de pagina.')
    }
    await settleInvitations(viewer, planId)
  })
}

/** The day that is proposed for the meeting of a plan, by the last meeting that was held for another plan. */
export async function proposedDay({ tx, familyId, today }: DossierViewer, planId: string): Promise<PlainDate> {
  const last = await tx.meeting.findFirst({
    where: { familyId, planId: { not: planId }, heldOn: { not: null }, plan: { state: { in: [...HELD] } } },
    orderBy: { heldOn: 'desc' },
  })
  return proposedMeetingDay(last?.heldOn ? plainDateOf(last.heldOn) : null, today)
}

/** Puts the meeting on the day that is proposed at this moment, and leaves everything else as it is; returns that day. */
export async function takeProposedDay(viewer: DossierViewer, planId: string): Promise<PlainDate> {
  await demandBeforeMeeting(viewer, planId)
  const meeting = await meetingOf(viewer, planId)
  const day = await proposedDay(viewer, planId)
  await write(viewer, { right: 'plan.move', subject: 'meeting', detail: { what: 'proposed day' } }, async () => {
    await viewer.tx.meeting.update({
      where: { familyId_id: { familyId: viewer.familyId, id: meeting.id } },
      data: { heldOn: dateColumn(day) },
    })
    await settleInvitations(viewer, planId)
  })
  return day
}

/** Who sits at the table. The note-taker is appointed for this plan; whoever was it before no longer writes in it. */
export async function seatParticipants(viewer: DossierViewer, input: z.output<typeof ParticipantsForm>): Promise<void> {
  const { tx, familyId } = viewer
  await demandBeforeMeeting(viewer, input.planId)
  const team = await tx.teamMembership.findMany({ where: { familyId, until: null } })
  const seats = seatsOf(input, team)
  const meeting = await meetingOf(viewer, input.planId)
  await write(viewer, { right: 'plan.move', subject: 'participants', detail: { seats: seats.length } }, async () => {
    await tx.participant.deleteMany({ where: { familyId, meetingId: meeting.id, personId: { not: null } } })
    await tx.participant.createMany({
      data: seats.map((seat) => ({ familyId, id: v7(), meetingId: meeting.id, ...seat })),
    })
    await appointNoteTaker(viewer, input.planId, input.noteTaker || null)
    await settleInvitations(viewer, input.planId)
  })
}

/** Who is there: everyone who was invited is present or absent. */
export async function recordAttendance(
  viewer: DossierViewer,
  { planId, present }: z.output<typeof AttendanceForm>,
): Promise<void> {
  const { tx, familyId } = viewer
  const plan = await heldPlan(viewer, planId)
  if (plan.state !== 'invited' && plan.state !== 'meeting') {
    throw new UserError('De aanwezigheid vult u in als de uitnodigingen verstuurd zijn.')
  }
  const { id: meetingId } = await meetingOf(viewer, planId)
  await write(viewer, { right: 'plan.move', subject: 'attendance', detail: { present: present.length } }, async () => {
    const where = { familyId, meetingId }
    await tx.participant.updateMany({ where: { ...where, id: { in: present } }, data: { attendance: 'present' } })
    await tx.participant.updateMany({ where: { ...where, id: { notIn: present } }, data: { attendance: 'absent' } })
    await tx.participant.updateMany({
      where: { ...where, role: 'family', isAdmitted: false },
      data: { attendance: 'absent' },
    })
  })
}

/** The meeting of a plan, made at the first need. */
export async function meetingOf({ tx, familyId }: DossierViewer, planId: string): Promise<Meeting> {
  const where = { familyId_planId: { familyId, planId } }
  return tx.meeting.upsert({ where, create: { familyId, id: v7(), planId }, update: {} })
}

function seatsOf(
  { gipsMaster, noteTaker, professionals }: z.output<typeof ParticipantsForm>,
  team: readonly { personId: string; role: string }[],
): Seat[] {
  const isInTeam = (id: string) => team.some(({ personId }) => personId === id)
  const director = team.find(({ role }) => role === 'caseDirector')
  const seats = new Map<string, Seat['role']>()
  for (const id of professionals) {
    seats.set(id, 'professional')
  }
  if (noteTaker) {
    seats.set(noteTaker, 'noteTaker')
  }
  if (gipsMaster) {
    seats.set(gipsMaster, 'gipsMaster')
  }
  if (director) {
    seats.set(director.personId, 'caseDirector')
  }
  if ([...seats.keys()].some((id) => !isInTeam(id))) {
    throw new UserError('Een van de deelnemers hoort niet (meer) bij het team. Ververs de pagina.')
  }
  return [...seats].map(([personId, role]) => ({ personId, role }))
}

async function appointNoteTaker(
  { tx, familyId, now, personId: recordedById }: DossierViewer,
  planId: string,
  personId: string | null,
) {
  const where = { familyId, planId, role: 'noteTaker' as const, until: null }
  await tx.teamMembership.updateMany({
    where: { ...where, ...(personId && { personId: { not: personId } }) },
    data: { until: now },
  })
  if (personId && !(await tx.teamMembership.findFirst({ where: { ...where, personId } }))) {
    await tx.teamMembership.create({
      data: { familyId, id: v7(), personId, role: 'noteTaker', planId, since: now, recordedById },
    })
  }
}

async function demandBeforeMeeting(viewer: DossierViewer, planId: string): Promise<void> {
  const { state } = await heldPlan(viewer, planId)
  if (state !== 'preparation' && state !== 'invited') {
    throw new UserError('Het overleg is al begonnen. Dit staat nu vast.')
  }
}
