import { v5 } from 'uuid'
import type { SaveOwnPercentage, SavePercentage, SaveVerdict } from '@/lib/domain/carried-forms'
import { goalsToEvaluate } from '@/lib/domain/carried-goals'
import type { RowSaved, Someone } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { goalOfPlan } from './carried-rows'
import type { PlanInView } from './plans'
import { demandScorer, scorerOf } from './scorers'
import { demandUnsettled, keepRow } from './versioned-row'

export type PercentageValue = Pick<SavePercentage, 'percent' | 'remark'>
export type VerdictValue = Pick<SaveVerdict, 'isGoodEnough' | 'reason' | 'closes'>

/**
 * Keeps how far one participant finds one goal reached (whole percent, 0–100) and why; family, network and professionals
 * count alike, the neutral chair gives none (GIPS §3.5.5). What the family and its network give beforehand is the case
 * director's to write; who takes the notes writes for whoever sits at the table. Throws a UserError for a goal that this
 * meeting does not evaluate, and at the field for who takes no part.
 */
export async function savePercentage(
  viewer: DossierViewer,
  plan: PlanInView,
  { goalId, who, base, after, ...value }: SavePercentage,
): Promise<RowSaved<PercentageValue>> {
  const right = await demandScorer(viewer, plan, who)
  await demandEvaluated(viewer, plan, goalId)
  const { tx, familyId, personId } = viewer
  const key = { familyId, goalId, planId: plan.id, ...columnsOf(who) }
  return keepRow(
    viewer,
    plan,
    { base, value, after },
    {
      line: { right, subject: `percentage for goal ${goalId}` },
      start: () =>
        tx.goalEvaluation.createMany({
          data: { ...key, id: v5(`${goalId}|${who.kind}:${who.id}`, plan.id) },
          skipDuplicates: true,
        }),
      lock: async () => {
        await tx.$queryRaw`select 1 from goal_evaluation where family_id = ${familyId}::uuid
          and goal_id = ${goalId}::uuid and plan_id = ${plan.id}::uuid
          and ${who.id}::uuid in (person_id, member_id, network_person_id) for update`
        const row = await tx.goalEvaluation.findFirst({ where: key })
        return row && { ...row, value: { percent: row.percent, remark: row.remark } }
      },
      overwrite: (id, version) =>
        tx.goalEvaluation.updateMany({
          where: { familyId, id, version },
          data: { ...value, version: version + 1, authorPersonId: personId },
        }),
    },
  )
}

/**
 * Keeps what the viewer finds of one goal, from their own seat and in their own name: in the same row as the table's, with
 * its versions and conflicts. Throws as `savePercentage` does, and for who is not on the list of who is there.
 */
export async function saveOwnPercentage(
  viewer: DossierViewer,
  plan: PlanInView,
  input: SaveOwnPercentage,
): Promise<RowSaved<PercentageValue>> {
  demand(viewer, 'scores.own', plan.facts)
  return savePercentage(viewer, plan, { ...input, who: scorerOf(viewer) })
}

/**
 * Keeps whether the result of a goal is good enough, and whether the goal is done with. It closes nothing: that happens
 * when the case director adopts the plan. Throws a UserError for a goal that this meeting does not evaluate.
 */
export async function saveVerdict(
  viewer: DossierViewer,
  plan: PlanInView,
  goalId: string,
  { base, after, ...value }: SaveVerdict,
): Promise<RowSaved<VerdictValue>> {
  demand(viewer, 'meeting.write', plan.facts)
  await demandEvaluated(viewer, plan, goalId)
  const { tx, familyId, personId } = viewer
  const key = { familyId, goalId, planId: plan.id }
  return keepRow(
    viewer,
    plan,
    { base, value, after },
    {
      line: { right: 'meeting.write', subject: `verdict on goal ${goalId}` },
      start: () =>
        tx.goalVerdict.createMany({ data: { ...key, id: v5(`verdict ${goalId}`, plan.id) }, skipDuplicates: true }),
      lock: async () => {
        await tx.$queryRaw`select 1 from goal_verdict
          where family_id = ${familyId}::uuid and goal_id = ${goalId}::uuid and plan_id = ${plan.id}::uuid for update`
        const row = await tx.goalVerdict.findFirst({ where: key })
        return row && { ...row, value: { isGoodEnough: row.isGoodEnough, reason: row.reason, closes: row.closes } }
      },
      overwrite: (id, version) =>
        tx.goalVerdict.updateMany({
          where: { familyId, id, version },
          data: { ...value, version: version + 1, authorPersonId: personId },
        }),
    },
  )
}

/** Throws a UserError, at `field` where one is named, for a goal that this meeting does not evaluate. */
export async function demandEvaluated(
  { tx, familyId }: DossierViewer,
  plan: PlanInView,
  goalId: string,
  field?: string,
): Promise<void> {
  demandUnsettled(plan)
  const goal = await goalOfPlan(tx, familyId, goalId)
  if (!goal || goalsToEvaluate([goal], plan).length === 0) {
    throw new UserError('Dit doel staat niet (meer) in de evaluatie. Ververs de pagina.', field)
  }
}

function columnsOf({ kind, id }: Someone) {
  return {
    personId: kind === 'person' ? id : null,
    memberId: kind === 'member' ? id : null,
    networkPersonId: kind === 'network' ? id : null,
  }
}
