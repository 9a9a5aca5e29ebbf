-- What an administrator may do, inviting, and one's own account. The tables of accounts have no grants: every function
-- below derives from the rows who is asking, and writes its own line into the trail of the platform. Links to an account
-- and changes of what one logs in with also take a proof that the application asks for them (0004).

alter type account_link_kind add value 'secondFactor';
alter table account_link add column sent_from_id uuid references family (id) on delete no action on update no action;
create index account_link_person_id_idx on account_link (person_id);
alter table region add column retention_years integer not null default 20
  constraint region_retention_range check (retention_years between 1 and 100);
alter table family_access add column overruled_reason text, add column end_reason text;
grant update (overruled_reason, end_reason) on family_access to gips_app;

create table second_factor_removal (
  id uuid not null,
  person_id uuid not null references person (id) on delete no action on update no action,
  asked_by_id uuid not null references person (id) on delete no action on update no action,
  asked_at timestamptz(3) not null,
  reason text not null,
  decided_by_id uuid references person (id) on delete no action on update no action,
  decided_at timestamptz(3),
  is_confirmed boolean,
  constraint second_factor_removal_pkey primary key (id),
  -- Four eyes: who confirms is neither who asked nor whom it is about.
  constraint removal_has_four_eyes check (not coalesce(is_confirmed, false)
    or (decided_by_id <> asked_by_id and decided_by_id <> person_id)),
  constraint nobody_asks_for_themselves check (asked_by_id <> person_id),
  constraint removal_is_decided check ((decided_at is null) = (is_confirmed is null) and (decided_at is null) = (decided_by_id is null))
);
create unique index second_factor_removal_one_open on second_factor_removal (person_id) where decided_at is null;
alter table second_factor_removal enable row level security;

-- Who is asking -------------------------------------------------------------------------------------------------------
-- The account of the session, never of a projector's pass or of whoever is looked through.
create function session_person() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select person_id from session where id = viewer_session()
$$;

create function platform_roles_of(p_person uuid) returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(select distinct r.role::text from platform_role r
    where r.person_id = p_person and (r.until is null or r.until > gips_now()) order by 1)
$$;

create function viewer_administers() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select 'administrator' = any (platform_roles_of(session_person()))
$$;

-- The administrator who is asking. Anyone else is refused.
create function demand_administrator() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not viewer_administers() then
    raise exception 'only an administrator may do this' using errcode = 'insufficient_privilege';
  end if;
  return session_person();
end $$;

-- An account that is only there for a family member. Its name is the name of a family member: no administrator reads it.
create function is_family_account(p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from family_access a where a.person_id = p_person)
    and not exists (select from team_membership m where m.person_id = p_person)
    and not exists (select from platform_role r where r.person_id = p_person)
    and (select organisation_id is null from person where id = p_person)
$$;

-- Invited: never set up. Without factor: it was removed, and the link to set up another was not used yet.
create function account_state(p_person person) returns text language sql immutable as $$
  select case when p_person.closed_at is not null then 'closed' when p_person.password_hash is null then 'invited'
    when p_person.totp_confirmed_at is null then 'withoutFactor' else 'active' end
$$;

create function note_on_platform(p_right text, p_subject text, p_detail jsonb, p_request text)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_line (person_id, person_name, session_id, roles, kind, "right", subject, detail, request_id)
  select p.id, p.name, viewer_session(), platform_roles_of(p.id), 'change', p_right, p_subject, p_detail, p_request
  from person p where p.id = session_person()
$$;

-- The gate of everything outside a dossier that not everyone may do: session, platform role and a line in one round trip.
-- No row: nobody is logged in. `entered` false: refused, and the refusal has its line.
create function enter_platform(
  p_session bytea, p_right text, p_roles text[], p_kind text, p_subject text, p_is_activity boolean, p_request text)
returns table (entered boolean, person_id uuid, session_id uuid, at timestamptz, name text, email text,
  platform_roles text[], region_ids uuid[])
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  me record;
  may boolean;
begin
  if p_kind not in ('read', 'change') then
    raise exception 'this account may not leave such a line here' using errcode = 'insufficient_privilege';
  end if;
  select * into me from enter_person(p_session, p_is_activity);
  if not found then return; end if;
  may := 'self' = any (p_roles) or me.platform_roles && p_roles;
  insert into audit_line (person_id, person_name, session_id, roles, kind, "right", subject, request_id)
  values (me.person_id, me.name, me.session_id, me.platform_roles, case when may then p_kind else 'refusal' end, p_right,
    p_subject, p_request);
  return query select may, me.person_id, me.session_id, me.at, me.name, me.email, me.platform_roles, me.region_ids;
end $$;

-- Links and accounts: steps that others take ---------------------------------------------------------------------------
-- p_link: what the application made of a link: link, tokenHash, message, host and proof.
create function demand_link_proof(p_kind text, p_link jsonb) returns void
language sql stable security definer set search_path = public, pg_temp as $$
  select demand_proof(concat_ws(' ', p_kind, p_link ->> 'link', p_link ->> 'tokenHash'), decode(p_link ->> 'proof', 'hex'))
$$;

create function mail_account(p_person uuid, p_kind text, p_key text, p_payload jsonb, p_mail jsonb)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into message (id, key, kind, recipient_id, payload, due_at, message_id)
  values ((p_mail ->> 'message')::uuid, p_key, p_kind, p_person, p_payload, gips_now(),
    (p_mail ->> 'message') || '@' || (p_mail ->> 'host'))
$$;

