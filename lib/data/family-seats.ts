import { v7 } from 'uuid'
import type { z } from 'zod'
import { mayAdmitParent, whyNotAdmitted } from '@/lib/domain/attendance-conditions'
import type { FamilySeat } from '@/lib/domain/recovery'
import type { AdmitParentForm, InviteFamilyForm } from '@/lib/domain/recovery-forms'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import type { MemberKind, Participant, Plan } from '@/prisma/generated/client'
import { settleInvitations } from './meeting-invitations'
import { meetingOf } from './meetings'
import { heldPlan } from './plan-life'
import { write } from './write'

const UNJUDGED = { meetsMinimum: null, relationIsGood: null, bearsDifference: null }

/** Who of the family and its network may come to this meeting, parents with the three conditions; none before GIPS 3. */
export async function familySeats({ tx, familyId, now }: DossierViewer, plan: Plan): Promise<FamilySeat[]> {
  if (plan.kind === 'gips1' || plan.kind === 'gips2') {
    return []
  }
  const seats = await tx.participant.findMany({ where: { familyId, meeting: { planId: plan.id } } })
  const members = await tx.familyMember.findMany({
    where: { familyId, deceasedOn: null, kind: { not: 'unborn' } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const network = await tx.networkPerson.findMany({
    where: { familyId, OR: [{ endedOn: null }, { endedOn: { gt: now } }] },
    orderBy: { name: 'asc' },
  })
  return [
    ...members.map(({ id, firstNames, kind }) => {
      const seat = seats.find(({ memberId }) => memberId === id)
      return seatOf({ id, name: firstNames, detail: '', kind: isParent(kind) ? 'parent' : 'family' }, seat)
    }),
    ...network.map(({ id, name, relation }) => {
      const seat = seats.find(({ networkPersonId }) => networkPersonId === id)
      return seatOf({ id, name, detail: relation, kind: 'network' }, seat)
    }),
  ]
}

/**
 * Records the three conditions for one parent with the reason, and whether that parent is at the table. Throws a UserError
 * for who is invited to a GIPS 3 without all three, and once the meeting is there.
 */
export async function admitParent(viewer: DossierViewer, input: z.output<typeof AdmitParentForm>): Promise<void> {
  const { tx, familyId } = viewer
  const { planId, memberId, isInvited, reason, ...conditions } = input
  const plan = await demandOpen(viewer, planId)
  const member = await tx.familyMember.findFirst({ where: { familyId, id: memberId, deceasedOn: null } })
  if (!member || !isParent(member.kind)) {
    throw new UserError('Deze ouder is er niet (meer). Ververs de pagina.')
  }
  if (isInvited && !mayAdmitParent(plan.kind, conditions)) {
    throw new UserError(whyNotAdmitted(member.firstNames, conditions) ?? 'Deze ouder kan nog niet meedoen.')
  }
  const { id: meetingId } = await meetingOf(viewer, planId)
  const data = { ...conditions, isAdmitted: isInvited, admittedReason: reason }
  const detail = { member: memberId, isAdmitted: isInvited }
  await write(viewer, { right: 'plan.move', subject: 'parent at the table', detail }, async () => {
    const { count } = await tx.participant.updateMany({ where: { familyId, meetingId, memberId }, data })
    if (count === 0) {
      await tx.participant.create({ data: { familyId, id: v7(), meetingId, role: 'family', memberId, ...data } })
    }
    await settleInvitations(viewer, planId)
  })
}

/** Who else comes along: older children, carers, and people of the network whom the family invites. Parents stay as they are. */
export async function inviteFamily(viewer: DossierViewer, input: z.output<typeof InviteFamilyForm>): Promise<void> {
  const { tx, familyId } = viewer
  const plan = await demandOpen(viewer, input.planId)
  const offered = (await familySeats(viewer, plan)).filter(({ kind }) => kind !== 'parent')
  const wanted = [...input.members, ...input.network]
  if (wanted.some((id) => !offered.some((seat) => seat.id === id))) {
    throw new UserError('Een van deze mensen hoort niet (meer) bij dit gezin. Ververs de pagina.')
  }
  const { id: meetingId } = await meetingOf(viewer, input.planId)
  const gone = offered.filter(({ id, isInvited }) => isInvited && !wanted.includes(id)).map(({ id }) => id)
  const come = offered.filter(({ id, isInvited }) => !isInvited && wanted.includes(id))
  await write(
    viewer,
    { right: 'plan.move', subject: 'family at the table', detail: { seats: wanted.length } },
    async () => {
      await tx.participant.deleteMany({
        where: { familyId, meetingId, OR: [{ memberId: { in: gone } }, { networkPersonId: { in: gone } }] },
      })
      await tx.participant.createMany({
        data: come.map(({ id, kind }) =>
          kind === 'network'
            ? { familyId, id: v7(), meetingId, role: 'network' as const, networkPersonId: id }
            : { familyId, id: v7(), meetingId, role: 'family' as const, memberId: id, isAdmitted: true },
        ),
      })
      await settleInvitations(viewer, input.planId)
    },
  )
}

/** Whether this participant is admitted, and of the family on which conditions, for what decides the plan's next step. */
export function admissionOf({ role, isAdmitted, meetsMinimum, relationIsGood, bearsDifference }: Participant) {
  const conditions = { meetsMinimum, relationIsGood, bearsDifference }
  return { isAdmitted, conditions: role === 'family' ? conditions : null }
}

async function demandOpen(viewer: DossierViewer, planId: string): Promise<Plan> {
  const plan = await heldPlan(viewer, planId)
  if (plan.kind === 'gips1' || plan.kind === 'gips2') {
    throw new UserError('Familie komt vanaf GIPS 3 aan tafel.')
  }
  if (plan.state !== 'preparation' && plan.state !== 'invited') {
    throw new UserError('Het overleg is al begonnen. Dit staat nu vast.')
  }
  return plan
}

function seatOf(who: Pick<FamilySeat, 'id' | 'name' | 'detail' | 'kind'>, seat?: Participant): FamilySeat {
  const { meetsMinimum, relationIsGood, bearsDifference } = seat ?? UNJUDGED
  const conditions = { meetsMinimum, relationIsGood, bearsDifference }
  const isInvited = seat !== undefined && (who.kind !== 'parent' || seat.isAdmitted)
  const isJudged = seat !== undefined && who.kind === 'parent' && !isInvited
  return {
    ...who,
    isInvited,
    conditions,
    reason: seat?.admittedReason ?? '',
    whyNot: isJudged ? whyNotAdmitted(who.name, conditions) : null,
  }
}

function isParent(kind: MemberKind): boolean {
  return kind === 'parent' || kind === 'stepParent'
}
