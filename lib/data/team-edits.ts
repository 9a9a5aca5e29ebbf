import { v7 } from 'uuid'
import type { z } from 'zod'
import { settleAgreements } from '@/lib/domain/leaving'
import type { AddProfessionalForm, EndInvolvementForm, WorksWithForm } from '@/lib/domain/team-forms'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import type { TeamMembership } from '@/prisma/generated/client'
import { accountOfProfessional, inviteAgainHere, openInvitations } from './invitations'
import { closeLeaveRequest } from './leave-requests'
import { leavingDesk, passOnAgreements } from './leaving'
import { queueMessage } from './outbox'
import { write } from './write'

const NOT_IN_TEAM = 'Deze persoon hoort niet (meer) bij het team. Ververs de pagina.'
const HAS_A_DEPUTY = 'Er is al een vervangend casusregisseur. Beëindig eerst diens betrokkenheid.'

/**
 * Adds somebody to the team; returns the person's id. Who has no account is invited, and comes in once it is set up. Throws
 * a UserError for who is in the team already, and at what is still needed to invite somebody.
 */
export async function addProfessional(
  viewer: DossierViewer,
  input: z.output<typeof AddProfessionalForm>,
): Promise<string> {
  const { role, worksWithAll, members } = input
  await demandMembers(viewer, members)
  if (role === 'deputy') {
    await demandNoDeputy(viewer)
  }
  const personId = await accountOfProfessional(viewer, input)
  if ((await activeMemberships(viewer, personId)).some((membership) => membership.role !== 'noteTaker')) {
    throw new UserError('Deze persoon zit al in het team.', 'email')
  }
  await changing(viewer, personId, `added as ${role}`, async () => {
    const membershipId = await start(viewer, personId, role, worksWithAll || role === 'deputy')
    await putMembers(viewer, membershipId, worksWithAll ? [] : members)
  })
  const invitation = (await openInvitations(viewer)).find((each) => each.personId === personId)
  if (invitation?.state === 'over') {
    await inviteAgainHere(viewer, personId)
  }
  return personId
}

/** With whom in the family somebody of the team works; it decides what they may see where something is shielded. */
export async function setWorksWith(viewer: DossierViewer, input: z.output<typeof WorksWithForm>): Promise<void> {
  const { tx, familyId } = viewer
  const { personId, worksWithAll, leadProvider, members } = input
  const memberships = (await activeMemberships(viewer, personId)).filter(({ role }) => role !== 'noteTaker')
  if (memberships.length === 0) {
    throw new UserError(NOT_IN_TEAM)
  }
  await demandMembers(viewer, members)
  await changing(viewer, personId, 'works with', async () => {
    for (const { id } of memberships) {
      await tx.teamMembership.update({
        where: { familyId_id: { familyId, id } },
        data: { worksWithAll, leadProvider },
      })
      await putMembers(viewer, id, worksWithAll ? [] : members)
    }
  })
}

/**
 * Ends everything that somebody is in this dossier, at once and everywhere, and tells them. What they had still to do is
 * handed over or dropped with it. The case director is followed up otherwise: by a handover. Throws a UserError when it
 * was over already, and for an agreement that nobody would do any more.
 */
export async function endInvolvement(
  viewer: DossierViewer,
  { personId, reason, leaving }: z.output<typeof EndInvolvementForm>,
): Promise<void> {
  const memberships = await activeMemberships(viewer, personId)
  const [first] = memberships
  if (!first) {
    throw new UserError('Deze betrokkenheid was al voorbij. Ververs de pagina.')
  }
  if (memberships.some(({ role }) => role === 'caseDirector')) {
    throw new UserError('De casusregisseur kan niet zomaar weg: daarvoor is een overdracht nodig.')
  }
  const { open, successors } = await leavingDesk(viewer, personId)
  const settlement = settleAgreements(open, leaving, successors)
  await changing(viewer, personId, 'ended', async () => {
    await passOnAgreements(viewer, personId, settlement, leaving.dropReason)
    await leaveTeam(viewer, personId, reason, first.id)
  })
}

/** Ends all memberships of somebody and tells them; call it inside a `write`. `membershipId` makes the message one of its kind. */
export async function leaveTeam(
  viewer: DossierViewer,
  personId: string,
  reason: string,
  membershipId: string,
): Promise<void> {
  const { tx, familyId, now, code } = viewer
  const message = { kind: 'involvementEnded', familyId, recipientId: personId, payload: { code }, dueAt: now } as const
  await queueMessage(tx, { ...message, key: `involvementEnded:${membershipId}` })
  await closeLeaveRequest(viewer, personId)
  await tx.teamMembership.updateMany({
    where: { familyId, personId, OR: [{ until: null }, { until: { gt: now } }] },
    data: { until: now, endReason: reason },
  })
}

/** Lets somebody of the team stand in for the case director, with the same rights. */
export async function appointDeputy(viewer: DossierViewer, personId: string): Promise<void> {
  const memberships = await activeMemberships(viewer, personId)
  if (memberships.length === 0) {
    throw new UserError(NOT_IN_TEAM)
  }
  if (memberships.some(({ role }) => role === 'caseDirector' || role === 'gipsMaster')) {
    throw new UserError('De casusregisseur en de GIPSmeester kunnen dit niet zijn.')
  }
  await demandNoDeputy(viewer)
  await changing(viewer, personId, 'deputy', () => start(viewer, personId, 'deputy', true))
}

/** A new membership; returns its id. Of two at once that exclude each other the second is a UserError. */
export async function start(
  { tx, familyId, personId: recordedById, now }: DossierViewer,
  personId: string,
  role: 'professional' | 'deputy' | 'caseDirector',
  worksWithAll: boolean,
): Promise<string> {
  const membership = { familyId, id: v7(), personId, role, worksWithAll, since: now, recordedById }
  const { count } = await tx.teamMembership.createMany({ data: [membership], skipDuplicates: true })
  if (count === 0) {
    throw new UserError('Iemand anders heeft het team intussen gewijzigd. Ververs de pagina en kijk opnieuw.')
  }
  return membership.id
}

async function putMembers({ tx, familyId }: DossierViewer, membershipId: string, members: readonly string[]) {
  await tx.membershipMember.deleteMany({ where: { familyId, membershipId } })
  await tx.membershipMember.createMany({
    data: [...new Set(members)].map((memberId) => ({ familyId, membershipId, memberId })),
  })
}

/** What somebody is in this dossier now, the oldest first. */
export async function activeMemberships(
  { tx, familyId, now }: DossierViewer,
  personId: string,
): Promise<TeamMembership[]> {
  return tx.teamMembership.findMany({
    where: { familyId, personId, OR: [{ until: null }, { until: { gt: now } }] },
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
  })
}

async function demandMembers({ tx, familyId }: DossierViewer, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if ((await tx.familyMember.count({ where: { familyId, id: { in: wanted } } })) !== wanted.length) {
    throw new UserError('Een van deze gezinsleden is er niet (meer). Ververs de pagina.', 'members')
  }
}

async function demandNoDeputy({ tx, familyId, now }: DossierViewer): Promise<void> {
  const where = { familyId, role: 'deputy' as const, OR: [{ until: null }, { until: { gt: now } }] }
  if ((await tx.teamMembership.count({ where })) > 0) {
    throw new UserError(HAS_A_DEPUTY, 'role')
  }
}

async function changing<T>(
  viewer: DossierViewer,
  personId: string,
  what: string,
  change: () => Promise<T>,
): Promise<T> {
  return write(viewer, { right: 'team.edit', subject: `team ${personId}`, detail: { what } }, change)
}
