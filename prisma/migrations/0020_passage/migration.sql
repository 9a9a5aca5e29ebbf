-- What the gate finds out is kept beside it for the length of its transaction (docs/decisions/0018): who is looking, with
-- which roles, behind which family member, and whether anything at all is hidden from them. The row policies ask for it at
-- a hundred places of one page. One row for each connection, which counts only in the transaction that wrote it. No role
-- but the owner of these functions reads or writes it, so nobody can claim a passage they did not make.
create unlogged table gips_secret.passage (
  backend int primary key,
  transaction xid8 not null,
  family_id uuid not null,
  person_id uuid not null,
  roles text[] not null,
  member_id uuid,
  sees_everything boolean not null
) with (fillfactor = 50);

-- The clock of the product. A test that moves the time puts its own in this place (tests/support/clock.ts); a plain one is
-- woven into each statement that asks it, and it is asked in nearly all.
create or replace function gips_now() returns timestamptz language sql stable parallel safe as $$ select now() $$;
drop table test_clock;

-- As before, compiled once a connection.
create or replace function viewer_session() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select s.id from session s join person p on p.id = s.person_id
    where s.token_hash = decode(nullif(current_setting('gips.session', true), ''), 'hex')
      and s.ended_at is null and p.closed_at is null
      and s.last_seen_at > gips_now() - interval '30 minutes' and s.created_at > gips_now() - interval '12 hours');
end $$;

create or replace function roles_in(p_person uuid, p_family uuid) returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return array(
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
    order by 1);
end $$;

-- Whether nothing in this dossier is hidden from who has these roles in it.
create function nothing_hidden(p_family uuid, p_roles text[]) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if 'caseDirector' = any (p_roles) then return true; end if;
  if not p_roles && array['gipsMaster', 'noteTaker', 'professional', 'caseManager'] then return false; end if;
  return not exists (
    select from shield s
    where s.family_id = p_family and s.audience = 'professionalsElsewhere' and (s.until is null or s.until > gips_now()));
end $$;

-- The member of this family behind somebody's family account.
create function member_behind(p_family uuid, p_person uuid) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select a.member_id from family_access a
    where a.family_id = p_family and a.person_id = p_person
      and a.since <= gips_now() and (a.until is null or a.until > gips_now()));
end $$;

-- As before. Each of the next six answers from the passage; without one (a list over dossiers, a projector, a note to
-- oneself) and through other eyes it derives the answer from the rows.
create or replace function account_person() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  person uuid;
begin
  select p.person_id into person from gips_secret.passage p
    where p.backend = pg_backend_pid() and p.transaction = pg_current_xact_id_if_assigned();
  if person is not null then return person; end if;
  select s.person_id into person from session s where s.id = viewer_session();
  if person is not null then return person; end if;
  select o.person_id into person from projector_pass o join person p on p.id = o.person_id
    where o.token_hash = decode(nullif(current_setting('gips.pass', true), ''), 'hex')
      and o.family_id = nullif(current_setting('gips.family', true), '')::uuid
      and o.revoked_at is null and o.expires_at > gips_now() and p.closed_at is null;
  return person;
end $$;

create or replace function account_roles() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := nullif(current_setting('gips.family', true), '')::uuid;
  found_roles text[];
begin
  select p.roles into found_roles from gips_secret.passage p
    where p.backend = pg_backend_pid() and p.transaction = pg_current_xact_id_if_assigned() and p.family_id = fam;
  return coalesce(found_roles, roles_in(account_person(), fam));
end $$;

create or replace function viewer_roles() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := nullif(current_setting('gips.family', true), '')::uuid;
  found_roles text[];
begin
  if nullif(current_setting('gips.view_as', true), '') is not null then return roles_in(viewer_person(), fam); end if;
  select p.roles into found_roles from gips_secret.passage p
    where p.backend = pg_backend_pid() and p.transaction = pg_current_xact_id_if_assigned() and p.family_id = fam;
  return coalesce(found_roles, roles_in(account_person(), fam));
end $$;

create or replace function viewer_member() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := nullif(current_setting('gips.family', true), '')::uuid;
  found_member uuid;
begin
  if nullif(current_setting('gips.view_as', true), '') is null then
    select p.member_id into found_member from gips_secret.passage p
      where p.backend = pg_backend_pid() and p.transaction = pg_current_xact_id_if_assigned() and p.family_id = fam;
    if found then return found_member; end if;
  end if;
  return member_behind(fam, viewer_person());
end $$;

