-- The trail also tells of which plan a change was, where the line keeps that beside its subject. A family account does
-- not read when its director changed who may see what: a line about a shield would say that there is one.
create or replace function dossier_trail(p_before bigint, p_limit int)
returns table (id bigint, at timestamptz, who text, organisation text, roles text[], kind text, "right" text, subject text)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.at, case when viewer_is('caseDirector') then l.person_name end, o.organisation, l.roles, l.kind, l."right",
    nullif(concat_ws(' ', l.subject, l.detail ->> 'plan'), '')
  from audit_line l left join dossier_people() o on o.person_id = l.person_id
  where l.family_id = entered_family() and viewer_is('caseDirector', 'family') and (p_before is null or l.id < p_before)
    and (viewer_is('caseDirector') or l."right" <> 'access.manage')
  order by l.id desc limit least(p_limit, 200)
$$;
