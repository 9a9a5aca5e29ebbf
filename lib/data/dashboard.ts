import { type Dashboard, type DashboardFacts, dashboardOf } from '@/lib/domain/dashboard'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { DossierViewer } from '@/lib/gate'
import { dossierFrame } from './dossier-frame'

export interface DashboardPage {
  frame: DossierFrame
  dashboard: Dashboard
}

/** The dashboard in two statements behind the gate; the row policies leave out what is shielded, in every figure too. */
export async function dashboardPage(viewer: DossierViewer): Promise<DashboardPage> {
  const frame = await dossierFrame(viewer)
  return { frame, dashboard: dashboardOf(frame, await dashboardFacts(viewer)) }
}

/** A TOP-3 is read from what was adopted last; goals and results come from adopted plans that the viewer may see. */
async function dashboardFacts({ tx, today }: DossierViewer): Promise<DashboardFacts> {
  const [row] = await tx.$queryRaw<DashboardFacts[]>`
    with adopted as materialized (select family_id, id, kind, ordinal, version from plan where version > 0),
      people as materialized (select person_id, name from dossier_people())
    select
      (select coalesce(json_agg(json_build_object('id', g.id, 'planId', g.plan_id, 'kind', g.kind, 'text', g.text,
          'aboutMemberId', g.about_member_id, 'adoptedOn', (g.adopted_at at time zone 'Europe/Amsterdam')::date,
          'closedOn', (g.closed_at at time zone 'Europe/Amsterdam')::date, 'closedReason', g.closed_reason,
          'evaluations', (select coalesce(json_agg(json_build_object('planId', e.plan_id, 'percent', e.percent)
              order by a.kind, a.ordinal), '[]')
            from goal_evaluation e join adopted a on a.id = e.plan_id where e.family_id = g.family_id and e.goal_id = g.id),
          'reviews', (select coalesce(json_agg(json_build_object('planId', r.plan_id, 'result', r.result)
              order by a.kind, a.ordinal), '[]')
            from goal_review r join adopted a on a.id = r.plan_id where r.family_id = g.family_id and r.goal_id = g.id),
          'verdicts', (select coalesce(json_agg(json_build_object('planId', v.plan_id, 'isGoodEnough', v.is_good_enough)), '[]')
            from goal_verdict v join adopted a on a.id = v.plan_id where v.family_id = g.family_id and v.goal_id = g.id))
          order by p.kind, p.ordinal, g.position, g.id), '[]')
        from goal g join adopted p on p.id = g.plan_id where g.adopted_at is not null) as goals,
      (select coalesce(json_agg(json_build_object('id', t.id, 'text', a.text, 'dueOn', t.due_on, 'rhythm', t.rhythm,
          'rhythmUntil', t.rhythm_until, 'settledFor', t.settled_for, 'isOwn', t.is_own,
          'goalIds', (select coalesce(json_agg(l.goal_id), '[]') from agreement_goal l
            where l.family_id = a.family_id and l.agreement_id = a.id),
          'doers', case when a.by_everyone then '["iedereen"]' when t.due_on < ${today}::date then (
            select coalesce(json_agg(coalesce(o.name, split_part(m.first_names, ' ', 1), n.name) order by d.id), '[]')
            from agreement_doer d
            left join people o on o.person_id = d.person_id
            left join family_member m on m.family_id = d.family_id and m.id = d.member_id
            left join network_person n on n.family_id = d.family_id and n.id = d.network_person_id
            where d.family_id = a.family_id and d.agreement_id = a.id) else '[]' end) order by a.id), '[]')
        from agreement_times() t join agreement a on a.id = t.id) as agreements,
      (select coalesce(json_agg(json_build_object('planId', p.id, 'aboutMemberId', r.about_member_id,
          'rank', r.content -> 'rank', 'concern', r.content ->> 'concern', 'reason', r.content ->> 'reason')), '[]')
        from adopted p
        join plan_version v on v.family_id = p.family_id and v.plan_id = p.id and v.number = p.version
        join frozen_row r on r.family_id = v.family_id and r.plan_version_id = v.id
        where r.kind = 'topThree' and r.content ->> 'kind' = 'topThree') as "topThree",
      (select coalesce(json_agg(json_build_object('planId', p.id,
          'on', (p.provisional_at at time zone 'Europe/Amsterdam')::date)), '[]')
        from plan p where p.state = 'provisional' and p.provisional_at is not null) as "provisionalSince"`
  return row ?? { goals: [], agreements: [], topThree: [], provisionalSince: [] }
}
