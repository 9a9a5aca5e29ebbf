-- The gate, and the functions from which the row policies derive who is looking. A transaction carries two settings:
-- gips.session (the hash of the session's token, which only the cookie's holder can know) and gips.family. Roles are
-- never set: they are read from the rows of team_membership and family_access each time.

create function viewer_session() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select s.id from session s join person p on p.id = s.person_id
  where s.token_hash = decode(nullif(current_setting('gips.session', true), ''), 'hex')
    and s.ended_at is null and p.closed_at is null
    and s.last_seen_at > gips_now() - interval '30 minutes' and s.created_at > gips_now() - interval '12 hours'
$$;

-- The account behind the session or the projector's pass.
create function account_person() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select person_id from session where id = viewer_session()),
    (select o.person_id from projector_pass o join person p on p.id = o.person_id
      where o.token_hash = decode(nullif(current_setting('gips.pass', true), ''), 'hex')
        and o.revoked_at is null and o.expires_at > gips_now() and p.closed_at is null))
$$;

-- Only a session writes, and only in its own name: a projector's pass and a look through another's eyes read.
create function may_write() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select viewer_session() is not null and nullif(current_setting('gips.view_as', true), '') is null
$$;

-- The roles of one person in one dossier now; empty for who has none, and for a family account while the whole dossier
-- is shielded from it. A deputy has the director's rights (GIPS §3.2).
create function roles_in(p_person uuid, p_family uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select distinct case when m.role = 'deputy' then 'caseDirector' else m.role::text end
    from team_membership m
    where m.family_id = p_family and m.person_id = p_person
      and m.since <= gips_now() and (m.until is null or m.until > gips_now())
    union
    select 'family' from family_access a
    where a.family_id = p_family and a.person_id = p_person
      and a.since <= gips_now() and (a.until is null or a.until > gips_now())
      and not exists (
        select from shield s where s.family_id = p_family and s.subject = 'dossier'
          and (s.audience = 'allFamily' or (s.audience = 'account' and s.person_id = p_person))
          and (s.until is null or s.until > gips_now()))
    order by 1)
$$;

-- Who is looking: the account itself, or the family account through whose eyes its case director looks at a plan.
create function viewer_person() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when nullif(current_setting('gips.view_as', true), '') is null then account_person()
    when 'caseDirector' = any (roles_in(account_person(), nullif(current_setting('gips.family', true), '')::uuid))
      then current_setting('gips.view_as', true)::uuid
  end
$$;

create function viewer_roles() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select roles_in(viewer_person(), nullif(current_setting('gips.family', true), '')::uuid)
$$;

create function viewer_is(variadic p_roles text[]) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select viewer_roles() && p_roles
$$;

-- The dossier that was entered: null unless the viewer has a role in it at this moment.
create function entered_family() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select f.id from family f
  where f.id = nullif(current_setting('gips.family', true), '')::uuid and cardinality(viewer_roles()) > 0
$$;

create function viewer_member() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select member_id from family_access
  where family_id = nullif(current_setting('gips.family', true), '')::uuid and person_id = viewer_person()
    and since <= gips_now() and (until is null or until > gips_now())
$$;

create function viewer_works_with(p_member uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from team_membership m
    where m.family_id = nullif(current_setting('gips.family', true), '')::uuid and m.person_id = viewer_person()
      and (m.until is null or m.until > gips_now())
      and (m.works_with_all or exists (
        select from membership_member w
        where w.family_id = m.family_id and w.membership_id = m.id and w.member_id = p_member)))
$$;

-- True for whom nothing in this dossier is hidden: saves the policies a look per row.
create function sees_everything() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when 'caseDirector' = any (r.roles) then true
    when r.roles && array['gipsMaster', 'noteTaker', 'professional', 'caseManager'] then not exists (
      select from shield s
      where s.family_id = nullif(current_setting('gips.family', true), '')::uuid
        and s.audience = 'professionalsElsewhere' and (s.until is null or s.until > gips_now()))
    else false
  end
  from (select viewer_roles() as roles) r