create or replace function sees_everything() returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := nullif(current_setting('gips.family', true), '')::uuid;
  everything boolean;
begin
  if nullif(current_setting('gips.view_as', true), '') is null then
    select p.sees_everything into everything from gips_secret.passage p
      where p.backend = pg_backend_pid() and p.transaction = pg_current_xact_id_if_assigned() and p.family_id = fam;
    if found then return everything; end if;
  end if;
  return nothing_hidden(fam, viewer_roles());
end $$;

create or replace function entered_family() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := nullif(current_setting('gips.family', true), '')::uuid;
  entered uuid;
begin
  if nullif(current_setting('gips.view_as', true), '') is null then
    select p.family_id into entered from gips_secret.passage p
      where p.backend = pg_backend_pid() and p.transaction = pg_current_xact_id_if_assigned() and p.family_id = fam;
    if entered is not null then return entered; end if;
  end if;
  if cardinality(viewer_roles()) > 0 then return fam; end if;
  return null;
end $$;

-- As before, compiled once a connection, and nothing is looked up for whom nothing is hidden.
create or replace function hidden_plans() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not sees_everything() then
    return query select p.id from plan p
      where p.family_id = nullif(current_setting('gips.family', true), '')::uuid
        and not may_see('plan', p.id, p.about_member_id, null);
  end if;
end $$;

create or replace function readable_plans() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := nullif(current_setting('gips.family', true), '')::uuid;
  roles text[] := viewer_roles();
  me uuid;
  self uuid;
begin
  if 'caseDirector' = any (roles) then
    return query select p.id from plan p where p.family_id = fam;
  elsif roles && array['gipsMaster', 'professional'] then
    return query select p.id from plan p
      where p.family_id = fam and p.state <> 'preparation' and p.id not in (select hidden_plans());
  elsif 'noteTaker' = any (roles) then
    me := viewer_person();
    return query select p.id from plan p
      where p.family_id = fam and p.state <> 'preparation' and p.id not in (select hidden_plans()) and exists (
        select from team_membership m
        where m.family_id = fam and m.plan_id = p.id and m.person_id = me and m.role = 'noteTaker'
          and (m.until is null or m.until > gips_now()));
  elsif 'family' = any (roles) then
    me := viewer_person();
    self := viewer_member();
    return query select p.id from plan p
      where p.family_id = fam and p.id not in (select hidden_plans()) and (
        nullif(current_setting('gips.view_as', true), '') is not null
        or (p.state = 'provisional' and exists (
          select from opening o where o.family_id = fam and o.subject = 'plan' and o.subject_id = p.id
            and o.person_id = me and (o.until is null or o.until > gips_now())))
        or (p.state in ('invited', 'meeting') and exists (
          select from participant t join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
          where g.family_id = fam and g.plan_id = p.id and t.member_id = self and t.is_admitted)));
  end if;
end $$;

create or replace function readable_assessments() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := nullif(current_setting('gips.family', true), '')::uuid;
  sees_extra boolean := viewer_is('caseDirector', 'gipsMaster', 'caseManager');
  me uuid := viewer_person();
begin
  return query
    with readable as materialized (select readable_plans() as id), hidden as materialized (select hidden_plans() as id)
    select a.id from safety_assessment a left join plan p on p.family_id = a.family_id and p.id = a.plan_id
    where a.family_id = fam and (
      (a.closed_at is not null and p.version > 0 and p.id not in (select h.id from hidden h))
      or p.id in (select r.id from readable r)
      or (a.kind = 'extra' and (sees_extra or exists (
        select from assessment_invitee i
        where i.family_id = fam and i.assessment_id = a.id and i.person_id = me))));
end $$;

-- As before; the passage is written down once it is won, and none is left after a refusal.
create or replace function enter_dossier(
  p_session bytea, p_code text, p_right text, p_roles text[], p_kind text, p_subject text, p_is_activity boolean, p_request text)
