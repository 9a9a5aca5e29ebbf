-- As before, and a family account reads nothing in the trail of what came since and is the team's: that something was measured,
-- that an issue stands in the way, that professionals met. Nor who else was asked to a meeting: whether the other parent comes is
-- for the case director to tell, as no calendar tells it.
create or replace function dossier_trail(p_before bigint, p_limit int)
returns table (id bigint, at timestamptz, who text, organisation text, roles text[], kind text, "right" text, subject text)
language sql stable security definer set search_path = public, pg_temp as $$
  with v as (
    select viewer_is('caseDirector') as is_director, viewer_person() as me, (
      select '\m(' || string_agg(
          'gips-' || right(p.kind::text, 1) || case when p.ordinal > 1 then '-' || p.ordinal else '' end, '|') || ')(?![-0-9])'
      from plan p where p.id in (select hidden_plans())) as hidden),
  lines as (
    select l.*, nullif(concat_ws(' ', l.subject, l.detail ->> 'plan'), '') as about from audit_line l
    where l.family_id = (select entered_family()))
  select l.id, l.at, case when v.is_director then l.person_name end, o.organisation, l.roles, l.kind, l."right",
    case when v.hidden is null or l.about !~ v.hidden then l.about end
  from v, lines l left join dossier_people() o on o.person_id = l.person_id
  where viewer_is('caseDirector', 'family') and (p_before is null or l.id < p_before)
    and (v.is_director or (
      l."right" not in ('access.manage', 'team.leave', 'agreement.putInForce', 'agreement.close', 'progress.write')
      and l."right" !~ '^(signal|assessment\.|measurements\.|issues\.)'
      and (l."right" !~ '^invitation' or l.person_id = v.me)))
  order by l.id desc limit least(p_limit, 200)
$$;