$$;

-- The one rule of who sees which row (domain: shielding, openings and what a family account reads by default).
-- p_about: the member it concerns, null for the family as a whole. p_own_words: a child's own words.
create function may_see(p_kind subject_kind, p_id uuid, p_about uuid, p_author uuid, p_own_words boolean default false)
returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := nullif(current_setting('gips.family', true), '')::uuid;
  me uuid := viewer_person();
  roles text[] := viewer_roles();
  self uuid;
begin
  if 'caseDirector' = any (roles) then return true; end if;
  if roles && array['gipsMaster', 'noteTaker', 'professional', 'caseManager'] then
    return not exists (
      select from shield s
      where s.family_id = fam and s.subject = p_kind and s.subject_id = p_id and s.audience = 'professionalsElsewhere'
        and (s.until is null or s.until > gips_now()))
      or (p_about is not null and viewer_works_with(p_about));
  end if;
  if not 'family' = any (roles) then return false; end if;
  if exists (
    select from shield s
    where s.family_id = fam and s.subject = p_kind and s.subject_id = p_id
      and (s.audience = 'allFamily' or (s.audience = 'account' and s.person_id = me))
      and (s.until is null or s.until > gips_now()))
  then return false; end if;
  if p_author = me then return true; end if;
  if exists (
    select from opening o
    where o.family_id = fam and o.subject = p_kind and o.subject_id = p_id and o.person_id = me
      and (o.until is null or o.until > gips_now()))
  then return true; end if;
  self := viewer_member();
  if p_about = self then return true; end if;
  if p_own_words then return false; end if;
  return p_about is null or exists (
    select from child_adult c where c.family_id = fam and c.child_id = p_about and c.adult_id = self);
end $$;

-- Plans of the entered dossier that this viewer may not know of: shielded, or another adult's recovery plan.
create function hidden_plans() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from plan p
  where p.family_id = nullif(current_setting('gips.family', true), '')::uuid
    and not sees_everything() and not may_see('plan', p.id, p.about_member_id, null)
$$;

-- Plans whose live content (not yet adopted) the viewer may read; adopted plans are read from their frozen rows.
create function readable_plans() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from plan p, (select viewer_roles() as roles, viewer_person() as me, viewer_member() as self) v
  where p.family_id = nullif(current_setting('gips.family', true), '')::uuid and case
    when 'caseDirector' = any (v.roles) then true
    when v.roles && array['gipsMaster', 'noteTaker', 'professional'] then
      p.state <> 'preparation' and p.id not in (select hidden_plans())
      and (v.roles && array['gipsMaster', 'professional'] or exists (
        select from team_membership m
        where m.family_id = p.family_id and m.plan_id = p.id and m.person_id = v.me and m.role = 'noteTaker'
          and (m.until is null or m.until > gips_now())))
    when 'family' = any (v.roles) then
      p.id not in (select hidden_plans())
      and (
        nullif(current_setting('gips.view_as', true), '') is not null
        or (p.state = 'provisional' and exists (
          select from opening o where o.family_id = p.family_id and o.subject = 'plan' and o.subject_id = p.id
            and o.person_id = v.me and (o.until is null or o.until > gips_now())))
        or (p.state in ('invited', 'meeting') and exists (
          select from participant t join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
          where g.family_id = p.family_id and g.plan_id = p.id and t.member_id = v.self and t.is_admitted)))
    else false
  end
$$;

-- Plans whose meeting part the viewer may write: the director until it is definitive, the note-taker from the meeting on.
create function writable_plans() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from plan p
  where p.family_id = nullif(current_setting('gips.family', true), '')::uuid and p.state <> 'definitive' and (
    viewer_is('caseDirector')
    or (p.state in ('meeting', 'provisional') and exists (
      select from team_membership m
      where m.family_id = p.family_id and m.plan_id = p.id and m.person_id = viewer_person() and m.role = 'noteTaker'
        and (m.until is null or m.until > gips_now()))))
