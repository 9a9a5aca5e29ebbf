import type { AgreementView, ChoiceView, ConcernView, DecisionView, GoalView } from '@/lib/domain/meeting-view'
import { typedScore } from '@/lib/domain/score'
import type { DossierViewer } from '@/lib/gate'
import { agreementValue, withDoersAndGoals } from './agreement-value'
import type { PlanInView } from './plans'

/** The concerns that still stand, in their order. */
export async function concernsOf({ tx, familyId }: DossierViewer, planId: string): Promise<ConcernView[]> {
  const rows = await tx.concern.findMany({
    where: { familyId, planId, removedAt: null },
    select: { id: true, text: true, harmfulEffect: true, aboutMemberId: true, isReported: true, version: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ harmfulEffect, ...row }) => ({ ...row, harmfulEffect: harmfulEffect ?? '' }))
}

export async function workOf(viewer: DossierViewer, plan: PlanInView) {
  const { tx, familyId } = viewer
  const where = { familyId, planId: plan.id }
  return {
    concerns: await concernsOf(viewer, plan.id),
    choices: await choicesOf(viewer, plan.id),
    decisions: (await tx.topThreeDecision.findMany({ where, orderBy: { rank: 'asc' } })).map(
      ({ rank, concernId, riskFactor, aboutMemberId, reason, harmfulEffect }): DecisionView => ({
        aboutMemberId,
        rank,
        concernId: concernId ?? riskFactor ?? '',
        reason,
        harmfulEffect,
      }),
    ),
    goals: await goalsOf(viewer, plan.id),
    agreements: await agreementsOf(viewer, plan.id),
  }
}

/** Own TOP-3s as the viewer may read them: what is shared, and the own draft, which stands before what was shared. */
async function choicesOf({ tx, familyId }: DossierViewer, planId: string): Promise<ChoiceView[]> {
  const rows = await tx.topThreeChoice.findMany({ where: { familyId, planId }, orderBy: { rank: 'asc' } })
  const keyOf = ({ personId, aboutMemberId }: (typeof rows)[number]) => `${personId} ${aboutMemberId}`
  const drafted = new Set(rows.filter(({ isDraft }) => isDraft).map(keyOf))
  return rows
    .filter((row) => row.isDraft || !drafted.has(keyOf(row)))
    .map(({ personId, aboutMemberId, rank, concernId, riskFactor, reason, isDraft }) => ({
      personId,
      aboutMemberId,
      rank,
      concernId: concernId ?? riskFactor ?? '',
      reason,
      isDraft,
    }))
}

async function goalsOf({ tx, familyId }: DossierViewer, planId: string): Promise<GoalView[]> {
  const rows = await tx.goal.findMany({ where: { familyId, planId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  return rows.map(
    ({ id, kind, text, expectedEffect, concernId, riskFactor, aboutMemberId, followsGoalId, version }) => ({
      id,
      kind,
      text,
      expectedEffect: typedScore(expectedEffect === null ? null : Number(expectedEffect)),
      concernId: concernId ?? riskFactor,
      aboutMemberId,
      followsGoalId,
      version,
    }),
  )
}

async function agreementsOf({ tx, familyId }: DossierViewer, planId: string): Promise<AgreementView[]> {
  const rows = await tx.agreement.findMany({
    where: { familyId, planId, droppedAt: null },
    include: withDoersAndGoals,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => {
    const { dueOn, until, ...value } = agreementValue(row)
    const isInForce = row.inForceAt !== null
    return { id: row.id, ...value, dueOn: dueOn ?? '', until: until ?? '', isInForce, version: row.version }
  })
}
