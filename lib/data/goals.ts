import type { GoalKind } from '@/lib/domain/goal'
import { judgeSave, type RowSaved, type SaveGoal } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { Goal } from '@/prisma/generated/client'
import { choiceColumns, choiceOf, demandChoice } from './choices'
import { demandMember } from './concerns'
import { demandEvaluated } from './goal-evaluations'
import { namesOfDossier } from './names'
import type { PlanInView } from './plans'
import { demandSubject } from './recovery-subjects'
import { demandRiskPartOpen } from './risk-part'
import { write } from './write'

export type GoalValue = Pick<SaveGoal, 'text' | 'expectedEffect' | 'concernId' | 'aboutMemberId'>

const GONE = 'Dit doel is intussen weggehaald. Ververs de pagina.'

/**
 * Keeps one goal of this plan under the id that the browser made. Its kind is one that the agenda asks for and never
 * changes, nor does the earlier goal that it carries on; a goal for a concern or risk factor is about whom that is about,
 * unless told otherwise. Expected effect 0–10.
 */
export async function saveGoal(
  viewer: DossierViewer,
  plan: PlanInView,
  goalId: string,
  { base, position, kind, followsGoalId = null, ...typed }: SaveGoal,
): Promise<RowSaved<GoalValue>> {
  demand(viewer, 'meeting.write', plan.facts)
  demandKind(plan, kind)
  if (kind === 'risk') {
    await demandRiskPartOpen(viewer, plan)
  }
  const value = await checkedValue(viewer, plan, typed)
  if (kind === 'recovery') demandSubject(plan, value.aboutMemberId)
  const row = await goalOf(viewer, plan, goalId)
  if (!row) {
    if (followsGoalId) await demandEvaluated(viewer, plan, followsGoalId, 'followsGoalId')
    await startGoal(viewer, plan, { goalId, kind, position, value, base, followsGoalId })
    return { outcome: 'saved', version: 1 }
  }
  if (row.kind !== kind) {
    throw new Refused('a goal of another kind')
  }
  const verdict = judgeSave({ version: row.version, value: goalValue(row) }, { base, value })
  if (verdict === 'same') {
    return { outcome: 'saved', version: row.version }
  }
  return verdict === 'conflict' || !(await overwrite(viewer, plan, row, value))
    ? conflict(viewer, plan, goalId, value)
    : { outcome: 'saved', version: row.version + 1 }
}

/**
 * Takes a goal out of a plan in the making. One that was adopted before stays: the case director closes it, with a
 * reason. Refuses with a UserError while agreements rest on it. A goal that is already gone is no error.
 */
export async function removeGoal(viewer: DossierViewer, plan: PlanInView, goalId: string): Promise<void> {
  demand(viewer, 'meeting.write', plan.facts)
  const row = await goalOf(viewer, plan, goalId)
  if (!row) {
    return
  }
  if (row.adoptedAt) {
    throw new UserError('Dit doel is al vastgesteld. De casusregisseur kan het afsluiten, met een reden.')
  }
  const { tx, familyId } = viewer
  if (
    await tx.agreementGoal.findFirst({
      where: { familyId, goalId, agreement: { droppedAt: null } },
      select: { goalId: true },
    })
  ) {
    throw new UserError('Bij dit doel staan nog afspraken. Haal die eerst weg, of zet ze bij een ander doel.')
  }
  await write(viewer, { right: 'meeting.write', subject: `goal ${goalId}`, detail: { isRemoved: true } }, async () => {
    await tx.agreementGoal.deleteMany({ where: { familyId, goalId } })
    await tx.goal.deleteMany({ where: { familyId, id: goalId, adoptedAt: null } })
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: goalId })
  })
}

function demandKind({ agenda }: PlanInView, kind: GoalKind): void {
  const asked = agenda.sections.flatMap(({ items }) => items.flatMap(({ goalKind }) => goalKind ?? []))
  if (!asked.includes(kind)) {
    throw new UserError('Dit soort doel hoort niet bij dit overleg.', 'kind')
  }
}

async function checkedValue(viewer: DossierViewer, plan: PlanInView, typed: GoalValue): Promise<GoalValue> {
  const { text, expectedEffect, concernId, aboutMemberId } = typed
  await demandMember(viewer, aboutMemberId)
  const concern = concernId && (await demandChoice(viewer, plan, concernId, 'concernId'))
  return { text, expectedEffect, concernId, aboutMemberId: aboutMemberId ?? (concern ? concern.aboutMemberId : null) }
}

interface Fresh {
  goalId: string
  kind: GoalKind
  position: number
  value: GoalValue
  base: number
  followsGoalId: string | null
}

async function startGoal(viewer: DossierViewer, plan: PlanInView, fresh: Fresh): Promise<void> {
  if (fresh.base > 0) {
    throw new UserError(GONE)
  }
  const { tx, familyId, personId } = viewer
  const { goalId, kind, position, value, followsGoalId } = fresh
  const line = { right: 'meeting.write', subject: `goal ${goalId}`, detail: { plan: plan.slug, version: 1 } } as const
  await write(viewer, line, async () => {
    const data = {
      familyId,
      id: goalId,
      planId: plan.id,
      kind,
      ...columnsOf(value),
      followsGoalId,
      position,
      authorPersonId: personId,
      version: 1,
    }
    const { count } = await tx.goal.createMany({ data, skipDuplicates: true })
    if (count === 0) {
      throw new Refused('goal of another plan')
    }
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: goalId, version: 1 })
  })
}

async function overwrite(viewer: DossierViewer, plan: PlanInView, row: Goal, value: GoalValue): Promise<boolean> {
  const { tx, familyId, personId } = viewer
  const version = row.version + 1
  const line = { right: 'meeting.write', subject: `goal ${row.id}`, detail: { plan: plan.slug, version } } as const
  return write(viewer, line, async () => {
    const { count } = await tx.goal.updateMany({
      where: { familyId, id: row.id, version: row.version },
      data: { ...columnsOf(value), version, authorPersonId: personId },
    })
    await announce(tx, { familyId, planId: plan.id, kind: 'list', key: row.id, version })
    return count === 1
  })
}

async function conflict(
  viewer: DossierViewer,
  plan: PlanInView,
  goalId: string,
  mine: GoalValue,
): Promise<RowSaved<GoalValue>> {
  const theirs = await goalOf(viewer, plan, goalId)
  if (!theirs) {
    throw new UserError(GONE)
  }
  const by = (await namesOfDossier(viewer.tx))(theirs.authorPersonId)
  return { outcome: 'conflict', mine, theirs: goalValue(theirs), version: theirs.version, by }
}

async function goalOf({ tx, familyId }: DossierViewer, plan: PlanInView, id: string): Promise<Goal | null> {
  return tx.goal.findFirst({ where: { familyId, id, planId: plan.id } })
}

function columnsOf({ concernId, ...value }: GoalValue) {
  return { ...value, ...choiceColumns(concernId) }
}

function goalValue({ text, expectedEffect, concernId, riskFactor, aboutMemberId }: Goal): GoalValue {
  return {
    text,
    expectedEffect: expectedEffect === null ? null : Number(expectedEffect),
    concernId: choiceOf({ concernId, riskFactor }),
    aboutMemberId,
  }
}
