import type { z } from 'zod'
import { plainDateOf } from '@/lib/dates'
import {
  type AnswerInvitationForm,
  type InvitationReach,
  type InvitedSeat,
  type OwnInvitation,
  whenWords,
} from '@/lib/domain/meeting-invitation'
import { meetingTitle } from '@/lib/domain/plan-state'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import { dossierFrame } from './dossier-frame'
import { knownPeople } from './known-people'
import { seatsOf } from './meeting-people'
import { mailHost } from './outbox'
import { type PlanInView, planFor } from './plans'
import { write } from './write'

const CHANGED = 'Het overleg is intussen verzet of afgezegd. Ververs de pagina en kijk opnieuw.'

/**
 * Makes what everyone was told of this meeting the same as what is true now, each by a mail with a calendar file; call it
 * inside the `write` that changes the meeting or who sits at it. Before the invitations are out it tells nobody anything.
 */
export async function settleInvitations({ tx }: DossierViewer, planId: string): Promise<void> {
  await tx.$queryRaw`select settle_invitations(${planId}::uuid, ${mailHost()}) as told`
}

/** The viewer's own invitation to the meeting of this plan. Refuses who was not invited, or not any more. */
export async function ownInvitation(viewer: DossierViewer, slug: string): Promise<OwnInvitation> {
  const plan = await planFor(viewer, slug, 'invitation.answer')
  const row = await invitationRow(viewer, plan)
  return {
    frame: await dossierFrame(viewer),
    plan: { slug: plan.slug, title: meetingTitle(plan.kind, plan.ordinal) },
    sequence: row.sequence,
    when: whenWords(plainDateOf(row.heldOn), row.part),
    place: row.place ?? '',
    answer: row.answer,
    reason: row.reason,
  }
}

/**
 * Says for the viewer alone whether they come; a later answer takes the place of the earlier. Throws a UserError when the
 * meeting was moved or called off since. A reason is kept only of who does not come.
 */
export async function answerInvitation(
  viewer: DossierViewer,
  { plan: slug, sequence, answer, reason }: z.output<typeof AnswerInvitationForm>,
): Promise<void> {
  const plan = await planFor(viewer, slug, 'invitation.answer')
  await invitationRow(viewer, plan)
  const line = { right: 'invitation.answer', subject: 'invitation', detail: { plan: plan.slug } } as const
  await write(viewer, line, async () => {
    const [row] = await viewer.tx.$queryRaw<{ isKept: boolean }[]>`
      select answer_invitation(${plan.id}::uuid, ${sequence}::int, ${answer}::invitation_answer, ${reason.trim()})
        as "isKept"`
    if (!row?.isKept) {
      throw new UserError(CHANGED)
    }
  })
}

/** Whether the viewer is invited to the meeting of this plan, and what they answered; null for who is not. */
export async function ownAnswer({ tx, familyId, personId }: DossierViewer, plan: PlanInView) {
  if (plan.state !== 'invited') {
    return null
  }
  const row = await tx.meetingInvitation.findFirst({
    where: { familyId, personId, meeting: { planId: plan.id }, withdrawnAt: null },
    select: { answer: true },
  })
  return row?.answer ?? null
}

/** Everyone at the table with what they answered; call it for who holds `invitations.read`. */
export async function answersAtTable(viewer: DossierViewer, plan: PlanInView): Promise<InvitedSeat[]> {
  const { tx, familyId } = viewer
  const seats = await seatsOf(viewer, plan, await knownPeople(viewer))
  const rows = await tx.meetingInvitation.findMany({
    where: { familyId, meeting: { planId: plan.id }, withdrawnAt: null },
    select: { personId: true, answer: true, reason: true },
  })
  const accountOf = await accountsAt(viewer)
  return seats.map(({ id, who, name, role }) => {
    const row = rows.find(({ personId }) => accountOf(who).includes(personId))
    return { id, name, role, answer: row?.answer ?? null, reason: row?.reason ?? '' }
  })
}

/** Whom the case director's next click writes to, by name, and who at the table has to hear it in another way. */
export async function reachOf(viewer: DossierViewer, plan: PlanInView): Promise<InvitationReach> {
  const seats = await seatsOf(viewer, plan, await knownPeople(viewer))
  const rows = await viewer.tx.$queryRaw<
    { id: string }[]
  >`select whom_to_invite as id from whom_to_invite(${plan.id}::uuid)`
  const reached = new Set(rows.map(({ id }) => id))
  const accountOf = await accountsAt(viewer)
  const isReached = ({ who }: (typeof seats)[number]) => accountOf(who).some((id) => reached.has(id))
  return {
    byMail: seats.filter(isReached).map(({ name }) => name),
    otherwise: seats.filter((seat) => !isReached(seat)).map(({ name }) => name),
  }
}

async function invitationRow({ tx, familyId, personId }: DossierViewer, plan: PlanInView) {
  const row = await tx.meetingInvitation.findFirst({
    where: { familyId, personId, meeting: { planId: plan.id }, withdrawnAt: null },
  })
  if (!row) {
    throw new Refused('invitation of another')
  }
  return row
}

/** The accounts behind a seat: a professional is one, a family member has none, one or more. */
async function accountsAt({ tx, familyId, now }: DossierViewer) {
  const accounts = await tx.familyAccess.findMany({
    where: { familyId, since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] },
    select: { personId: true, memberId: true },
  })
  return ({ kind, id }: { kind: string; id: string }): string[] => {
    if (kind === 'person') return [id]
    return kind === 'member' ? accounts.filter(({ memberId }) => memberId === id).map(({ personId }) => personId) : []
  }
}