returns table (
  entered boolean, person_id uuid, session_id uuid, at timestamptz, family_id uuid, family_name text, family_state family_state,
  person_name text, roles text[], member_id uuid, note_taker_of uuid[], key_id text, wrapped_key bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  moment timestamptz := gips_now();
  fam family;
  me person;
  open_session session;
  mine text[];
  self uuid;
begin
  perform set_config('gips.session', encode(p_session, 'hex'), true);
  select s.* into open_session from session s where s.id = viewer_session();
  if not found then
    delete from gips_secret.passage p where p.backend = pg_backend_pid();
    return;
  end if;
  if p_is_activity and open_session.last_seen_at < moment - interval '1 minute' then
    update session set last_seen_at = moment where session.id = open_session.id;
  end if;
  select p.* into me from person p where p.id = open_session.person_id;
  select f.* into fam from family f where f.code = p_code and f.state <> 'erased';
  mine := coalesce(roles_in(me.id, fam.id), '{}');
  insert into audit_line (family_id, person_id, person_name, session_id, roles, kind, "right", subject, request_id)
  values (fam.id, me.id, me.name, open_session.id, mine,
    case when mine && p_roles then p_kind else 'refusal' end, p_right, p_subject, p_request);
  if not (mine && p_roles) then
    delete from gips_secret.passage p where p.backend = pg_backend_pid();
    return query select false, me.id, open_session.id, moment, null::uuid, null::text, null::family_state,
      null::text, '{}'::text[], null::uuid, '{}'::uuid[], null::text, null::bytea;
    return;
  end if;
  self := case when 'family' = any (mine) then member_behind(fam.id, me.id) end;
  perform set_config('gips.family', fam.id::text, true);
  insert into gips_secret.passage (backend, transaction, family_id, person_id, roles, member_id, sees_everything)
  values (pg_backend_pid(), pg_current_xact_id(), fam.id, me.id, mine, self, nothing_hidden(fam.id, mine))
  on conflict (backend) do update set transaction = excluded.transaction, family_id = excluded.family_id,
    person_id = excluded.person_id, roles = excluded.roles, member_id = excluded.member_id,
    sees_everything = excluded.sees_everything;
  return query select true, me.id, open_session.id, moment, fam.id, fam.name, fam.state, me.name, mine, self,
    case when 'noteTaker' = any (mine) then array(
      select m.plan_id from team_membership m where m.family_id = fam.id and m.person_id = me.id
        and m.role = 'noteTaker' and (m.until is null or m.until > moment)) else '{}' end,
    fam.key_id, fam.wrapped_key;
end $$;

-- What everyone in the dossier is called, as dossier_people(), the members and dossier_network() tell it: for who needs no
-- more than names.
create function dossier_names() returns table (id uuid, name text, is_hidden boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
begin
  if viewer_is('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager') then
    return query select p.id, p.name, false from person p where p.id in (
      select m.person_id from team_membership m where m.family_id = fam
      union all select a.person_id from family_access a where a.family_id = fam);
  else
    return query select o.person_id, o.name, o.is_shielded from dossier_people() o;
  end if;
  return query select m.id, split_part(m.first_names, ' ', 1), false from family_member m where m.family_id = fam;
  if sees_everything() then
    return query select n.id, n.name, false from network_person n where n.family_id = fam;
  else
    return query select n.id, n.name, n.is_hidden from dossier_network() n;
  end if;
end $$;

-- As before, compiled once a connection; for whom nothing is hidden no row is looked at twice.
create or replace function frozen_rows(p_versions uuid[], p_items text[] default null)
returns table (id uuid, plan_version_id uuid, "position" int, kind frozen_kind, section_key text, item_key text,
  subject_id uuid, about_member_id uuid, content jsonb)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
  me uuid;
  roles text[];
  self uuid;
  hidden uuid[];
begin
  if sees_everything() then
    return query
      select r.id, r.plan_version_id, r.position, r.kind, r.section_key, r.item_key, r.subject_id, r.about_member_id, r.content
      from frozen_row r
      where r.family_id = fam and r.plan_version_id = any (p_versions) and (p_items is null or r.item_key = any (p_items));
    return;
  end if;
  me := viewer_person();
  roles := viewer_roles();
  self := viewer_member();
  hidden := hidden_quotes();
  return query
    select r.id, r.plan_version_id, r.position, r.kind, r.section_key, r.item_key, r.subject_id, r.about_member_id,
      as_read(r.content, r.quotes, hidden)
    from frozen_row r join plan_version w on w.family_id = r.family_id and w.id = r.plan_version_id
    where r.family_id = fam and r.plan_version_id = any (p_versions) and (p_items is null or r.item_key = any (p_items))
      and w.plan_id not in (select hidden_plans())
      and sees_plan_row(fam, me, roles, self, r.kind, r.subject_id, r.about_member_id, r.author_person_id, r.is_own_words);
end $$;

revoke execute on function nothing_hidden(uuid, text[]), member_behind(uuid, uuid), dossier_names() from public;
grant execute on function dossier_names() to gips_app;
