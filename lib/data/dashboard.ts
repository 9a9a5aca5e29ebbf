import { agendaOf, latestAgenda } from '@/lib/domain/agendas/registry'
import { type Dashboard, type DashboardFacts, dashboardOf } from '@/lib/domain/dashboard'
import type { KeptAgreement, KeptGoal } from '@/lib/domain/dashboard-goals'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { DossierViewer } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { dossierFrame } from './dossier-frame'
import { ownTasks } from './own-tasks'

export interface DashboardPage {
  frame: DossierFrame
  dashboard: Dashboard
}

interface DoerRow {
  agreementId: string
  personId: string | null
  memberId: string | null
  networkPersonId: string | null
  /** Somebody of the network whom this viewer may know. */
  isKnown: boolean
}

type AgreementRow = Omit<KeptAgreement, 'isOwn' | 'goalIds' | 'doerIds'> & { byEveryone: boolean }

interface FactRow {
  goals: Omit<KeptGoal, 'evaluations' | 'reviews' | 'verdicts'>[]
  evaluations: (KeptGoal['evaluations'][number] & { goalId: string })[] | null
  reviews: (KeptGoal['reviews'][number] & { goalId: string })[] | null
  verdicts: (KeptGoal['verdicts'][number] & { goalId: string })[] | null
  agreements: AgreementRow[]
  links: { agreementId: string; goalId: string }[]
  doers: DoerRow[]
  topThree: DashboardFacts['topThree']
  provisionalSince: DashboardFacts['provisionalSince'] | null
  leaveRequests: DashboardFacts['leaveRequests'] | null
}

/**
 * The dashboard in two statements behind the gate, one more while people are invited to a meeting, and one for names when
 * something is late. The row policies leave out what is shielded, in every figure too.
 */
export async function dashboardPage(viewer: DossierViewer<Statements>): Promise<DashboardPage> {
  const frame = await dossierFrame(viewer)
  const facts = await dashboardFacts(viewer, frame)
  const dashboard = dashboardOf(frame, { ...facts, ownTasks: await ownTasks(viewer, frame.plans) })
  if (dashboard.overdue.length === 0) {
    return { frame, dashboard }
  }
  const names = await namesOfDoers(viewer)
  const overdue = dashboard.overdue.map((late) => ({
    ...late,
    who: late.doerIds.flatMap((id) => names.get(id) ?? []).join(', ') || late.who,
  }))
  return { frame, dashboard: { ...dashboard, overdue } }
}

/**
 * Each table is read once, and one that cannot hold anything yet not at all: the policies cost by table, not by row. A
 * TOP-3 is read from what was adopted last; results come from adopted plans. Goals and agreements may be in force before
 * their plan is adopted.
 */
