import { v7 } from 'uuid'
import type { DossierViewer } from '@/lib/gate'
import type { Plan } from '@/prisma/generated/client'
import { queueMessage } from './outbox'
import { activeMemberships } from './team-edits'

/**
 * The case manager of a future plan that becomes definitive takes over (GIPS §3.5.6): gets the role and is told, in the
 * place of the one whom an earlier version named. Of both evaluations the worker reminds when their day comes. Call it
 * inside the `write` that adopts the plan.
 */
export async function letCaseManagerTakeOver(viewer: DossierViewer, plan: Plan): Promise<void> {
  const { tx, familyId } = viewer
  const kept = await tx.futurePlan.findUnique({ where: { familyId_planId: { familyId, planId: plan.id } } })
  if (!kept?.caseManagerId) {
    return
  }
  await giveRole(viewer, kept.caseManagerId)
}

async function giveRole(viewer: DossierViewer, personId: string): Promise<void> {
  const { tx, familyId, now, code } = viewer
  const inRole = { familyId, role: 'caseManager', until: null } as const
  const others = { ...inRole, personId: { not: personId } }
  await tx.teamMembership.updateMany({ where: others, data: { until: now, endReason: 'Een ander is casemanager' } })
  if ((await tx.teamMembership.count({ where: { ...inRole, personId } })) > 0) {
    return
  }
  const present = (await activeMemberships(viewer, personId)).filter(({ role }) => role !== 'noteTaker')
  const membership = { familyId, id: v7(), personId, role: 'caseManager', since: now } as const
  const worksWithAll = present.some((each) => each.worksWithAll)
  await tx.teamMembership.create({ data: { ...membership, worksWithAll, recordedById: viewer.personId } })
  await copyMembers(
    viewer,
    present.map(({ id }) => id),
    membership.id,
  )
  await queueMessage(tx, {
    key: `caseManagerAppointed:${membership.id}`,
    kind: 'caseManagerAppointed',
    familyId,
    recipientId: personId,
    payload: { code },
    dueAt: now,
  })
}

/** Works with the same family members as before, so that a new role opens nothing that was shielded. */
async function copyMembers({ tx, familyId }: DossierViewer, from: string[], membershipId: string): Promise<void> {
  const rows = await tx.membershipMember.findMany({ where: { familyId, membershipId: { in: from } } })
  const members = [...new Set(rows.map(({ memberId }) => memberId))]
  await tx.membershipMember.createMany({ data: members.map((memberId) => ({ familyId, membershipId, memberId })) })
}
