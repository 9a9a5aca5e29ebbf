import type { AgreementView, ChoiceView, ConcernView, DecisionView, GoalView } from '@/lib/domain/meeting-view'
import { typedScore } from '@/lib/domain/score'
import { asksTopThree } from '@/lib/domain/top-three-draft'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { type AgreementValue, inOrder } from './agreement-value'
import type { PlanInView } from './plans'

type Viewer = DossierViewer<Statements>

/** The concerns that still stand, in their order. */
export async function concernsOf({ tx, familyId }: Viewer, planId: string): Promise<ConcernView[]> {
  return tx.$queryRaw<ConcernView[]>`
    select id, text, coalesce(harmful_effect, '') as "harmfulEffect", about_member_id as "aboutMemberId",
      is_reported as "isReported", version
    from concern
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid and removed_at is null
    order by position, id`
}

/** What this meeting works out; a TOP-3 only where the agenda asks for one. */
export async function workOf(viewer: Viewer, plan: Pick<PlanInView, 'id' | 'agenda'>) {
  const hasTopThree = asksTopThree(plan.agenda)
  const [concerns, choices, decisions, goals, agreements] = await Promise.all([
    concernsOf(viewer, plan.id),
    hasTopThree ? choicesOf(viewer, plan.id) : [],
    hasTopThree ? decisionsOf(viewer, plan.id) : [],
    goalsOf(viewer, plan.id),
    agreementsOf(viewer, plan.id),
  ])
  return { concerns, choices, decisions, goals, agreements }
}

/** Own TOP-3s as the viewer may read them: what is shared, and the own draft, which stands before what was shared. */
async function choicesOf({ tx, familyId }: Viewer, planId: string): Promise<ChoiceView[]> {
  const rows = await tx.$queryRaw<ChoiceView[]>`
    select person_id as "personId", about_member_id as "aboutMemberId", rank,
      coalesce(concern_id::text, risk_factor, '') as "concernId", reason, is_draft as "isDraft"
    from top_three_choice
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid
    order by rank`
  const keyOf = ({ personId, aboutMemberId }: ChoiceView) => `${personId} ${aboutMemberId}`
  const drafted = new Set(rows.filter(({ isDraft }) => isDraft).map(keyOf))
  return rows.filter((row) => row.isDraft || !drafted.has(keyOf(row)))
}

async function decisionsOf({ tx, familyId }: Viewer, planId: string): Promise<DecisionView[]> {
  return tx.$queryRaw<DecisionView[]>`
    select about_member_id as "aboutMemberId", rank, coalesce(concern_id::text, risk_factor, '') as "concernId", reason,
      harmful_effect as "harmfulEffect"
    from top_three_decision
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid
    order by rank`
}

async function goalsOf({ tx, familyId }: Viewer, planId: string): Promise<GoalView[]> {
  const rows = await tx.$queryRaw<(Omit<GoalView, 'expectedEffect'> & { expectedEffect: string | null })[]>`
    select id, kind, text, expected_effect::text as "expectedEffect", coalesce(concern_id::text, risk_factor) as "concernId",
      about_member_id as "aboutMemberId", follows_goal_id as "followsGoalId", version
    from goal
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid
    order by position, id`
  return rows.map(({ expectedEffect, ...row }) => ({
    ...row,
    expectedEffect: typedScore(expectedEffect === null ? null : Number(expectedEffect)),
  }))
}

type AgreementRow = AgreementValue & Pick<AgreementView, 'id' | 'isInForce' | 'version'>

async function agreementsOf({ tx, familyId }: Viewer, planId: string): Promise<AgreementView[]> {
  const rows = await tx.$queryRaw<AgreementRow[]>`
    select id, text, by_everyone as "byEveryone", rhythm, due_on::text as "dueOn", rhythm_until::text as until,
      in_force_at is not null as "isInForce", version,
      (select coalesce(json_agg(json_build_object('id', coalesce(d.person_id, d.member_id, d.network_person_id),
          'kind', case when d.person_id is not null then 'person' when d.member_id is not null then 'member'
            else 'network' end)), '[]')
        from agreement_doer d where d.family_id = a.family_id and d.agreement_id = a.id) as doers,
      (select coalesce(json_agg(l.goal_id), '[]')
        from agreement_goal l where l.family_id = a.family_id and l.agreement_id = a.id) as "goalIds"
    from agreement a
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid and dropped_at is null
    order by position, id`
  return rows.map(({ id, isInForce, version, ...row }) => {
    const { dueOn, until, ...value } = inOrder(row)
    return { id, ...value, dueOn: dueOn ?? '', until: until ?? '', isInForce, version }
  })
}
