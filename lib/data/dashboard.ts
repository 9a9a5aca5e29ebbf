import type { PlanKind } from '@/lib/domain/agendas/agenda'
import { agendaOf, latestAgenda } from '@/lib/domain/agendas/registry'
import { type Dashboard, type DashboardFacts, dashboardOf, type TopThreeRow } from '@/lib/domain/dashboard'
import type { KeptAgreement, KeptGoal } from '@/lib/domain/dashboard-goals'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { PlanRowContent } from '@/lib/domain/plan-document'
import { PLAN_KINDS } from '@/lib/domain/plan-state'
import { type SeatTask, seatTask } from '@/lib/domain/seat-task'
import type { LookBacks } from '@/lib/domain/what-comes'
import type { AskedAtOnce, Entered } from '@/lib/gate'
import type { Statements } from '@/lib/statements'
import { askFrame, frameOf } from './dossier-frame'

export interface DashboardPage {
  frame: DossierFrame
  dashboard: Dashboard
}

interface OfPlan {
  planId: string
}

interface DoerRow {
  agreementId: string
  personId: string | null
  memberId: string | null
  networkPersonId: string | null
  /** As this viewer may know them; null for who is no longer in the dossier. */
  name: string | null
  isHidden: boolean | null
}

type OfGoal<T> = T & { goalId: string }
type AgreementRow = Omit<KeptAgreement, 'isOwn' | 'goalIds' | 'doers'>

/** A row of an adopted plan that the dashboard needs. */
interface KeptRow {
  planId: string
  aboutMemberId: string | null
  content: Extract<PlanRowContent, { kind: 'topThree' | 'futurePlan' }>
}

interface FactRow {
  goals: Omit<KeptGoal, 'evaluations' | 'reviews' | 'verdicts'>[]
  results: {
    evaluations: OfGoal<KeptGoal['evaluations'][number]>[] | null
    reviews: OfGoal<KeptGoal['reviews'][number]>[] | null
    verdicts: OfGoal<KeptGoal['verdicts'][number]>[] | null
  } | null
  agreements: AgreementRow[]
  links: { agreementId: string; goalId: string }[]
  doers: DoerRow[]
  kept: KeptRow[]
  signals: DashboardFacts['signals'] | null
  measurements: DashboardFacts['measurements'] | null
  provisionalSince: DashboardFacts['provisionalSince']
  leaveRequests: DashboardFacts['leaveRequests'] | null
  openSignals: DashboardFacts['openSignals'] | null
  ownTasks: SeatTask[] | null
  gone: Omit<DashboardFacts['gone'][number], 'agreementIds'>[] | null
}

/**
 * The questions that hold a TOP-3, or when case manager and family look back. By their key the database finds the few
 * rows before it asks who may see them.
 */
const KEPT_KEYS = [...new Set(PLAN_KINDS.flatMap(keptKeysOf))]

/**
 * The dashboard in two statements that travel together with the gate's, as one transaction. The row policies leave out what is
 * shielded, in every figure too.
 */
export const dashboardPage = { ask, make } satisfies AskedAtOnce<Found, DashboardPage>

type Found = Awaited<ReturnType<typeof ask>>

function ask(tx: Statements) {
  return Promise.all([askFrame(tx), askFacts(tx)])
}

function make(viewer: Entered, [frameRow, row]: Found): DashboardPage {
  const frame = frameOf(frameRow, viewer)
  return { frame, dashboard: dashboardOf(frame, factsOf(row, frame, viewer)) }
}

/**
 * Each table is read once, and one that cannot hold anything yet not at all: the policies cost by table, not by row, and also
 * where nothing is read, so what is seldom needed stands in functions (`goal_findings`, `own_tasks`). A TOP-3, and when case
 * manager and family look back, are read from what was adopted last. Goals and agreements may be in force before their plan is
 * adopted.
 */