$$;

-- Assessments of adopted plans, and those of plans that may be read while they are made.
create function readable_assessments() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from safety_assessment a left join plan p on p.family_id = a.family_id and p.id = a.plan_id
  where a.family_id = nullif(current_setting('gips.family', true), '')::uuid and (
    (a.closed_at is not null and p.version > 0 and p.id not in (select hidden_plans()))
    or p.id in (select readable_plans())
    or (a.kind = 'extra' and viewer_is('caseDirector', 'gipsMaster', 'caseManager'))
    or (a.kind = 'extra' and exists (
      select from assessment_invitee i
      where i.family_id = a.family_id and i.assessment_id = a.id and i.person_id = viewer_person())))
$$;

-- The people who work or worked on this dossier, as the viewer may know them. To a family account a shielded
-- professional has no name or contact data, and whoever works with a member whose address is hidden has no organisation
-- and no address of their own (an e-mail address tells the organisation too); the director can always be reached.
create function dossier_people()
returns table (person_id uuid, name text, initials text, profession text, email text, phone text,
  organisation text, sector text, place text, is_shielded boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with v as (select entered_family() as fam, viewer_person() as me, viewer_is('caseDirector', 'gipsMaster', 'noteTaker',
    'professional', 'caseManager') as is_team),
  hidden as (
    select s.subject, s.subject_id from shield s, v
    where not v.is_team and s.family_id = v.fam and s.subject in ('teamMember', 'memberContact')
      and (s.audience = 'allFamily' or (s.audience = 'account' and s.person_id = v.me))
      and (s.until is null or s.until > gips_now())),
  people as (
    select m.person_id,
      bool_or(m.id in (select subject_id from hidden where subject = 'teamMember')) as is_shielded,
      bool_or(m.role in ('professional', 'caseManager') and exists (
        select from hidden h where h.subject = 'memberContact' and (m.works_with_all or exists (
        select from membership_member w
        where w.family_id = m.family_id and w.membership_id = m.id and w.member_id = h.subject_id)))) as hides_place
    from team_membership m, v where m.family_id = v.fam group by m.person_id
    union
    select a.person_id, false, false from family_access a, v where a.family_id = v.fam)
  select p.id,
    case when o.is_shielded then 'Een professional' else p.name end,
    case when o.is_shielded then '–' else p.initials end,
    p.profession,
    case when o.is_shielded or (not v.is_team and o.hides_place) then null else p.email end,
    case when o.is_shielded or (not v.is_team and o.hides_place) then null else p.phone end,
    case when o.is_shielded or o.hides_place then null else g.name end,
    case when o.is_shielded or o.hides_place then null else g.sector::text end,
    case when o.is_shielded or o.hides_place then null else g.place end,
    o.is_shielded
  from people o join person p on p.id = o.person_id left join organisation g on g.id = p.organisation_id, v
$$;

-- The gate: session, membership, role, audit line and the dossier's particulars in one round trip. No row: nobody is
-- logged in. `entered` false: refused, and the refusal has its line (the caller commits, then answers 404).
create function enter_dossier(
  p_session bytea, p_code text, p_right text, p_roles text[], p_kind text, p_subject text, p_is_activity boolean, p_request text)
returns table (
  entered boolean, person_id uuid, session_id uuid, at timestamptz, family_id uuid, family_name text, family_state family_state,
  person_name text, roles text[], member_id uuid, note_taker_of uuid[], key_id text, wrapped_key bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  fam family;
  me person;
  open_session session;
  mine text[];
begin
  perform set_config('gips.session', encode(p_session, 'hex'), true);
  select s.* into open_session from session s where s.id = viewer_session();
  if not found then return; end if;
  if p_is_activity and open_session.last_seen_at < gips_now() - interval '1 minute' then
    update session set last_seen_at = gips_now() where session.id = open_session.id;
  end if;
  select p.* into me from person p where p.id = open_session.person_id;
  select f.* into fam from family f where f.code = p_code and f.state <> 'erased';
  mine := coalesce(roles_in(me.id, fam.id), '{}');
  insert into audit_line (family_id, person_id, person_name, session_id, roles, kind, "right", subject, request_id)
  values (fam.id, me.id, me.name, open_session.id, mine,
    case when mine && p_roles then p_kind else 'refusal' end, p_right, p_subject, p_request);
  if not (mine && p_roles) then
    return query select false, me.id, open_session.id, gips_now(), null::uuid, null::text, null::family_state,
      null::text, '{}'::text[], null::uuid, '{}'::uuid[], null::text, null::bytea;
    return;
  end if;
  perform set_config('gips.family', fam.id::text, true);
  return query select true, me.id, open_session.id, gips_now(), fam.id, fam.name, fam.state, me.name, mine,
    (select a.member_id from family_access a where a.family_id = fam.id and a.person_id = me.id
      and (a.until is null or a.until > gips_now())),
    array(select m.plan_id from team_membership m where m.family_id = fam.id and m.person_id = me.id
      and m.role = 'noteTaker' and (m.until is null or m.until > gips_now())),
    fam.key_id, fam.wrapped_key;
end $$;

-- The case director looks through the eyes of a family account, for the rest of the transaction. False for anyone else.
create function look_as(p_person uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not viewer_is('caseDirector') or not exists (
    select from family_access a where a.family_id = entered_family() and a.person_id = p_person
      and (a.until is null or a.until > gips_now()))
  then return false; end if;
  perform set_config('gips.view_as', p_person::text, true);
  return true;
end $$;

-- A projector's pass opens one plan of one dossier, read-only, and does not idle out.
create function enter_projector(p_pass bytea, p_code text, p_request text)
returns table (person_id uuid, family_id uuid, plan_id uuid, at timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  pass projector_pass;
begin
  select o.* into pass from projector_pass o join family f on f.id = o.family_id and f.code = p_code
    where o.token_hash = p_pass;
  if not found then return; end if;
  perform set_config('gips.pass', encode(p_pass, 'hex'), true);
  perform set_config('gips.family', pass.family_id::text, true);
  if viewer_person() is distinct from pass.person_id or not viewer_is('caseDirector', 'gipsMaster', 'noteTaker') then
    perform set_config('gips.family', '', true);
    return;
  end if;
  return query select pass.person_id, pass.family_id, pass.plan_id, gips_now();
end $$;

-- Lists over one's own dossiers: who is looking, and the platform roles.
create function enter_person(p_session bytea, p_is_activity boolean)
returns table (person_id uuid, session_id uuid, at timestamptz, name text, email text, platform_roles text[], region_ids uuid[])
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  open_session session;
begin
  perform set_config('gips.session', encode(p_session, 'hex'), true);
  select s.* into open_session from session s where s.id = viewer_session();
  if not found then return; end if;
  if p_is_activity and open_session.last_seen_at < gips_now() - interval '1 minute' then
    update session set last_seen_at = gips_now() where session.id = open_session.id;
  end if;
  return query select p.id, open_session.id, gips_now(), p.name, p.email,
    array(select r.role::text from platform_role r where r.person_id = p.id and (r.until is null or r.until > gips_now())),
    array(select r.region_id from platform_role r
      where r.person_id = p.id and r.region_id is not null and (r.until is null or r.until > gips_now()))
  from person p where p.id = open_session.person_id;
end $$;

-- The viewer's own dossiers: code, phase, dates and roles; nothing of the content.
create function my_families()
returns table (family_id uuid, code text, name text, state family_state, roles text[], plan_kind plan_kind, plan_ordinal int,
  plan_state plan_state, meeting_on date, meeting_part part_of_day, director text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, f.code, f.name, f.state, roles_in(account_person(), f.id), p.kind, p.ordinal, p.state, g.held_on, g.part,
    (select d.name from team_membership m join person d on d.id = m.person_id
      where m.family_id = f.id and m.role = 'caseDirector' and m.until is null)
  from family f
  left join lateral (
    select * from plan where plan.family_id = f.id order by plan.kind desc, plan.ordinal desc limit 1) p on true
  left join meeting g on g.family_id = p.family_id and g.plan_id = p.id
  where f.state <> 'erased' and f.id in (
    select m.family_id from team_membership m where m.person_id = account_person()
    union select a.family_id from family_access a where a.person_id = account_person())
    and cardinality(roles_in(account_person(), f.id)) > 0
  order by f.code
$$;

-- Goes from a list into one of the viewer's own dossiers, within the same transaction.
create function step_into(p_family uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if cardinality(roles_in(account_person(), p_family)) = 0 then return false; end if;
  perform set_config('gips.family', p_family::text, true);
  return true;
end $$;

-- What a regional table sees of its families: progress, no content.
create function region_families()
returns table (code text, state family_state, plan_kind plan_kind, plan_ordinal int, plan_state plan_state, meeting_on date, director text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.code, f.state, p.kind, p.ordinal, p.state, g.held_on,
    (select d.name from team_membership m join person d on d.id = m.person_id
      where m.family_id = f.id and m.role = 'caseDirector' and m.until is null)
  from family f
  left join lateral (
    select * from plan where plan.family_id = f.id order by plan.kind desc, plan.ordinal desc limit 1) p on true
  left join meeting g on g.family_id = p.family_id and g.plan_id = p.id
  where f.state <> 'erased' and f.region_id in (
    select r.region_id from platform_role r
    where r.person_id = account_person() and r.role = 'regionCoordinator' and (r.until is null or r.until > gips_now()))
  order by f.code
$$;

-- A line for a change, in the transaction of the change.
create function note_line(p_kind text, p_right text, p_subject text, p_detail jsonb, p_request text)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_line (family_id, person_id, person_name, session_id, roles, kind, "right", subject, detail, request_id)
  select nullif(current_setting('gips.family', true), '')::uuid, p.id, p.name, viewer_session(), coalesce(viewer_roles(), '{}'),
    p_kind, p_right, p_subject, p_detail, p_request
  from person p where p.id = viewer_person()
$$;

-- Who looked, as the director reads it; a family account reads role and organisation, no names (NEN 7513).
create function dossier_trail(p_before bigint, p_limit int)
returns table (id bigint, at timestamptz, who text, organisation text, roles text[], kind text, "right" text, subject text)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.at, case when viewer_is('caseDirector') then l.person_name end, o.organisation, l.roles, l.kind, l."right", l.subject
  from audit_line l left join dossier_people() o on o.person_id = l.person_id
  where l.family_id = entered_family() and viewer_is('caseDirector', 'family') and (p_before is null or l.id < p_before)
  order by l.id desc limit least(p_limit, 200)
$$;

revoke execute on all functions in schema public from public;
grant execute on function
  viewer_session(), account_person(), may_write(), look_as(uuid), viewer_person(), viewer_roles(), viewer_is(text[]), entered_family(), viewer_member(), sees_everything(),
  may_see(subject_kind, uuid, uuid, uuid, boolean), hidden_plans(), readable_plans(), writable_plans(), readable_assessments(),
  dossier_people(), enter_dossier(bytea, text, text, text[], text, text, boolean, text),
  enter_projector(bytea, text, text), enter_person(bytea, boolean), my_families(), step_into(uuid), region_families(),
  note_line(text, text, text, jsonb, text), dossier_trail(bigint, int)
  to gips_app;
