import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import type { Plan, PlanVersion } from '@/prisma/generated/client'
import { frozenDrafts } from './frozen-rows'
import { loadPlanContent } from './plan-content'

export interface Adoption {
  adoptedById: string
  adoptedAt: Date
  /** Why it was revised; null for a first version. */
  reason?: string | null
}

/**
 * Makes a plan definitive as it stands: keeps its rows exactly, with a manifest of their hashes and one root hash, and
 * puts its goals and agreements in force. The hash of a row is the SHA-256 (hex) of its content as canonical JSON; the
 * root hash that of the manifest [{ id, hash }] in reading order.
 */
export async function freeze(
  db: Tx,
  plan: Plan,
  { adoptedById, adoptedAt, reason = null }: Adoption,
): Promise<PlanVersion> {
  const { familyId, id: planId } = plan
  const inPlan = { familyId, planId }
  await db.goal.updateMany({ where: { ...inPlan, adoptedAt: null }, data: { adoptedAt } })
  await db.agreement.updateMany({ where: { ...inPlan, inForceAt: null }, data: { inForceAt: adoptedAt } })
  const rows = frozenDrafts(await loadPlanContent(db, plan)).map((draft, position) => ({
    ...draft,
    familyId,
    id: v7(),
    position,
    hash: hashOf(draft.content),
  }))
  const number = plan.version + 1
  const manifest = rows.map(({ id, hash }) => ({ id, hash }))
  const version = await db.planVersion.create({
    data: { ...inPlan, id: v7(), number, adoptedAt, adoptedById, reason, manifest, rootHash: hashOf(manifest) },
  })
  await db.frozenRow.createMany({ data: rows.map((row) => ({ ...row, planVersionId: version.id })) })
  await db.plan.update({
    where: { familyId_id: { familyId, id: planId } },
    data: { state: 'definitive', version: number, stateChangedAt: adoptedAt },
  })
  return version
}

/** SHA-256 in hex of the canonical JSON: the same for the same content, whatever the order of its keys. */
export function hashOf(content: unknown): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex')
}
