import { v5 } from 'uuid'
import { judgeSave, type RowSaved } from '@/lib/domain/meeting-forms'
import {
  asksRiskAssessment,
  type RiskMarks,
  type RiskPlace,
  type RiskView,
  riskPlaces,
  soundMarks,
} from '@/lib/domain/risk-assessment'
import { RISK_GROUPS } from '@/lib/domain/risk-factors'
import type { SaveRiskMarks } from '@/lib/domain/risk-forms'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { Statements } from '@/lib/statements'
import type { RiskFactorRating } from '@/prisma/generated/client'
import { demandMember } from './concerns'
import { membersOf } from './meeting-people'
import { namesOfDossier } from './names'
import type { PlanInView } from './plans'
import { write } from './write'

type RatingRow = Omit<RiskFactorRating, 'familyId' | 'planId' | 'stillUnsafe' | 'authorPersonId'>

/** A rating's id follows from its plan and factor: two browsers that start the same one meet in one row. */
export function riskIdOf(planId: string, key: string): string {
  return v5(`risk ${key}`, planId)
}

/**
 * Every risk factor of this plan's risk assessment in the order of the form, with what was said so far and this viewer
 * may see; empty for a plan that asks for none. What is hidden looks like what nobody filled in.
 */
export async function risksOf(viewer: DossierViewer<Statements>, plan: PlanInView): Promise<RiskView[]> {
  if (!asksRiskAssessment(plan.agenda)) {
    return []
  }
  const { tx, familyId } = viewer
  const [rows, places] = await Promise.all([
    tx.$queryRaw<RatingRow[]>`
      select id, factor, presence, is_crucial as "isCrucial", is_changeable as "isChangeable",
        about_member_id as "aboutMemberId", version, facts, facts_version as "factsVersion", facts_saved_at as "factsSavedAt"
      from risk_factor_rating
      where family_id = ${familyId}::uuid and plan_id = ${plan.id}::uuid`,
    placesOf(viewer),
  ])
  const byKey = new Map(rows.map((row) => [row.factor, row]))
  return places.map((place) => viewOf(plan.id, place, byKey.get(place.key)))
}

/**
 * Keeps the marks of one risk factor: whether it plays a part, is crucial, can be changed, and about whom it is. What
 * plays no part is neither crucial nor changeable. Throws `Refused` for what is no factor of this plan or not the viewer's
 * to write, and a `UserError` for a family member of another dossier.
 */
export async function saveRiskMarks(
  viewer: DossierViewer,
  plan: PlanInView,
  riskId: string,
  { base, after, ...marks }: SaveRiskMarks,
): Promise<RowSaved<RiskMarks>> {
  demand(viewer, 'meeting.write', plan.facts)
  const place = await demandRisk(viewer, plan, riskId)
  await demandMember(viewer, marks.aboutMemberId)
  const value = soundMarks({ ...marks, aboutMemberId: place.childId ?? marks.aboutMemberId })
  const row = await lockRisk(viewer, plan, place)
  const verdict = judgeSave({ version: row.version, value: marksOf(row) }, { base, value, after })
  if (verdict === 'same') {
    return { outcome: 'saved', version: row.version }
  }
  if (verdict === 'conflict') {
    const by = (await namesOfDossier(viewer.tx))(row.authorPersonId)
    return { outcome: 'conflict', mine: value, theirs: marksOf(row), version: row.version, by }
  }
  await overwrite(viewer, plan, row, value)
  return { outcome: 'saved', version: row.version + 1 }
}

/** The factor with this id of this plan's risk assessment. Throws `Refused` for any other id. */
export async function demandRisk(viewer: DossierViewer, plan: PlanInView, riskId: string): Promise<RiskPlace> {
  const places = asksRiskAssessment(plan.agenda) ? await placesOf(viewer) : []
  const place = places.find(({ key }) => riskIdOf(plan.id, key) === riskId)
  if (!place) {
    throw new Refused('no risk factor')
  }
  return place
}

/** The rating as it stands, nothing said at version 0 for the first, held until this transaction ends. */
export async function lockRisk(
  viewer: DossierViewer,
  plan: PlanInView,
  { key, childId }: RiskPlace,
): Promise<RiskFactorRating> {
  const { tx, familyId, personId } = viewer
  const id = riskIdOf(plan.id, key)
  const place = { planId: plan.id, factor: key, aboutMemberId: childId, authorPersonId: personId }
  await tx.riskFactorRating.createMany({ data: { familyId, id, ...place }, skipDuplicates: true })
  await tx.$queryRaw`select 1 from risk_factor_rating where family_id = ${familyId}::uuid and id = ${id}::uuid for update`
  const row = await tx.riskFactorRating.findFirst({ where: { familyId, planId: plan.id, factor: key } })
  if (!row) {
    throw new Refused('hidden risk factor')
  }
  return row
}

async function overwrite(
  viewer: DossierViewer,
  plan: PlanInView,
  row: RiskFactorRating,
  value: RiskMarks,
): Promise<void> {
  const { tx, familyId, personId } = viewer
  const version = row.version + 1
  const line = { right: 'meeting.write', subject: `risk ${row.factor}`, detail: { plan: plan.slug, version } } as const
  await write(viewer, line, async () => {
    await tx.riskFactorRating.updateMany({
      where: { familyId, id: row.id, version: row.version },
      data: { ...value, version, authorPersonId: personId },
    })
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: row.id, version })
  })
}

async function placesOf(viewer: DossierViewer<Statements>): Promise<RiskPlace[]> {
  return riskPlaces((await membersOf(viewer)).filter(({ isChild }) => isChild))
}

function viewOf(planId: string, { key, name, factor, childId }: RiskPlace, row?: RatingRow): RiskView {
  return {
    id: row?.id ?? riskIdOf(planId, key),
    key,
    name,
    guide: factor.guide,
    group: RISK_GROUPS.find(({ factors }) => factors.includes(factor))?.title ?? '',
    childId,
    presence: row?.presence ?? null,
    isCrucial: row?.isCrucial ?? false,
    isChangeable: row?.isChangeable ?? false,
    aboutMemberId: row?.aboutMemberId ?? childId,
    version: row?.version ?? 0,
    facts: row?.facts ?? '',
    factsVersion: row?.factsVersion ?? 0,
    factsSavedAt: row?.factsSavedAt?.toISOString() ?? null,
  }
}

function marksOf({ presence, isCrucial, isChangeable, aboutMemberId }: RiskFactorRating): RiskMarks {
  return { presence, isCrucial, isChangeable, aboutMemberId }
}
