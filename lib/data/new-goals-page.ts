import { v7 } from 'uuid'
import { z } from 'zod'
import { plainDateIn } from '@/lib/dates'
import { usualDueOn } from '@/lib/domain/agreement'
import type { GoalOrigin, NewGoalsPage, SafetyPlanNow } from '@/lib/domain/new-goals'
import { planSlug } from '@/lib/domain/plan-state'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { dossierFrame } from './dossier-frame'
import { ownGoalsDraft } from './goals-drafts'
import { membersOf, peopleWhoCanDo } from './meeting-people'
import { peopleOfDossier } from './names'

/**
 * What the form for new safety goals starts from, with ids of its own, so that sent twice it counts once. Throws `Refused`
 * for what is no extra assessment.
 */
export async function newGoalsPage(viewer: DossierViewer, id: string): Promise<NewGoalsPage> {
  demand(viewer, 'assessment.lead')
  const { tx, familyId, today } = viewer
  const isId = z.uuid().safeParse(id).success
  const row = isId ? await tx.safetyAssessment.findFirst({ where: { familyId, id, kind: 'extra' } }) : null
  if (!row) {
    throw new Refused('extra assessment')
  }
  return {
    frame: await dossierFrame(viewer),
    assessment: { id, closedOn: row.closedAt && plainDateIn(row.closedAt), conclusion: row.conclusion },
    measures: await measuresOf(viewer, id),
    plan: await safetyPlanNow(viewer),
    ids: { version: v7(), goal: v7(), agreement: v7() },
    own: await ownGoalsDraft(viewer, id),
    members: await membersOf(viewer),
    people: await peopleWhoCanDo(viewer),
    readers: await familyReaders(viewer),
    today,
    usualDueOn: usualDueOn('safety', today),
  }
}

/** How the safety plan stands: no version yet, in force, or in force and under revision. Null before it was begun. */
export async function safetyPlanNow({ tx, familyId }: DossierViewer): Promise<SafetyPlanNow | null> {
  const plan = await tx.plan.findFirst({ where: { familyId, kind: 'gips1' } })
  return plan && { slug: planSlug(plan), version: plan.version, isBeingRevised: plan.state !== 'definitive' }
}

/** The goals that this assessment brought, each with the version of the safety plan that came of it. */
export async function goalsFrom({ tx, familyId }: DossierViewer, assessmentId: string) {
  const rows = await tx.assessmentGoal.findMany({
    where: { familyId, assessmentId },
    select: { goalId: true, goal: { select: { text: true } }, planVersion: { select: { number: true } } },
    orderBy: { goalId: 'asc' },
  })
  return rows.map(({ goalId: id, goal: { text }, planVersion: { number: version } }) => ({ id, text, version }))
}

/** Which goals of a plan came from an extra assessment, for who may know of those: to the family none did. */
export async function goalOrigins({ tx, familyId }: DossierViewer, planId: string): Promise<GoalOrigin[]> {
  const rows = await tx.assessmentGoal.findMany({
    where: { familyId, goal: { planId } },
    select: { goalId: true, assessment: { select: { closedAt: true } } },
  })
  return rows.flatMap(({ goalId, assessment: { closedAt } }) =>
    closedAt ? [{ goalId, on: plainDateIn(closedAt) }] : [],
  )
}

async function measuresOf({ tx, familyId }: DossierViewer, assessmentId: string): Promise<string[]> {
  const rows = await tx.assessmentInvitee.findMany({ where: { familyId, assessmentId }, orderBy: { askedAt: 'asc' } })
  return rows.flatMap(({ directMeasures }) => (directMeasures?.trim() ? [directMeasures] : []))
}

/** Who of the family reads a new version as soon as it is there, less what is hidden from them. */
async function familyReaders({ tx, familyId, now }: DossierViewer): Promise<string[]> {
  const rows = await tx.familyAccess.findMany({
    where: { familyId, since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] },
    select: { personId: true },
  })
  const people = await peopleOfDossier(tx)
  return rows.flatMap(({ personId }) => people.find((each) => each.personId === personId)?.name ?? [])
}
