import { judgeSave, type RowSaved, type SaveConcern } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { DossierRight } from '@/lib/policy'
import type { Concern } from '@/prisma/generated/client'
import { namesOfDossier } from './names'
import type { PlanInView } from './plans'
import { demandSubject } from './recovery-subjects'
import { demandRiskPartOpen } from './risk-part'
import { write } from './write'

export type ConcernValue = Pick<SaveConcern, 'text' | 'harmfulEffect' | 'aboutMemberId'>

const GONE = 'Deze zorg is intussen weggehaald. Zet haar terug als u verder wilt schrijven.'

/**
 * Keeps one concern under the id that the browser made, so that sending it twice makes one. Concerns of the report
 * belong to the preparation and are the director's to write; those of the inventory are the meeting's. Throws a
 * UserError for a family member of another dossier and for a concern that was taken away.
 */
export async function saveConcern(
  viewer: DossierViewer,
  plan: PlanInView,
  concernId: string,
  { base, position, isReported, ...value }: SaveConcern,
): Promise<RowSaved<ConcernValue>> {
  demand(viewer, rightFor(isReported), plan.facts)
  if (!isReported) {
    await demandRiskPartOpen(viewer, plan)
  }
  await demandMember(viewer, value.aboutMemberId)
  if (!isReported && plan.kind === 'gips3') demandSubject(plan, value.aboutMemberId)
  const row =
    (await concernOf(viewer, plan, concernId)) ??
    (await start(viewer, plan, { concernId, isReported, position, value, base }))
  if (row === null) {
    return { outcome: 'saved', version: 1 }
  }
  if (row.isReported !== isReported) {
    throw new Refused('another list of concerns')
  }
  if (row.removedAt) {
    throw new UserError(GONE)
  }
  const verdict = judgeSave({ version: row.version, value: concernValue(row) }, { base, value })
  if (verdict === 'same') {
    return { outcome: 'saved', version: row.version }
  }
  return verdict === 'conflict' || !(await overwrite(viewer, plan, row, value))
    ? conflict(viewer, plan, concernId, value)
    : { outcome: 'saved', version: row.version + 1 }
}

/** Takes a concern away; nothing is lost, `restoreConcern` brings it back. Refuses one that choices or goals rest on. */
export async function removeConcern(viewer: DossierViewer, plan: PlanInView, concernId: string): Promise<void> {
  const row = await demandConcern(viewer, plan, concernId)
  await refuseInUse(viewer, concernId)
  await setRemoved(viewer, plan, row, viewer.now)
}

export async function restoreConcern(viewer: DossierViewer, plan: PlanInView, concernId: string): Promise<void> {
  await setRemoved(viewer, plan, await demandConcern(viewer, plan, concernId), null)
}

/** Puts concerns in this order; ids that are not of this plan are refused. */
export async function orderConcerns(viewer: DossierViewer, plan: PlanInView, ids: readonly string[]): Promise<void> {
  const { tx, familyId } = viewer
  const rows = await tx.concern.findMany({
    where: { familyId, planId: plan.id, id: { in: [...ids] } },
    select: { id: true, isReported: true },
  })
  if (rows.length !== new Set(ids).size) {
    throw new UserError('Een van deze zorgen is er niet (meer). Ververs de pagina.')
  }
  const right = rightFor(rows.some(({ isReported }) => isReported))
  demand(viewer, right, plan.facts)
  await write(viewer, { right, subject: 'concerns order', detail: { plan: plan.slug } }, async () => {
    await tx.$executeRaw`
      update concern set position = o.place from unnest(${[...ids]}::uuid[]) with ordinality as o(id, place)
      where concern.family_id = ${familyId}::uuid and concern.id = o.id`
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: 'concerns' })
  })
}

/** Throws a UserError at the field when this family member is not of the dossier. Null is the family as a whole. */
export async function demandMember({ tx, familyId }: DossierViewer, memberId: string | null): Promise<void> {
  if (memberId && !(await tx.familyMember.findFirst({ where: { familyId, id: memberId }, select: { id: true } }))) {
    throw new UserError('Dit gezinslid is er niet (meer). Ververs de pagina.', 'aboutMemberId')
  }
}

/** The concern with this id, when it stands in this plan and the viewer may see it; throws a UserError otherwise. */
export async function demandConcernOfPlan(
  viewer: DossierViewer,
  plan: PlanInView,
  concernId: string,
  field: string,
): Promise<Concern> {
  const row = await concernOf(viewer, plan, concernId)
  if (!row || row.removedAt) {
    throw new UserError('Deze zorg is er niet (meer). Ververs de pagina.', field)
  }
  return row
}

