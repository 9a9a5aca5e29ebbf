-- A page, its photos and its streams ask at the same moment. Each found that the session was seen more than a minute ago and
-- waited for the one before it to end, only to write the same down once more. Now the first writes and nobody waits.
create function note_activity(p_session uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update session set last_seen_at = gips_now() where id = (
    select s.id from session s where s.id = p_session and s.last_seen_at < gips_now() - interval '1 minute'
    for no key update skip locked)
$$;
revoke execute on function note_activity(uuid) from public;

-- As before, but for what is said above.
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
    perform note_activity(open_session.id);
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

create or replace function enter_person(p_session bytea, p_is_activity boolean)
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
    perform note_activity(open_session.id);
  end if;
  return query select p.id, open_session.id, gips_now(), p.name, p.email,
    array(select r.role::text from platform_role r where r.person_id = p.id and (r.until is null or r.until > gips_now())),
    array(select r.region_id from platform_role r
      where r.person_id = p.id and r.region_id is not null and (r.until is null or r.until > gips_now()))
  from person p where p.id = open_session.person_id;
end $$;
