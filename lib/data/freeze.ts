import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import type { Plan, PlanVersion } from '@/prisma/generated/client'
import { loadPlanContent, type NameOf } from './plan-content'
import { planRowDrafts } from './plan-rows'
import { settleCarried } from './settle-carried'

export interface Adoption {
  adoptedById: string
  adoptedAt: Date
  /** Why it was revised; null for a first version. */
  reason: string | null
}

/**
 * Keeps a plan exactly as it stands: one row a section, item, goal or agreement, with a manifest of their hashes and one
 * root hash, puts its goals and agreements in force and lets take effect what it decided about earlier ones. A row's hash is the SHA-256 (hex) of its content as canonical
 * JSON, the root hash that of the manifest [{ id, hash }] in reading order. The plan's state is the caller's.
 */
export async function freeze(tx: Tx, plan: Plan, nameOf: NameOf, adoption: Adoption): Promise<PlanVersion> {
  const { familyId, id: planId } = plan
  const { adoptedAt } = adoption
  await tx.goal.updateMany({ where: { familyId, planId, adoptedAt: null }, data: { adoptedAt } })
  await tx.agreement.updateMany({ where: { familyId, planId, inForceAt: null }, data: { inForceAt: adoptedAt } })
  await settleCarried(tx, plan, adoption)
  const rows = planRowDrafts(await loadPlanContent(tx, plan, nameOf)).map((draft, position) => ({
    ...draft,
    familyId,
    id: v7(),
    position,
    hash: hashOf(draft.content),
  }))
  const manifest = rows.map(({ id, hash }) => ({ id, hash }))
  const version = await tx.planVersion.create({
    data: { familyId, planId, id: v7(), number: plan.version + 1, ...adoption, manifest, rootHash: hashOf(manifest) },
  })
  await tx.frozenRow.createMany({ data: rows.map((row) => ({ ...row, planVersionId: version.id })) })
  return version
}

/** SHA-256 in hex of the canonical JSON: the same for the same content, whatever the order of its keys. */
export function hashOf(content: unknown): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex')
}