interface Fresh {
  concernId: string
  isReported: boolean
  position: number
  value: ConcernValue
  base: number
}

/** A new concern; null when it was made, the row when someone made it at the same moment. */
async function start(viewer: DossierViewer, plan: PlanInView, fresh: Fresh): Promise<Concern | null> {
  if (fresh.base > 0) {
    throw new UserError(GONE)
  }
  const { tx, familyId, personId } = viewer
  const { concernId, isReported, position, value } = fresh
  const line = { right: rightFor(isReported), subject: `concern ${concernId}`, detail: { plan: plan.slug, version: 1 } }
  const made = await write(viewer, line, async () => {
    const data = {
      familyId,
      id: concernId,
      planId: plan.id,
      ...value,
      isReported,
      position,
      authorPersonId: personId,
      version: 1,
    }
    const { count } = await tx.concern.createMany({ data, skipDuplicates: true })
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: concernId, version: 1 })
    return count
  })
  if (made > 0) {
    return null
  }
  const row = await concernOf(viewer, plan, concernId)
  if (!row) {
    throw new Refused('concern of another plan')
  }
  return row
}

async function overwrite(viewer: DossierViewer, plan: PlanInView, row: Concern, value: ConcernValue): Promise<boolean> {
  const { tx, familyId, personId } = viewer
  const version = row.version + 1
  const line = { right: rightFor(row.isReported), subject: `concern ${row.id}`, detail: { plan: plan.slug, version } }
  return write(viewer, line, async () => {
    const { count } = await tx.concern.updateMany({
      where: { familyId, id: row.id, version: row.version },
      data: { ...value, version, authorPersonId: personId },
    })
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: row.id, version })
    return count === 1
  })
}

async function conflict(
  viewer: DossierViewer,
  plan: PlanInView,
  concernId: string,
  mine: ConcernValue,
): Promise<RowSaved<ConcernValue>> {
  const theirs = await demandConcern(viewer, plan, concernId)
  const nameOf = await namesOfDossier(viewer.tx)
  return {
    outcome: 'conflict',
    mine,
    theirs: concernValue(theirs),
    version: theirs.version,
    by: nameOf(theirs.authorPersonId),
  }
}

async function setRemoved(
  viewer: DossierViewer,
  plan: PlanInView,
  row: Concern,
  removedAt: Date | null,
): Promise<void> {
  const { tx, familyId } = viewer
  const right = rightFor(row.isReported)
  demand(viewer, right, plan.facts)
  if ((row.removedAt === null) === (removedAt === null)) {
    return
  }
  const detail = { plan: plan.slug, isRemoved: removedAt !== null }
  await write(viewer, { right, subject: `concern ${row.id}`, detail }, async () => {
    await tx.concern.updateMany({ where: { familyId, id: row.id }, data: { removedAt } })
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: row.id })
  })
}

async function refuseInUse({ tx, familyId }: DossierViewer, concernId: string): Promise<void> {
  const where = { familyId, concernId }
  if (await tx.topThreeDecision.findFirst({ where, select: { id: true } })) {
    throw new UserError('Deze zorg staat in de TOP-3. Haal haar daar eerst weg.')
  }
  if (await tx.goal.findFirst({ where, select: { id: true } })) {
    throw new UserError('Bij deze zorg staat een doel. Haal dat eerst weg.')
  }
  if (await tx.topThreeChoice.findFirst({ where: { ...where, isDraft: false }, select: { id: true } })) {
    throw new UserError('Iemand heeft deze zorg in de eigen TOP-3 staan. Haal haar daar eerst weg.')
  }
}

async function demandConcern(viewer: DossierViewer, plan: PlanInView, concernId: string): Promise<Concern> {
  const row = await concernOf(viewer, plan, concernId)
  if (!row) {
    throw new Refused(`concern ${concernId}`)
  }
  return row
}

async function concernOf({ tx, familyId }: DossierViewer, plan: PlanInView, id: string): Promise<Concern | null> {
  return tx.concern.findFirst({ where: { familyId, id, planId: plan.id } })
}

function concernValue({ text, harmfulEffect, aboutMemberId }: Concern): ConcernValue {
  return { text, harmfulEffect: harmfulEffect ?? '', aboutMemberId }
}

function rightFor(isReported: boolean): DossierRight {
  return isReported ? 'preparation.write' : 'meeting.write'
}
