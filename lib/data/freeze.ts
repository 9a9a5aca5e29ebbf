import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { v7 } from 'uuid'
import type { Tx } from '@/lib/db'
import type { PlanRowContent } from '@/lib/domain/plan-document'
import type { FrozenRow as KeptRow, Plan, PlanVersion } from '@/prisma/generated/client'
import { loadPlanContent, type NameOf } from './plan-content'
import type { Quote } from './plan-quotes'
import { inAgendaOrder, type PlanRowDraft, planRowDrafts } from './plan-rows'
import { settleCarried } from './settle-carried'

type RowToKeep = Omit<PlanRowDraft, 'subjectId'> & Pick<FrozenRow, 'subjectId'>

/** A row of a version that is kept once more. */
export type FrozenRow = Pick<
  KeptRow,
  | 'kind'
  | 'sectionKey'
  | 'itemKey'
  | 'subjectId'
  | 'aboutMemberId'
  | 'authorPersonId'
  | 'isOwnWords'
  | 'content'
  | 'quotes'
>

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
  return keepVersion(tx, plan, { ...adoption, id: v7() }, planRowDrafts(await loadPlanContent(tx, plan, nameOf)))
}

/**
 * Keeps the rows of the version last adopted once more, with those of these goals and agreements in their place: for what comes in
 * force between two meetings. Nothing else that was written since is taken along, so that a plan may be under revision
 * meanwhile. An agreement that was closed since is left out. The plan's row is the caller's.
 */
export async function freezeWith(
  tx: Tx,
  plan: Plan,
  nameOf: NameOf,
  { last, added, ...adoption }: Adoption & { id: string; last: readonly FrozenRow[]; added: ReadonlySet<string> },
): Promise<PlanVersion> {
  const { familyId, id: planId } = plan
  const closed = await tx.agreement.findMany({
    where: { familyId, planId, droppedAt: { not: null } },
    select: { id: true },
  })
  const stands = last
    .filter(({ kind, subjectId }) => kind !== 'agreement' || !closed.some(({ id }) => id === subjectId))
    .map(draftOf)
  const content = await loadPlanContent(tx, plan, nameOf)
  const fresh = planRowDrafts(content).filter(({ subjectId }) => added.has(subjectId))
  return keepVersion(tx, plan, adoption, inAgendaOrder(content, [...stands, ...fresh]))
}

function draftOf(row: FrozenRow): RowToKeep {
  const { kind, sectionKey, itemKey, subjectId, aboutMemberId, authorPersonId, isOwnWords } = row
  const place = { kind, sectionKey, itemKey: itemKey ?? '', subjectId, aboutMemberId, authorPersonId, isOwnWords }
  // What was frozen is what planRowDrafts made.
  return { ...place, content: row.content as unknown as PlanRowContent, quotes: row.quotes as unknown as Quote[] }
}

async function keepVersion(
  tx: Tx,
  { familyId, id: planId, version: last }: Plan,
  adoption: Adoption & { id: string },
  drafts: readonly RowToKeep[],
): Promise<PlanVersion> {
  const rows = drafts.map((draft, position) => ({
    ...draft,
    familyId,
    id: v7(),
    position,
    hash: hashOf(draft.content),
  }))
  const manifest = rows.map(({ id, hash }) => ({ id, hash }))
  const version = await tx.planVersion.create({
    data: { familyId, planId, number: last + 1, ...adoption, manifest, rootHash: hashOf(manifest) },
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
