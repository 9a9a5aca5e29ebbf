import type { Tx } from '@/lib/db'
import { type GoalOfPlan, goalsToEvaluate, goalsToReview } from '@/lib/domain/carried-goals'
import type { GivenPercentage } from '@/lib/domain/carried-views'
import type { ReviewResult } from '@/lib/domain/carried-words'
import type { PlanReference } from '@/lib/domain/plan-state'
import type { Statements } from '@/lib/statements'

interface Verdict {
  isGoodEnough: boolean | null
  reason: string
  closes: boolean
  version: number
}

/** A goal of an earlier plan with what meetings found of it, but for what each person gave. */
export interface CarriedGoal extends GoalOfPlan {
  text: string
  /** First name of whom it is about. */
  about: string | null
  /** What this plan's meeting found so far. */
  review: { result: ReviewResult | null; remark: string; closes: boolean; version: number } | null
  verdict: Verdict | null
  /** What each adopted GIPS 4 before found, with the percentages (0–100) that were given there. */
  earlier: { ordinal: number; isGoodEnough: boolean | null; percents: number[] }[]
}

export interface CarriedGoals {
  toReview: CarriedGoal[]
  toEvaluate: CarriedGoal[]
  /** Every goal of an earlier plan that still stands, of whatever kind. */
  standing: CarriedGoal[]
}

interface PlanOfGoals extends PlanReference {
  familyId: string
  id: string
}

interface CarriedRow {
  goals: (CarriedGoal & { isFound: boolean })[]
}

/**
 * The goals of earlier plans that this plan's meeting looks back at, in one statement; the row policies leave out what is
 * shielded. What people gave is read where it says something of a goal: of an earlier meeting's findings, and of a closed
 * goal whether this meeting still found something.
 */
export async function carriedGoals(
  tx: Statements,
  { familyId, id: planId, ...plan }: PlanOfGoals,
): Promise<CarriedGoals> {
  const [row] = await tx.$queryRaw<CarriedRow[]>`
    with verdicts as materialized (
        select v.*, p.ordinal, p.version as adopted
        from goal_verdict v join plan p on p.family_id = v.family_id and p.id = v.plan_id
        where v.family_id = ${familyId}::uuid)
    select
      (select coalesce(json_agg(json_build_object('id', g.id, 'kind', g.kind, 'text', g.text,
          'aboutMemberId', g.about_member_id, 'about', split_part(m.first_names, ' ', 1),
          'plan', json_build_object('kind', p.kind, 'ordinal', p.ordinal),
          'isAdopted', true, 'isClosed', g.closed_at is not null,
          'isFound', r.id is not null or v.id is not null or (g.closed_at is not null and exists (
            select from goal_evaluation e
            where e.family_id = ${familyId}::uuid and e.goal_id = g.id and e.plan_id = ${planId}::uuid)),
          'review', case when r.id is not null then json_build_object('result', r.result, 'remark', r.remark,
            'closes', r.closes, 'version', r.version) end,
          'verdict', case when v.id is not null then json_build_object('isGoodEnough', v.is_good_enough, 'reason', v.reason,
            'closes', v.closes, 'version', v.version) end,
          'earlier', (
            select coalesce(json_agg(json_build_object('ordinal', w.ordinal, 'isGoodEnough', w.is_good_enough,
              'percents', (select coalesce(json_agg(e.percent order by e.id), '[]') from goal_evaluation e
                where e.family_id = ${familyId}::uuid and e.goal_id = g.id and e.plan_id = w.plan_id and e.percent is not null)) order by w.ordinal), '[]')
            from verdicts w where w.goal_id = g.id and w.plan_id <> ${planId}::uuid and w.adopted > 0))
          order by g.created_at, g.position, g.id), '[]')
        from goal g
          join plan p on p.family_id = g.family_id and p.id = g.plan_id
          left join family_member m on m.family_id = g.family_id and m.id = g.about_member_id
          left join goal_review r on r.family_id = g.family_id and r.goal_id = g.id and r.plan_id = ${planId}::uuid
          left join verdicts v on v.goal_id = g.id and v.plan_id = ${planId}::uuid
        where g.family_id = ${familyId}::uuid and g.plan_id <> ${planId}::uuid and g.adopted_at is not null) as goals`
  const { goals = [] } = row ?? {}
  const found = new Set(goals.filter(({ isFound }) => isFound).map(({ id }) => id))
  return {
    toReview: goalsToReview(goals, plan, found),
    toEvaluate: goalsToEvaluate(goals, plan, found),
    standing: goals.filter(({ isClosed }) => !isClosed),
  }
}

export interface PercentageRow extends GivenPercentage {
  goalId: string
  /** Who gave it: an account, a family member or a network person. */
  giverId: string
}

/** What was given in this plan for these goals, by everyone or by one, as far as the row policies show it. */
export async function percentagesFor(
  tx: Statements,
  { familyId, id: planId }: Pick<PlanOfGoals, 'familyId' | 'id'>,
  goals: readonly { id: string }[],
  giverId: string | null = null,
): Promise<PercentageRow[]> {
  return tx.$queryRaw<PercentageRow[]>`
    select goal_id as "goalId", coalesce(person_id, member_id, network_person_id) as "giverId",
      coalesce(percent::text, '') as percent, remark, version
    from goal_evaluation
    where family_id = ${familyId}::uuid and plan_id = ${planId}::uuid and goal_id = any(${goals.map(({ id }) => id)}::uuid[])
      and (${giverId}::uuid is null or coalesce(person_id, member_id, network_person_id) = ${giverId}::uuid)
    order by id`
}

/** One goal as far as it matters whether a meeting looks back at it; null where this viewer sees none. */
export async function goalOfPlan(tx: Tx, familyId: string, id: string): Promise<GoalOfPlan | null> {
  const row = await tx.goal.findFirst({
    where: { familyId, id },
    select: {
      id: true,
      kind: true,
      aboutMemberId: true,
      adoptedAt: true,
      closedAt: true,
      plan: { select: { kind: true, ordinal: true } },
    },
  })
  return row && { ...row, isAdopted: row.adoptedAt !== null, isClosed: row.closedAt !== null }
}