async function askFacts(tx: Statements): Promise<FactRow | undefined> {
  const [row] = await tx.$queryRaw<FactRow[]>`
    with plans as materialized (select id, kind, state, version, provisional_at from plan),
      versions as materialized (
        select v.id, v.plan_id from plan_version v join plans p on p.id = v.plan_id and p.version = v.number),
      agreements as materialized (select * from agreement where in_force_at is not null and dropped_at is null),
      ticks as (
        select distinct on (t.agreement_id, t.day) t.agreement_id, t.day, t.state
        from (
          select k.*, coalesce(k.for_day, (k.ticked_at at time zone 'Europe/Amsterdam')::date) as day
          from agreement_tick k where k.agreement_id in (select id from agreements where rhythm <> 'once')) t
        order by t.agreement_id, t.day, t.ticked_at desc, t.id desc),
      settled as (select agreement_id, max(day) as day from ticks where state = 'done' group by agreement_id)
    select
      (select coalesce(json_agg(json_build_object('id', g.id, 'planId', g.plan_id, 'kind', g.kind, 'text', g.text,
          'aboutMemberId', g.about_member_id, 'adoptedOn', (g.adopted_at at time zone 'Europe/Amsterdam')::date,
          'closedOn', (g.closed_at at time zone 'Europe/Amsterdam')::date, 'closedReason', g.closed_reason,
          'isAdded', case when g.kind = 'safety' and g.closed_at is null and g.adopted_at > gips_now() - interval '15 days'
            then exists (select from plan_version v where v.plan_id = g.plan_id and v.adopted_at < g.adopted_at) else false end)
          order by g.position, g.id), '[]') from goal g where g.adopted_at is not null) as goals,
      case when exists (select from plans where version > 0 and kind <> 'gips1') then goal_findings() end as results,
      (select coalesce(json_agg(json_build_object('id', a.id, 'planId', a.plan_id, 'text', a.text, 'dueOn', a.due_on,
          'rhythm', a.rhythm, 'rhythmUntil', a.rhythm_until, 'byEveryone', a.by_everyone,
          'settledFor', case when a.rhythm <> 'once' then s.day when a.state = 'done' then a.due_on end) order by a.id), '[]')
        from agreements a left join settled s on s.agreement_id = a.id) as agreements,
      (select coalesce(json_agg(json_build_object('agreementId', l.agreement_id, 'goalId', l.goal_id)), '[]')
        from agreement_goal l) as links,
      (select coalesce(json_agg(json_build_object('agreementId', d.agreement_id, 'personId', d.person_id,
          'memberId', d.member_id, 'networkPersonId', d.network_person_id, 'name', n.name, 'isHidden', n.is_hidden)
          order by d.id), '[]')
        from agreement_doer d
          left join dossier_names() n on n.id = coalesce(d.person_id, d.member_id, d.network_person_id)) as doers,
      (select coalesce(json_agg(json_build_object('planId', v.plan_id, 'aboutMemberId', r.about_member_id,
          'content', r.content)), '[]')
        from frozen_rows(array(select id from versions), ${KEPT_KEYS}) r join versions v on v.id = r.plan_version_id
        where r.content ->> 'kind' in ('topThree', 'futurePlan')) as kept,
      (select json_agg(json_build_object('urgency', s.urgency, 'isClosed', s.state = 'closed',
          'on', (coalesce(s.happened_at, s.reported_at) at time zone 'Europe/Amsterdam')::date)) from safety_signal s) as signals,
      (select json_agg(json_build_object('on', m.measured_on, 'childId', m.child_id, 'current', m.current_safety,
          'lasting', m.lasting_safety)) from measurement m) as measurements,
      (select coalesce(json_agg(json_build_object(
          'planId', p.id, 'on', (p.provisional_at at time zone 'Europe/Amsterdam')::date)), '[]')
        from plans p where p.state = 'provisional' and p.provisional_at is not null) as "provisionalSince",
      case when (select viewer_is('caseDirector')) then (
        select json_agg(json_build_object('personId', l.person_id,
          'name', (select o.name from dossier_people() o where o.person_id = l.person_id)) order by l.asked_at)
        from leave_request l where l.closed_at is null) end as "leaveRequests",
      open_signals() as "openSignals",
      case when exists (select from plans where state in ('invited', 'meeting')) then (
        select json_agg(json_build_object('kind', o.kind, 'ordinal', o.ordinal, 'state', o.state,
          'agendaVersion', o.agenda_version, 'role', o.role, 'hasDraft', o.has_draft, 'hasScored', o.has_scored))
        from own_tasks() o) end as "ownTasks",
      case when (select viewer_is('caseDirector')) then (
        select json_agg(json_build_object('id', w.id, 'kind', w.kind, 'hasDied', w.has_died,
          'name', (select n.name from dossier_names() n where n.id = w.id))) from who_left() w) end as gone`
  return row
}

