-- Functions that let the app's role do more than any page asks for, made as narrow as their use.

-- As before, but a projector's pass counts in its own dossier only, not in the others of who opened it.
create or replace function account_person() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select l.person_id from audit_line l
      where l.id = nullif(current_setting('gips.line', true), '')::bigint
        and l.transaction = pg_current_xact_id_if_assigned() and l.family_id is not null and l.kind <> 'refusal'),
    (select person_id from session where id = viewer_session()),
    (select o.person_id from projector_pass o join person p on p.id = o.person_id
      where o.token_hash = decode(nullif(current_setting('gips.pass', true), ''), 'hex')
        and o.family_id = nullif(current_setting('gips.family', true), '')::uuid
        and o.revoked_at is null and o.expires_at > gips_now() and p.closed_at is null))
$$;

-- As before, but in a dossier only by who has a part in it, or had until a moment ago (a handover ends one's own role);
-- and of no other kind than reading and changing: logins and refusals have functions of their own.
create or replace function note_line(p_kind text, p_right text, p_subject text, p_detail jsonb, p_request text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := nullif(current_setting('gips.family', true), '')::uuid;
  me uuid := account_person();
  lately timestamptz := gips_now() - interval '1 second';
begin
  if p_kind not in ('read', 'change') or (fam is not null and not exists (
    select from team_membership m where m.family_id = fam and m.person_id = me and (m.until is null or m.until > lately)
    union all
    select from family_access a where a.family_id = fam and a.person_id = me and (a.until is null or a.until > lately)))
  then raise exception 'this account may not leave such a line here' using errcode = 'insufficient_privilege';
  end if;
  insert into audit_line (family_id, person_id, person_name, session_id, roles, kind, "right", subject, detail, request_id)
  select fam, p.id, p.name, viewer_session(), coalesce(roles_in(me, fam), '{}'), p_kind, p_right, p_subject, p_detail, p_request
  from person p where p.id = me;
end $$;

-- As before, but a line about a plan that is hidden from a family account does not say which plan it was about.
create or replace function dossier_trail(p_before bigint, p_limit int)
returns table (id bigint, at timestamptz, who text, organisation text, roles text[], kind text, "right" text, subject text)
language sql stable security definer set search_path = public, pg_temp as $$
  with v as (
    select viewer_is('caseDirector') as is_director, (
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
    and (v.is_director or l."right" <> 'access.manage')
  order by l.id desc limit least(p_limit, 200)
$$;