async function dashboardFacts(
  viewer: DossierViewer<Statements>,
  { plans }: DossierFrame,
): Promise<Omit<DashboardFacts, 'ownTasks'>> {
  const adopted = plans.filter(({ version }) => version > 0)
  const ids = adopted.map(({ id }) => id)
  const all = plans.map(({ id }) => id)
  const isBeyondFirst = adopted.some(({ kind }) => kind !== 'gips1')
  const isProvisional = plans.some(({ state }) => state === 'provisional')
  const [row] = await viewer.tx.$queryRaw<FactRow[]>`
    with goals as materialized (select * from goal where adopted_at is not null and plan_id = any (${all}::uuid[])),
      agreements as materialized (
        select * from agreement
        where in_force_at is not null and dropped_at is null and plan_id = any (${all}::uuid[])),
      ticks as materialized (
        select distinct on (t.agreement_id, t.day) t.agreement_id, t.day, t.state
        from (
          select k.*, coalesce(k.for_day, (k.ticked_at at time zone 'Europe/Amsterdam')::date) as day
          from agreement_tick k where k.agreement_id in (select id from agreements where rhythm <> 'once')) t
        order by t.agreement_id, t.day, t.ticked_at desc, t.id desc)
    select
      (select coalesce(json_agg(json_build_object('id', g.id, 'planId', g.plan_id, 'kind', g.kind, 'text', g.text,
          'aboutMemberId', g.about_member_id, 'adoptedOn', (g.adopted_at at time zone 'Europe/Amsterdam')::date,
          'closedOn', (g.closed_at at time zone 'Europe/Amsterdam')::date, 'closedReason', g.closed_reason)
          order by array_position(${all}::uuid[], g.plan_id), g.position, g.id), '[]') from goals g) as goals,
      case when ${isBeyondFirst} then (
        select json_agg(json_build_object('goalId', e.goal_id, 'planId', e.plan_id, 'percent', e.percent)
          order by array_position(${ids}::uuid[], e.plan_id))
        from goal_evaluation e where e.plan_id = any (${ids}::uuid[]) and e.percent is not null) end as evaluations,
      case when ${isBeyondFirst} then (
        select json_agg(json_build_object('goalId', r.goal_id, 'planId', r.plan_id, 'result', r.result)
          order by array_position(${ids}::uuid[], r.plan_id))
        from goal_review r where r.plan_id = any (${ids}::uuid[]) and r.result is not null) end as reviews,
      case when ${isBeyondFirst} then (
        select json_agg(json_build_object('goalId', v.goal_id, 'planId', v.plan_id, 'isGoodEnough', v.is_good_enough))
        from goal_verdict v where v.plan_id = any (${ids}::uuid[]) and v.is_good_enough is not null) end as verdicts,
      (select coalesce(json_agg(json_build_object('id', a.id, 'text', a.text, 'dueOn', a.due_on, 'rhythm', a.rhythm,
          'rhythmUntil', a.rhythm_until, 'byEveryone', a.by_everyone, 'settledFor', case a.rhythm
            when 'once' then case when a.state = 'done' then a.due_on end
            else (select max(t.day) from ticks t where t.agreement_id = a.id and t.state = 'done') end)
          order by a.id), '[]') from agreements a) as agreements,
      (select coalesce(json_agg(json_build_object('agreementId', l.agreement_id, 'goalId', l.goal_id)), '[]')
        from agreement_goal l) as links,
      (select coalesce(json_agg(json_build_object('agreementId', d.agreement_id, 'personId', d.person_id,
          'memberId', d.member_id, 'networkPersonId', d.network_person_id,
          'isKnown', coalesce(d.network_person_id in (select id from network_person), false)) order by d.id), '[]')
        from agreement_doer d) as doers,
      (select coalesce(json_agg(json_build_object('planId', v.plan_id, 'aboutMemberId', r.about_member_id,
          'rank', r.content -> 'rank', 'concern', r.content ->> 'concern', 'reason', r.content ->> 'reason')), '[]')
        from frozen_rows(
            array(select v.id from plan_version v where (v.plan_id, v.number) in (
              select * from unnest(${ids}::uuid[], ${adopted.map(({ version }) => version)}::int[]))),
            ${topThreeKeys(adopted)}) r
          join plan_version v on v.id = r.plan_version_id
        where r.content ->> 'kind' = 'topThree') as "topThree",
      case when ${isProvisional} then (
        select json_agg(json_build_object('planId', p.id, 'on', (p.provisional_at at time zone 'Europe/Amsterdam')::date))
        from plan p where p.state = 'provisional' and p.provisional_at is not null) end as "provisionalSince",
      case when ${viewer.roles.includes('caseDirector')} then (
        select json_agg(json_build_object('personId', l.person_id,
          'name', (select o.name from dossier_people() o where o.person_id = l.person_id)) order by l.asked_at)
        from leave_request l where l.closed_at is null) end as "leaveRequests"`
  return factsOf(row, viewer)
}

/** The questions that hold a TOP-3. By their key the database finds the few rows before it asks who may see them. */
function topThreeKeys(plans: DossierFrame['plans']): string[] {
  const agendas = [...new Set(plans.map(({ kind }) => kind))].flatMap((kind) =>
    Array.from({ length: latestAgenda(kind).version }, (_, index) => agendaOf(kind, index + 1)),
  )
  const items = agendas.flatMap(({ sections }) => sections.flatMap((section) => section.items))
  return [...new Set(items.filter(({ kind }) => kind === 'topThree').map(({ key }) => key))]
}

function factsOf(row: FactRow | undefined, viewer: DossierViewer<Statements>): Omit<DashboardFacts, 'ownTasks'> {
  const { goals = [], agreements = [], links = [], doers = [], topThree = [] } = row ?? {}
  const ofGoal = (id: string) => (each: { goalId: string }) => each.goalId === id
  return {
    goals: goals.map((goal) => ({
      ...goal,
      evaluations: (row?.evaluations ?? []).filter(ofGoal(goal.id)),
      reviews: (row?.reviews ?? []).filter(ofGoal(goal.id)),
      verdicts: (row?.verdicts ?? []).filter(ofGoal(goal.id)),
    })),
    agreements: agreements.map((agreement) => {
      const own = doers.filter(({ agreementId }) => agreementId === agreement.id)
      return {
        ...agreement,
        isOwn: agreement.byEveryone || own.some((doer) => isViewer(doer, viewer)),
        goalIds: links.filter(({ agreementId }) => agreementId === agreement.id).map(({ goalId }) => goalId),
        doerIds: own.map(({ personId, memberId, networkPersonId }) => personId ?? memberId ?? networkPersonId ?? ''),
      }
    }),
    topThree,
    provisionalSince: row?.provisionalSince ?? [],
    leaveRequests: row?.leaveRequests ?? [],
  }
}

/** As own_agreements() in the database decides who may tick; here it only says whose it is. */
function isViewer({ personId, memberId, isKnown }: DoerRow, viewer: DossierViewer<Statements>): boolean {
  if (personId !== null) {
    return personId === viewer.personId
  }
  return memberId !== null ? memberId === viewer.memberId : isKnown && viewer.roles.includes('family')
}

async function namesOfDoers({ tx }: DossierViewer<Statements>): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select person_id as id, name from dossier_people()
    union all select id, split_part(first_names, ' ', 1) from family_member
    union all select id, name from dossier_network()`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