function keptKeysOf(kind: PlanKind): string[] {
  return Array.from({ length: latestAgenda(kind).version }, (_, index) => agendaOf(kind, index + 1))
    .flatMap(({ sections }) => sections.flatMap(({ items }) => items))
    .filter((item) => item.kind === 'topThree' || item.instrument === 'futurePlanEvaluations')
    .map(({ key }) => key)
}

function factsOf(row: FactRow | undefined, { plans }: DossierFrame, viewer: Entered): DashboardFacts {
  const { goals = [], agreements = [], links = [], doers = [], kept = [], provisionalSince = [] } = row ?? {}
  const adopted = plans.filter(({ version }) => version > 0)
  const ofGoal = <T extends OfPlan & { goalId: string }>(rows: readonly T[] | null | undefined, goal: { id: string }) =>
    inOrderOf(
      adopted,
      (rows ?? []).filter(({ goalId }) => goalId === goal.id),
    )
  return {
    goals: inOrderOf(plans, goals).map((goal) => ({
      ...goal,
      evaluations: ofGoal(row?.results?.evaluations, goal),
      reviews: ofGoal(row?.results?.reviews, goal),
      verdicts: ofGoal(row?.results?.verdicts, goal),
    })),
    agreements: agreements.map((agreement) => {
      const own = doers.filter(({ agreementId }) => agreementId === agreement.id)
      return {
        ...agreement,
        isOwn: agreement.byEveryone || own.some((doer) => isViewer(doer, viewer)),
        goalIds: links.filter(({ agreementId }) => agreementId === agreement.id).map(({ goalId }) => goalId),
        doers: own.flatMap(({ name }) => name ?? []),
      }
    }),
    topThree: kept.flatMap(topThreeIn),
    lookBacks: kept.flatMap(lookBacksIn).at(-1) ?? null,
    signals: row?.signals ?? [],
    measurements: row?.measurements ?? [],
    provisionalSince,
    leaveRequests: row?.leaveRequests ?? [],
    openSignals: row?.openSignals ?? { unseen: 0, seen: 0, views: 0 },
    ownTasks: (row?.ownTasks ?? []).flatMap(seatTask),
    gone: (row?.gone ?? []).map((who) => ({
      ...who,
      agreementIds: doers
        .filter(({ memberId, networkPersonId }) => [memberId, networkPersonId].includes(who.id))
        .map(({ agreementId }) => agreementId),
    })),
  }
}

function topThreeIn({ planId, aboutMemberId, content }: KeptRow): TopThreeRow[] {
  if (content.kind !== 'topThree') return []
  const { rank, concern, reason } = content
  return [{ planId, aboutMemberId, rank, concern, reason }]
}

function lookBacksIn({ content }: KeptRow): LookBacks[] {
  return content.kind === 'futurePlan' ? [{ firstOn: content.firstOn, secondOn: content.secondOn }] : []
}

/** What belongs to these plans, in their order; the rest is left out. */
function inOrderOf<T extends OfPlan>(plans: readonly { id: string }[], rows: readonly T[]): T[] {
  return plans.flatMap(({ id }) => rows.filter(({ planId }) => planId === id))
}

/** As own_agreements() in the database decides who may tick; here it only says whose it is. */
function isViewer({ personId, memberId, isHidden }: DoerRow, viewer: Entered): boolean {
  if (personId !== null) {
    return personId === viewer.personId
  }
  return memberId !== null ? memberId === viewer.memberId : isHidden === false && viewer.roles.includes('family')
}