-- One link of a kind at a time works: the newest. Three an hour, so that nobody's mailbox is flooded; false for one more.
create function send_account_link(p_person uuid, p_kind text, p_life interval, p_from uuid, p_link jsonb)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_link_proof(p_kind, p_link);
  perform from person where id = p_person for update;
  if (select count(*) from account_link l
    where l.person_id = p_person and l.kind::text = p_kind and l.created_at > gips_now() - interval '1 hour') >= 3
  then return false; end if;
  update account_link l set used_at = gips_now() where l.person_id = p_person and l.kind::text = p_kind and l.used_at is null;
  insert into account_link (id, person_id, kind, token_hash, created_at, expires_at, sent_from_id)
    values ((p_link ->> 'link')::uuid, p_person, p_kind::account_link_kind, decode(p_link ->> 'tokenHash', 'hex'), gips_now(),
      gips_now() + p_life, p_from);
  perform mail_account(p_person,
    case p_kind when 'invitation' then 'accountInvitation' when 'reset' then 'passwordReset' else 'secondFactorLink' end,
    p_kind || ':' || (p_link ->> 'link'), jsonb_build_object('link', p_link ->> 'link'), p_link);
  return true;
end $$;

-- The organisation of this name, made where it is new and its sector is known; null where it is neither.
create function choose_organisation(p_id uuid, p_name text, p_sector text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  known uuid;
begin
  select o.id into known from organisation o where lower(o.name) = lower(p_name) order by o.name limit 1;
  if known is null and p_sector is not null then
    insert into organisation (id, name, sector) values (p_id, p_name, p_sector::sector) returning id into known;
  end if;
  return known;
end $$;

-- A new account with its invitation, for seven days. p_account: email, name, initials, profession, and organisation (a
-- name) with sector and organisationId where it may be new. Says 'invited', 'taken' or 'organisation'.
create function make_account(p_person uuid, p_account jsonb, p_from uuid, p_link jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  works_at uuid;
begin
  perform demand_link_proof('invitation', p_link);
  if exists (select from person where email = lower(p_account ->> 'email')) then return 'taken'; end if;
  if p_account ->> 'organisation' is not null then
    works_at := choose_organisation((p_account ->> 'organisationId')::uuid, p_account ->> 'organisation', p_account ->> 'sector');
    if works_at is null then return 'organisation'; end if;
  end if;
  insert into person (id, email, name, initials, profession, organisation_id)
  values (p_person, lower(p_account ->> 'email'), p_account ->> 'name', p_account ->> 'initials', p_account ->> 'profession', works_at)
  on conflict (email) do nothing;
  if not found then return 'taken'; end if;
  perform send_account_link(p_person, 'invitation', interval '7 days', p_from, p_link);
  perform note_on_platform('accounts.manage', 'account ' || p_person,
    jsonb_build_object('what', 'invited', 'byDirector', p_from is not null), p_request);
  return 'invited';
end $$;

create function end_all_sessions(p_person uuid, p_reason text, p_except uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended int;
begin
  update session set ended_at = gips_now(), end_reason = p_reason
    where person_id = p_person and ended_at is null and id is distinct from p_except;
  get diagnostics ended = row_count;
  update projector_pass set revoked_at = gips_now() where person_id = p_person and revoked_at is null;
  perform pg_notify('access', jsonb_build_object('person', p_person)::text);
  return ended;
end $$;

-- Whether somebody administers besides this account: set up, and not closed. Two who leave at once wait for each other.
create function another_administers(p_person uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from platform_role where role = 'administrator' and until is null order by id for update;
  return exists (
    select from platform_role r join person p on p.id = r.person_id
    where r.role = 'administrator' and r.until is null and r.person_id <> p_person
      and p.closed_at is null and p.totp_confirmed_at is not null);
end $$;

-- What an administrator reads ------------------------------------------------------------------------------------------
create function administration_in_short()
returns table (accounts int, invited int, organisations int, regions int, undelivered int, removals int)
language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select count(*)::int from person p where not is_family_account(p.id)),
    (select count(*)::int from person p where not is_family_account(p.id) and account_state(p) = 'invited'),
    (select count(*)::int from organisation), (select count(*)::int from region),
    (select count(*)::int from message where state in ('failed', 'dead')),
    (select count(*)::int from second_factor_removal where decided_at is null and asked_at > gips_now() - interval '3 days')
  where (select viewer_administers())
$$;

-- Accounts by name. Those of family members are not among them; one is found by its whole address only, without its name.
create function accounts_in_list(p_search text, p_state text, p_limit int, p_offset int)
returns table (id uuid, name text, email text, profession text, organisation text, state text, roles text[], is_family boolean,
  total int)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (
    select lower(trim(p_search)) as address,
      '%' || replace(replace(replace(trim(p_search), '\', '\\'), '%', '\%'), '_', '\_') || '%' as pattern),
  found as (
    select p.id, p.name, p.email, p.profession, o.name as organisation, account_state(p) as state, is_family_account(p.id) as is_family
    from person p left join organisation o on o.id = p.organisation_id, asked a
    where (select viewer_administers())
      and (p.email = a.address or p.name ilike a.pattern or p.email ilike a.pattern or o.name ilike a.pattern))
  select f.id, case when not f.is_family then f.name end, f.email, f.profession, f.organisation, f.state, platform_roles_of(f.id),
    f.is_family, count(*) over ()::int
  from found f, asked a
  where (not f.is_family or f.email = a.address) and (p_state is null or f.state = p_state)
  order by f.name, f.id limit least(p_limit, 200) offset p_offset
$$;

create function account_in_full(p_person uuid)
returns table (id uuid, name text, email text, profession text, organisation text, state text, is_family boolean, is_self boolean,
  created_at timestamptz, last_login timestamptz, open_sessions int, invited_at timestamptz, invitation_expires_at timestamptz,
  invitation_mail text, roles jsonb, chair jsonb, removal jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, case when not is_family_account(p.id) then p.name end, p.email, p.profession, o.name, account_state(p),
    is_family_account(p.id), p.id = session_person(), p.created_at,
    (select max(s.created_at) from session s where s.person_id = p.id),
    (select count(*)::int from session s where s.person_id = p.id and s.ended_at is null
      and s.last_seen_at > gips_now() - interval '30 minutes' and s.created_at > gips_now() - interval '12 hours'),
    i.created_at, i.expires_at, i.mail,
    (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'region', g.name,
        'since', (r.since at time zone 'Europe/Amsterdam')::date) order by r.since, r.id), '[]')
      from platform_role r left join region g on g.id = r.region_id
      where r.person_id = p.id and (r.until is null or r.until > gips_now())),
    (select jsonb_build_object('certifiedOn', c.certified_on, 'supervisorId', c.supervisor_id, 'supervisor', v.name)
      from chair_certification c left join person v on v.id = c.supervisor_id
      where c.person_id = p.id and c.ended_on is null order by c.id desc limit 1),
    (select jsonb_build_object('id', q.id, 'askedBy', k.name, 'isOwn', q.asked_by_id = session_person(), 'askedAt', q.asked_at,
        'reason', q.reason, 'isOver', q.asked_at <= gips_now() - interval '3 days')
      from second_factor_removal q join person k on k.id = q.asked_by_id
      where q.person_id = p.id and q.decided_at is null)
  from person p left join organisation o on o.id = p.organisation_id
  left join lateral (
    select l.created_at, l.expires_at, m.state::text as mail
    from account_link l left join message m on m.key = 'invitation:' || l.id
    where l.person_id = p.id and l.kind::text = 'invitation' order by l.created_at desc, l.id desc limit 1) i on true
  where p.id = p_person and (select viewer_administers())
$$;

create function open_removals()
returns table (person_id uuid, name text, email text, asked_by text, asked_at timestamptz, is_own boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, case when not is_family_account(p.id) then p.name end, p.email, k.name, q.asked_at, q.asked_by_id = session_person()
  from second_factor_removal q join person p on p.id = q.person_id join person k on k.id = q.asked_by_id
  where (select viewer_administers()) and q.decided_at is null and q.asked_at > gips_now() - interval '3 days'
  order by q.asked_at
$$;

create function organisations_in_list(p_search text, p_limit int, p_offset int)
returns table (id uuid, name text, sector text, place text, people int, total int)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.name, o.sector::text, o.place,
    (select count(*)::int from person p where p.organisation_id = o.id and p.closed_at is null), count(*) over ()::int
  from organisation o
  where (select viewer_administers())
    and concat_ws(' ', o.name, o.place) ilike '%' || replace(replace(replace(trim(p_search), '\', '\\'), '%', '\%'), '_', '\_') || '%'
  order by o.name, o.id limit least(p_limit, 200) offset p_offset
$$;

create function organisation_in_full(p_id uuid) returns table (id uuid, name text, sector text, place text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.name, o.sector::text, o.place from organisation o where o.id = p_id and (select viewer_administers())
$$;

-- Which of these addresses have an account, and which of these organisations are there, in small letters.
create function taken_addresses(p_emails text[]) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select p.email from person p where (select viewer_administers()) and p.email = any (p_emails)
$$;

create function known_organisations(p_names text[]) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select lower(o.name) from organisation o where (select viewer_administers()) and lower(o.name) = any (p_names)
$$;

create function regions_in_list() returns table (id uuid, name text, retention_years int, coordinators jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id, g.name, g.retention_years, (
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
    from platform_role r join person p on p.id = r.person_id
    where r.region_id = g.id and r.role = 'regionCoordinator' and (r.until is null or r.until > gips_now()) and p.closed_at is null)
  from region g where (select viewer_administers()) order by g.name
$$;

-- Who may supervise a chair in training: chairs who are certified.
create function certified_chairs() returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.name from chair_certification c join person p on p.id = c.person_id
  where (select viewer_administers()) and c.certified_on is not null and c.ended_on is null and p.closed_at is null
  order by p.name
$$;

-- The names that a professional chooses from: for whoever has a session, family accounts excepted.
create function organisation_names() returns table (name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.name from organisation o
  where (select session_person() is not null and not is_family_account(session_person())) order by o.name limit 2000
$$;

-- What an administrator does -------------------------------------------------------------------------------------------
create function put_organisation(p_id uuid, p_name text, p_sector text, p_place text, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  if exists (select from organisation o where lower(o.name) = lower(p_name) and o.id <> p_id) then return false; end if;
  insert into organisation (id, name, sector, place) values (p_id, p_name, p_sector::sector, p_place)
    on conflict (id) do update set name = excluded.name, sector = excluded.sector, place = excluded.place;
  perform note_on_platform('organisations.manage', 'organisation ' || p_id, null, p_request);
  return true;
end $$;

create function put_region(p_id uuid, p_name text, p_retention_years int, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  if exists (select from region g where lower(g.name) = lower(p_name) and g.id <> p_id) then return false; end if;
  insert into region (id, name, retention_years) values (p_id, p_name, p_retention_years)
    on conflict (id) do update set name = excluded.name, retention_years = excluded.retention_years;
  perform note_on_platform('regions.manage', 'region ' || p_id, jsonb_build_object('retentionYears', p_retention_years), p_request);
  return true;
end $$;

create function invite_account(p_person uuid, p_account jsonb, p_link jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  return make_account(p_person, p_account, null, p_link, p_request);
end $$;

-- Says 'changed', 'taken', 'organisation' or 'absent'. The address changes only while the account was never set up: the
-- link that went to the old one stops working.
create function change_account(p_person uuid, p_account jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  old person;
  address text := lower(p_account ->> 'email');
  works_at uuid;
begin
  perform demand_administrator();
  select * into old from person where id = p_person and not is_family_account(id) for update;
  if not found then return 'absent'; end if;
  if p_account ->> 'organisation' is not null then
    works_at := choose_organisation((p_account ->> 'organisationId')::uuid, p_account ->> 'organisation', p_account ->> 'sector');
    if works_at is null then return 'organisation'; end if;
  end if;
  if old.password_hash is not null or address is null then address := old.email; end if;
  if address <> old.email then
    if exists (select from person where email = address) then return 'taken'; end if;
    update account_link set used_at = gips_now() where person_id = p_person and used_at is null;
  end if;
  update person set name = p_account ->> 'name', initials = p_account ->> 'initials', profession = p_account ->> 'profession',
    organisation_id = works_at, email = address where id = p_person;
  perform note_on_platform('accounts.manage', 'account ' || p_person,
    jsonb_build_object('what', 'changed', 'address', address <> old.email), p_request);
  return 'changed';
end $$;

-- False where the account has this role already, is closed, or is a family member's.
create function give_platform_role(p_id uuid, p_person uuid, p_role text, p_region uuid, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  if is_family_account(p_person) or not exists (select from person where id = p_person and closed_at is null) then return false; end if;
  insert into platform_role (id, person_id, role, region_id, since)
    values (p_id, p_person, p_role::platform_role_kind, p_region, gips_now()) on conflict do nothing;
  if not found then return false; end if;
  perform note_on_platform('accounts.manage', 'account ' || p_person, jsonb_build_object('what', 'given ' || p_role), p_request);
  return true;
end $$;

-- Says 'ended', 'last' (nobody would be left to administer) or 'absent'.
create function end_platform_role(p_id uuid, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended platform_role;
begin
  perform demand_administrator();
  select * into ended from platform_role where id = p_id;
  if ended.role = 'administrator' and not another_administers(ended.person_id) then return 'last'; end if;
  update platform_role set until = gips_now() where id = p_id and until is null;
  if not found then return 'absent'; end if;
  perform note_on_platform('accounts.manage', 'account ' || ended.person_id,
    jsonb_build_object('what', 'ended ' || ended.role), p_request);
  return 'ended';
end $$;

-- A chair: certified on a day, in training under a supervisor, or neither (both null: it ends today).
create function set_chair(p_id uuid, p_person uuid, p_certified_on date, p_supervisor uuid, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today date := (gips_now() at time zone 'Europe/Amsterdam')::date;
begin
  perform demand_administrator();
  if is_family_account(p_person) or p_supervisor = p_person
    or (p_supervisor is not null and p_supervisor not in (select id from certified_chairs()))
  then return false; end if;
  update chair_certification set certified_on = coalesce(p_certified_on, case when p_supervisor is null then certified_on end),
    supervisor_id = case when p_certified_on is null and p_supervisor is null then supervisor_id else p_supervisor end,
    ended_on = case when p_certified_on is null and p_supervisor is null then today end
    where person_id = p_person and ended_on is null;
  if not found and (p_certified_on is not null or p_supervisor is not null) then
    insert into chair_certification (id, person_id, certified_on, supervisor_id) values (p_id, p_person, p_certified_on, p_supervisor);
  end if;
  perform note_on_platform('accounts.manage', 'account ' || p_person, '{"what": "chair"}', p_request);
  return true;
end $$;

-- Says 'closed', 'self', 'last' or 'absent'.
create function close_account(p_person uuid, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if demand_administrator() = p_person then return 'self'; end if;
  if 'administrator' = any (platform_roles_of(p_person)) and not another_administers(p_person) then return 'last'; end if;
  update person set closed_at = gips_now() where id = p_person and closed_at is null;
  if not found then return 'absent'; end if;
  update account_link set used_at = gips_now() where person_id = p_person and used_at is null;
  perform end_all_sessions(p_person, 'closed', null);
  perform note_on_platform('accounts.manage', 'account ' || p_person, '{"what": "closed"}', p_request);
  return 'closed';
end $$;

create function reopen_account(p_person uuid, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  update person set closed_at = null where id = p_person and closed_at is not null;
  if not found then return false; end if;
  perform note_on_platform('accounts.manage', 'account ' || p_person, '{"what": "reopened"}', p_request);
  return true;
end $$;

create function end_sessions_of(p_person uuid, p_request text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := demand_administrator();
  ended int;
begin
  ended := end_all_sessions(p_person, 'administrator', case when me = p_person then viewer_session() end);
  perform note_on_platform('accounts.manage', 'account ' || p_person, jsonb_build_object('what', 'sessions', 'ended', ended), p_request);
  return ended;
end $$;

-- Says 'sent', 'often' (three in an hour) or 'absent': set up already, closed, or a family member's, whom only a case
-- director invites.
create function invite_again(p_person uuid, p_link jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  if is_family_account(p_person) or not exists (
    select from person where id = p_person and closed_at is null and password_hash is null)
  then return 'absent'; end if;
  if not send_account_link(p_person, 'invitation', interval '7 days', null, p_link) then return 'often'; end if;
  perform note_on_platform('accounts.manage', 'account ' || p_person, '{"what": "invited again"}', p_request);
  return 'sent';
end $$;

-- As the person could ask at the login; also for an account whose factor was removed.
create function start_password_reset(p_person uuid, p_link jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  if not exists (select from person where id = p_person and closed_at is null and password_hash is not null) then return 'absent'; end if;
  if not send_account_link(p_person, 'reset', interval '30 minutes', null, p_link) then return 'often'; end if;
  perform note_on_platform('accounts.manage', 'account ' || p_person, '{"what": "reset"}', p_request);
  return 'sent';
end $$;

-- A lost second factor -------------------------------------------------------------------------------------------------
-- Says 'asked', 'open' (asked already), 'self' or 'absent'. The account hears of it at once.
create function ask_removal(p_id uuid, p_person uuid, p_reason text, p_mail jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := demand_administrator();
begin
  if me = p_person then return 'self'; end if;
  if not exists (select from person where id = p_person and closed_at is null and password_hash is not null) then return 'absent'; end if;
  update second_factor_removal set decided_at = gips_now(), decided_by_id = me, is_confirmed = false
    where person_id = p_person and decided_at is null and asked_at <= gips_now() - interval '3 days';
  insert into second_factor_removal (id, person_id, asked_by_id, asked_at, reason)
    values (p_id, p_person, me, gips_now(), p_reason) on conflict do nothing;
  if not found then return 'open'; end if;
  perform mail_account(p_person, 'secondFactorAsked', 'secondFactorAsked:' || p_id, '{}', p_mail);
  perform note_on_platform('accounts.manage', 'account ' || p_person, '{"what": "removal asked"}', p_request);
  return 'asked';
end $$;

-- Says 'confirmed', 'own', 'new' (was no administrator yet when it was asked), 'often' or 'over'. The factor and the recovery
-- codes are gone at once, the sessions too; the password stays, and is asked where the link leads.
create function confirm_removal(p_id uuid, p_link jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := demand_administrator();
  asked second_factor_removal;
begin
  select * into asked from second_factor_removal
    where id = p_id and decided_at is null and asked_at > gips_now() - interval '3 days' for update;
  if not found then return 'over'; end if;
  if me in (asked.asked_by_id, asked.person_id) then return 'own'; end if;
  if not exists (select from platform_role
    where person_id = me and role = 'administrator' and until is null and since < asked.asked_at) then return 'new'; end if;
  if not exists (select from person where id = asked.person_id and closed_at is null) then return 'over'; end if;
  if not send_account_link(asked.person_id, 'secondFactor', interval '1 day', null, p_link) then return 'often'; end if;
  update second_factor_removal set decided_at = gips_now(), decided_by_id = me, is_confirmed = true where id = p_id;
  update person set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where id = asked.person_id;
  delete from recovery_code where person_id = asked.person_id;
  perform end_all_sessions(asked.person_id, 'factor', null);
  perform note_on_platform('accounts.manage', 'account ' || asked.person_id, '{"what": "removal confirmed"}', p_request);
  return 'confirmed';
end $$;

create function withdraw_removal(p_id uuid, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := demand_administrator();
  about uuid;
begin
  update second_factor_removal set decided_at = gips_now(), decided_by_id = me, is_confirmed = false
    where id = p_id and decided_at is null returning person_id into about;
  if about is null then return false; end if;
  perform note_on_platform('accounts.manage', 'account ' || about, '{"what": "removal withdrawn"}', p_request);
  return true;
end $$;

-- Mail that did not arrive -----------------------------------------------------------------------------------------------
-- A message about an account itself is wanted while its link works; to a family member only over a channel that is safe.
create function account_message_is_wanted(p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from message m join person p on p.id = m.recipient_id
    where m.id = p_id and m.family_id is null and p.closed_at is null
      and (m.kind = 'secondFactorAsked' or m.kind = 'accountChanged'
        or (m.kind = 'secondFactorLink' and account_link_is_open((m.payload ->> 'link')::uuid, p.id)))
      and not exists (select from family_access a where a.person_id = p.id and not mail_is_safe_for(a.family_id, p.id)))
$$;

-- As before; an invitation to a family member also waits for a channel that is safe.
create or replace function account_link_is_open(p_link uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from account_link l
    where l.id = p_link and l.person_id = p_person and l.used_at is null and l.expires_at > gips_now()
      and (l.sent_from_id is null or mail_is_safe_for(l.sent_from_id, p_person)))
$$;

-- Refused for good, given up, or waiting for over a quarter of an hour. Of a family member's address only the first letter;
-- of no message its dossier.
create function undelivered_messages()
returns table (id uuid, kind text, person_id uuid, address text, since timestamptz, state text, error text, is_wanted boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, case when m.family_id is null then m.kind else 'dossier' end, case when not f.is_family then p.id end,
    case when f.is_family then left(p.email, 1) || '…@…' else p.email end, m.created_at, m.state::text, m.last_error,
    message_is_wanted(m.id) or account_message_is_wanted(m.id)
  from message m join person p on p.id = m.recipient_id, lateral (select is_family_account(p.id) as is_family) f
  where (select viewer_administers()) and (m.state in ('failed', 'dead')
    or (m.state in ('waiting', 'sending') and m.due_at < gips_now() - interval '15 minutes'))
  order by m.created_at desc, m.id desc limit 200
$$;

create function send_message_again(p_id uuid, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  update message set state = 'waiting', attempts = 0, due_at = gips_now() where id = p_id and state in ('failed', 'dead', 'waiting');
  if not found then return false; end if;
  perform graphile_worker.add_job('send_message', json_build_object('id', p_id), job_key => p_id::text, max_attempts => 25, run_at => now());
  perform note_on_platform('undelivered.manage', 'message ' || p_id, '{"what": "again"}', p_request);
  return true;
end $$;

create function dismiss_message(p_id uuid, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  update message set state = 'cancelled' where id = p_id and state in ('failed', 'dead');
  if not found then return false; end if;
  perform note_on_platform('undelivered.manage', 'message ' || p_id, '{"what": "dismissed"}', p_request);
  return true;
end $$;

-- What a case director does ---------------------------------------------------------------------------------------------
create function demand_director() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if entered_family() is null or not viewer_is('caseDirector') or not may_write() then
    raise exception 'only the case director may do this' using errcode = 'insufficient_privilege';
  end if;
  return entered_family();
end $$;

-- A professional who has no account. As make_account.
create function invite_professional(p_person uuid, p_account jsonb, p_link jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return make_account(p_person, p_account, demand_director(), p_link, p_request);
end $$;

-- An account for a family member, at the address that was recorded for them. Says 'invited', 'known' (the account of a
-- family member has this address: it is that one), 'taken' (any other account), 'unsafe', 'often' or 'absent'.
create function invite_family_member(p_person uuid, p_member uuid, p_email text, p_link jsonb, p_request text)
returns table (outcome text, person_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_director();
  who family_member;
  known person;
begin
  perform demand_link_proof('invitation', p_link);
  select * into who from family_member m where m.family_id = fam and m.id = p_member and m.deceased_on is null;
  if not found then return query select 'absent', null::uuid; return; end if;
  if not exists (select from member_details d where d.family_id = fam and d.member_id = p_member and d.safe_channel = 'email')
  then return query select 'unsafe', null::uuid; return; end if;
  select * into known from person p where p.email = lower(p_email);
  if known.id is not null then
    return query select case
        when known.closed_at is not null or not is_family_account(known.id) then 'taken'
        when known.password_hash is not null then 'known'
        when send_account_link(known.id, 'invitation', interval '7 days', fam, p_link) then 'invited'
        else 'often' end, known.id;
    return;
  end if;
  return query select make_account(p_person,
    jsonb_build_object('email', p_email, 'name', concat_ws(' ', who.first_names, who.prefix, who.surname), 'initials', who.initials),
    fam, p_link, p_request), p_person;
end $$;

-- Another invitation for who has a place in this dossier and never set up the account. Says 'sent', 'often' or 'absent'.
create function invite_again_here(p_person uuid, p_link jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_director();
begin
  if not exists (select from person p where p.id = p_person and p.closed_at is null and p.password_hash is null)
    or not exists (
      select from team_membership m where m.family_id = fam and m.person_id = p_person and (m.until is null or m.until > gips_now())
      union all
      select from family_access a where a.family_id = fam and a.person_id = p_person and (a.until is null or a.until > gips_now()))
  then return 'absent'; end if;
  if not send_account_link(p_person, 'invitation', interval '7 days', fam, p_link) then return 'often'; end if;
  perform note_on_platform('accounts.manage', 'account ' || p_person, '{"what": "invited again", "byDirector": true}', p_request);
  return 'sent';
end $$;

-- Who of this dossier still has to set up the account: for the case director.
create function open_invitations()
returns table (person_id uuid, sent_at timestamptz, is_over boolean, mail text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, l.created_at, coalesce(l.used_at is not null or l.expires_at <= gips_now(), true), l.mail
  from person p
  left join lateral (
    select k.created_at, k.expires_at, k.used_at, m.state::text as mail
    from account_link k left join message m on m.key = 'invitation:' || k.id
    where k.person_id = p.id and k.kind::text = 'invitation' order by k.created_at desc, k.id desc limit 1) l on true
  where p.password_hash is null and p.closed_at is null and entered_family() is not null and viewer_is('caseDirector')
    and p.id in (
      select m.person_id from team_membership m where m.family_id = entered_family() and (m.until is null or m.until > gips_now())
      union select a.person_id from family_access a where a.family_id = entered_family() and (a.until is null or a.until > gips_now()))
$$;

-- Whose last place in a dossier ends before the account was set up: the invitation from there stops working, for it shows
-- a name and may lie in a stranger's mailbox.
create function withdraw_invitations() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account_link l set used_at = gips_now()
    where l.person_id = new.person_id and l.sent_from_id = new.family_id and l.used_at is null
      and not exists (select from team_membership m where m.family_id = new.family_id and m.person_id = new.person_id and m.until is null)
      and not exists (select from family_access a where a.family_id = new.family_id and a.person_id = new.person_id and a.until is null);
  return null;
end $$;
create trigger withdraws_invitations after update of until on team_membership
  for each row when (new.until is not null) execute function withdraw_invitations();
create trigger withdraws_invitations after update of until on family_access
  for each row when (new.until is not null) execute function withdraw_invitations();

-- What one typed was right: the account starts anew, and the address had no failure (0004, open_session).
create function forgive_attempt(p_keys jsonb) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from login_failure where key = p_keys ->> 'account';
  update login_failure set failures = greatest(failures - 1, 0), blocked_until = '-infinity' where key = p_keys ->> 'address'
$$;

-- A new second factor --------------------------------------------------------------------------------------------------
-- As before; also for a link that sets up another factor.
create or replace function keep_pending_secret(p_token_hash bytea, p_secret bytea)
returns bytea language sql security definer set search_path = public, pg_temp as $$
  update account_link set pending_totp_secret = coalesce(pending_totp_secret, p_secret)
  where token_hash = p_token_hash and used_at is null and expires_at > gips_now() and kind::text in ('invitation', 'secondFactor')
  returning pending_totp_secret
$$;

-- As before, for invitations and resets only.
create or replace function use_account_link(
  p_token_hash bytea, p_password_hash text, p_step bigint, p_recovery_hashes text[], p_request text)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  used account_link;
begin
  update account_link set used_at = gips_now()
    where token_hash = p_token_hash and used_at is null and expires_at > gips_now()
      and (kind = 'reset' or (kind = 'invitation' and pending_totp_secret is not null and p_step is not null))
    returning * into used;
  if not found then return false; end if;
  update person set password_hash = p_password_hash where id = used.person_id and closed_at is null;
  if not found then return false; end if;
  if used.kind = 'invitation' then
    update person set totp_secret = used.pending_totp_secret, totp_confirmed_at = gips_now(), totp_last_step = p_step
      where id = used.person_id;
    delete from recovery_code where person_id = used.person_id;
    insert into recovery_code (id, person_id, code_hash)
      select gen_random_uuid(), used.person_id, h from unnest(p_recovery_hashes) h;
  end if;
  perform end_all_sessions(used.person_id, 'password', null);
  perform note_platform_line(used.person_id, 'change', 'account.password', jsonb_build_object('link', used.kind), p_request);
  return true;
end $$;

-- Whose password is asked where a link leads that sets up another factor.
create function account_for_new_factor(p_token_hash bytea) returns table (id uuid, email text, password_hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.email, p.password_hash from account_link l join person p on p.id = l.person_id
  where l.token_hash = p_token_hash and l.kind::text = 'secondFactor' and l.used_at is null and l.expires_at > gips_now()
    and p.closed_at is null and p.totp_confirmed_at is null
$$;

-- The proof says that the application asked for the password and that it was right.
create function use_factor_link(p_token_hash bytea, p_step bigint, p_recovery_hashes text[], p_keys jsonb, p_mail jsonb, p_request text)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  used account_link;
begin
  perform demand_proof(concat_ws(' ', 'factor', encode(p_token_hash, 'hex'), p_step), decode(p_mail ->> 'proof', 'hex'));
  update account_link set used_at = gips_now()
    where token_hash = p_token_hash and kind::text = 'secondFactor' and used_at is null and expires_at > gips_now()
      and pending_totp_secret is not null
    returning * into used;
  if not found then return false; end if;
  update person set totp_secret = used.pending_totp_secret, totp_confirmed_at = gips_now(), totp_last_step = p_step
    where id = used.person_id and closed_at is null and totp_confirmed_at is null;
  if not found then return false; end if;
  delete from recovery_code where person_id = used.person_id;
  insert into recovery_code (id, person_id, code_hash) select gen_random_uuid(), used.person_id, h from unnest(p_recovery_hashes) h;
  perform forgive_attempt(p_keys);
  perform mail_account(used.person_id, 'accountChanged', 'accountChanged:' || (p_mail ->> 'message'), '{}', p_mail);
  perform note_platform_line(used.person_id, 'change', 'account.factor', null, p_request);
  return true;
end $$;

-- One's own account ------------------------------------------------------------------------------------------------------
create function own_account()
returns table (id uuid, name text, email text, profession text, phone text, organisation text, guideline_accepted_at timestamptz,
  is_family boolean, recovery_codes int)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.email, p.profession, p.phone, o.name, p.guideline_accepted_at, is_family_account(p.id),
    (select count(*)::int from recovery_code r where r.person_id = p.id and r.used_at is null)
  from person p left join organisation o on o.id = p.organisation_id where p.id = session_person()
$$;

create function own_sessions() returns table (id uuid, created_at timestamptz, last_seen_at timestamptz, is_current boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.created_at, s.last_seen_at, s.id = viewer_session() from session s
  where s.person_id = session_person() and s.ended_at is null
    and s.last_seen_at > gips_now() - interval '30 minutes' and s.created_at > gips_now() - interval '12 hours'
  order by s.last_seen_at desc, s.id
$$;

-- What a professional tells of themselves. Says 'changed', 'organisation' (there is none of this name) or 'absent': what a
-- family member is called stands in the dossier.
create function change_own_profile(p_profile jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := session_person();
  works_at uuid;
begin
  if me is null or is_family_account(me) then return 'absent'; end if;
  if p_profile ->> 'organisation' is not null then
    works_at := choose_organisation(null, p_profile ->> 'organisation', null);
    if works_at is null then return 'organisation'; end if;
  end if;
  update person set name = p_profile ->> 'name', initials = p_profile ->> 'initials', phone = p_profile ->> 'phone',
    profession = p_profile ->> 'profession', organisation_id = works_at where id = me;
  perform note_on_platform('account.own', 'account ' || me, '{"what": "profile"}', p_request);
  return 'changed';
end $$;

create function accept_guideline(p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := session_person();
begin
  if me is null or is_family_account(me) then return false; end if;
  update person set guideline_accepted_at = gips_now() where id = me and guideline_accepted_at is null;
  if not found then return false; end if;
  perform note_on_platform('account.own', 'account ' || me, '{"what": "guideline"}', p_request);
  return true;
end $$;

create function end_own_session(p_session uuid, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update session set ended_at = gips_now(), end_reason = 'own'
    where id = p_session and person_id = session_person() and ended_at is null and id <> viewer_session();
  if not found then return false; end if;
  perform note_on_platform('account.own', 'session ' || p_session, '{"what": "session ended"}', p_request);
  return true;
end $$;

create function end_other_sessions(p_request text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := session_person();
  ended int;
begin
  if me is null then return 0; end if;
  ended := end_all_sessions(me, 'own', viewer_session());
  perform note_on_platform('account.own', 'account ' || me, jsonb_build_object('what', 'sessions', 'ended', ended), p_request);
  return ended;
end $$;

-- What the application compares with what is typed before something of the login changes.
create function own_credentials(p_session bytea) returns table (id uuid, email text, password_hash text, totp_secret bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform set_config('gips.session', encode(p_session, 'hex'), true);
  return query select p.id, p.email, p.password_hash, p.totp_secret from person p where p.id = session_person();
end $$;

-- A code works once: the step of the clock to which six digits belong, or a recovery code.
create function spend_code(p_person uuid, p_step bigint, p_recovery_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_step is not null then
    update person set totp_last_step = p_step
      where id = p_person and closed_at is null and totp_confirmed_at is not null and coalesce(totp_last_step, 0) < p_step;
  else
    update recovery_code set used_at = gips_now() where person_id = p_person and code_hash = p_recovery_hash and used_at is null;
  end if;
  return found;
end $$;

-- A new password, or new recovery codes: the other is null. Spends the code, ends the other sessions where the password
-- changed, and tells the account by mail. p_spent: step or recovery, account and
-- address (keys of the attempt); p_mail: message, host, proof.
create function change_own_login(p_session bytea, p_password_hash text, p_recovery_hashes text[], p_spent jsonb, p_mail jsonb, p_request text)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid;
  what text := case when p_password_hash is null then 'recovery codes' else 'password' end;
begin
  perform set_config('gips.session', encode(p_session, 'hex'), true);
  me := session_person();
  if me is null then return false; end if;
  perform demand_proof(
    concat_ws(' ', 'own login', me, coalesce(p_spent ->> 'step', p_spent ->> 'recovery'),
      coalesce(p_password_hash, array_to_string(p_recovery_hashes, ','))),
    decode(p_mail ->> 'proof', 'hex'));
  if not spend_code(me, (p_spent ->> 'step')::bigint, p_spent ->> 'recovery') then return false; end if;
  if p_password_hash is not null then
    update person set password_hash = p_password_hash where id = me;
    perform end_all_sessions(me, 'password', viewer_session());
  else
    delete from recovery_code where person_id = me;
    insert into recovery_code (id, person_id, code_hash) select gen_random_uuid(), me, h from unnest(p_recovery_hashes) h;
  end if;
  perform forgive_attempt(p_spent);
  perform mail_account(me, 'accountChanged', 'accountChanged:' || (p_mail ->> 'message'), '{}', p_mail);
  perform note_on_platform('account.own', 'account ' || me, jsonb_build_object('what', what), p_request);
  return true;
end $$;

revoke execute on function
  session_person(), platform_roles_of(uuid), viewer_administers(), demand_administrator(), is_family_account(uuid), account_state(person),
  note_on_platform(text, text, jsonb, text), enter_platform(bytea, text, text[], text, text, boolean, text),
  demand_link_proof(text, jsonb), mail_account(uuid, text, text, jsonb, jsonb), send_account_link(uuid, text, interval, uuid, jsonb),
  choose_organisation(uuid, text, text), make_account(uuid, jsonb, uuid, jsonb, text), end_all_sessions(uuid, text, uuid),
  another_administers(uuid), administration_in_short(), accounts_in_list(text, text, int, int), account_in_full(uuid), open_removals(),
  organisations_in_list(text, int, int), organisation_in_full(uuid), taken_addresses(text[]), known_organisations(text[]), regions_in_list(), certified_chairs(), organisation_names(),
  put_organisation(uuid, text, text, text, text), put_region(uuid, text, int, text), invite_account(uuid, jsonb, jsonb, text),
  change_account(uuid, jsonb, text), give_platform_role(uuid, uuid, text, uuid, text), end_platform_role(uuid, text),
  set_chair(uuid, uuid, date, uuid, text), close_account(uuid, text), reopen_account(uuid, text), end_sessions_of(uuid, text),
  invite_again(uuid, jsonb, text), start_password_reset(uuid, jsonb, text), ask_removal(uuid, uuid, text, jsonb, text),
  confirm_removal(uuid, jsonb, text), withdraw_removal(uuid, text), account_message_is_wanted(uuid), undelivered_messages(),
  send_message_again(uuid, text), dismiss_message(uuid, text), demand_director(), invite_professional(uuid, jsonb, jsonb, text),
  invite_family_member(uuid, uuid, text, jsonb, text), invite_again_here(uuid, jsonb, text), open_invitations(), withdraw_invitations(),
  account_for_new_factor(bytea), forgive_attempt(jsonb), use_factor_link(bytea, bigint, text[], jsonb, jsonb, text), own_account(), own_sessions(),
  change_own_profile(jsonb, text), accept_guideline(text), end_own_session(uuid, text), end_other_sessions(text),
  own_credentials(bytea), spend_code(uuid, bigint, text), change_own_login(bytea, text, text[], jsonb, jsonb, text)
  from public;
grant execute on function
  enter_platform(bytea, text, text[], text, text, boolean, text), administration_in_short(), accounts_in_list(text, text, int, int),
  account_in_full(uuid), open_removals(), organisations_in_list(text, int, int), organisation_in_full(uuid), taken_addresses(text[]), known_organisations(text[]), regions_in_list(),
  certified_chairs(), organisation_names(), put_organisation(uuid, text, text, text, text), put_region(uuid, text, int, text),
  invite_account(uuid, jsonb, jsonb, text), change_account(uuid, jsonb, text), give_platform_role(uuid, uuid, text, uuid, text),
  end_platform_role(uuid, text), set_chair(uuid, uuid, date, uuid, text), close_account(uuid, text), reopen_account(uuid, text),
  end_sessions_of(uuid, text), invite_again(uuid, jsonb, text), start_password_reset(uuid, jsonb, text),
  ask_removal(uuid, uuid, text, jsonb, text), confirm_removal(uuid, jsonb, text), withdraw_removal(uuid, text),
  undelivered_messages(), send_message_again(uuid, text), dismiss_message(uuid, text), invite_professional(uuid, jsonb, jsonb, text),
  invite_family_member(uuid, uuid, text, jsonb, text), invite_again_here(uuid, jsonb, text), open_invitations(), account_for_new_factor(bytea),
  use_factor_link(bytea, bigint, text[], jsonb, jsonb, text), own_account(), own_sessions(), change_own_profile(jsonb, text),
  accept_guideline(text), end_own_session(uuid, text), end_other_sessions(text), own_credentials(bytea),
  change_own_login(bytea, text, text[], jsonb, jsonb, text)
  to gips_app;
grant execute on function account_message_is_wanted(uuid) to gips_worker;
