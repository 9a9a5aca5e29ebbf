import { planSlug } from '@/lib/domain/plan-state'
import { mayMail } from '@/lib/domain/safe-channel'
import type { DossierViewer } from '@/lib/gate'
import type { Plan } from '@/prisma/generated/client'
import { queueMessage } from './outbox'

/**
 * One message to each active team member and to each family account with access whose safe channel is e-mail: a
 * definitive plan is ready. It carries the dossier's code and a link, nothing of the content.
 */
export async function tellPlanIsDefinitive(viewer: DossierViewer, plan: Plan, version: number): Promise<void> {
  for (const recipientId of await recipientsOf(viewer)) {
    await queueMessage(viewer.tx, {
      key: `planDefinitive:${plan.id}:${version}:${recipientId}`,
      kind: 'planDefinitive',
      recipientId,
      familyId: viewer.familyId,
      payload: { code: viewer.code, plan: planSlug(plan), planId: plan.id },
      dueAt: viewer.now,
    })
  }
}

async function recipientsOf({ tx, familyId, now }: DossierViewer): Promise<Set<string>> {
  const isActive = { familyId, since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] }
  const team = await tx.teamMembership.findMany({ where: isActive, select: { personId: true } })
  const family = await tx.familyAccess.findMany({
    where: isActive,
    select: { personId: true, member: { select: { memberDetails: { select: { safeChannel: true } } } } },
  })
  const reachable = family.filter(({ member }) => mayMail(member.memberDetails?.safeChannel ?? null))
  return new Set([...team, ...reachable].map(({ personId }) => personId))
}
