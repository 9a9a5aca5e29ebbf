import { v7 } from 'uuid'
import type { z } from 'zod'
import type { AddProfessionalForm, EndInvolvementForm, WorksWithForm } from '@/lib/domain/team-forms'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import type { TeamMembership } from '@/prisma/generated/client'
import { queueMessage } from './outbox'
import { write } from './write'

const NOT_IN_TEAM = 'Deze persoon hoort niet (meer) bij het team. Ververs de pagina.'
const HAS_A_DEPUTY = 'Er is al een vervangend casusregisseur. Beëindig eerst diens betrokkenheid.'

/** Adds somebody with an account to the team; returns the person's id. Throws a UserError for an unknown address and for who is in it already. */
export async function addProfessional(
  viewer: DossierViewer,
  input: z.output<typeof AddProfessionalForm>,
): Promise<string> {
  const { tx } = viewer
  const { email, role, worksWithAll, members } = input
  const [account] = await tx.$queryRaw<{ id: string }[]>`select id from find_account(${email})`
  if (!account) {
    const sentence = 'Er is geen account van een professional met dit adres. Vraag uw beheerder om er een te maken.'
    throw new UserError(sentence, 'email')
  }
  if ((await activeMemberships(viewer, account.id)).some((membership) => membership.role !== 'noteTaker')) {
    throw new UserError('Deze persoon zit al in het team.', 'email')
  }
  await demandMembers(viewer, members)
  if (role === 'deputy') {
    await demandNoDeputy(viewer)
  }
  await changing(viewer, account.id, `added as ${role}`, async () => {
    const membership = await start(viewer, account.id, role, worksWithAll || role === 'deputy')
    await putMembers(viewer, membership.id, worksWithAll ? [] : members)
  })
  return account.id
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
 * Ends everything that somebody is in this dossier, at once and everywhere, and tells them. The case director is
 * followed up otherwise: by a handover. Throws a UserError when it was over already.
 */
export async function endInvolvement(
  viewer: DossierViewer,
  { personId, reason }: z.output<typeof EndInvolvementForm>,
): Promise<void> {
  const { tx, familyId, now, code } = viewer
  const memberships = await activeMemberships(viewer, personId)
  const [first] = memberships
  if (!first) {
    throw new UserError('Deze betrokkenheid was al voorbij. Ververs de pagina.')
  }
  if (memberships.some(({ role }) => role === 'caseDirector')) {
    throw new UserError('De casusregisseur kan niet zomaar weg: daarvoor is een overdracht nodig.')
  }
  await changing(viewer, personId, 'ended', async () => {
    const key = `involvementEnded:${first.id}`
    await queueMessage(tx, {
      key,
      kind: 'involvementEnded',
      familyId,
      recipientId: personId,
      payload: { code },
      dueAt: now,
    })
    await tx.teamMembership.updateMany({
      where: { familyId, personId, OR: [{ until: null }, { until: { gt: now } }] },
      data: { until: now, endReason: reason },
    })
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

async function start(
  { tx, familyId, personId: recordedById, now }: DossierViewer,
  personId: string,
  role: 'professional' | 'deputy',
  worksWithAll: boolean,
): Promise<TeamMembership> {
  return tx.teamMembership.create({
    data: { familyId, id: v7(), personId, role, worksWithAll, since: now, recordedById },
  })
}

async function putMembers({ tx, familyId }: DossierViewer, membershipId: string, members: readonly string[]) {
  await tx.membershipMember.deleteMany({ where: { familyId, membershipId } })
  await tx.membershipMember.createMany({
    data: [...new Set(members)].map((memberId) => ({ familyId, membershipId, memberId })),
  })
}

async function activeMemberships({ tx, familyId, now }: DossierViewer, personId: string): Promise<TeamMembership[]> {
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
