-- Who is looking is found out once a transaction (docs/decisions/0012). The row policies ask it a hundred times for one
-- page, and each time it meant reading session, account, memberships and shields anew. The gate has already done that
-- and written the outcome down in this very transaction: its line of the trail names the person, the dossier and the
-- roles. No request can write or change such a line; it only says which one is its own (gips.line). A line of another
-- transaction, of another dossier or of a refusal counts for nothing: then all is derived from the rows, as before.

-- The account behind the session or the projector's pass, as before.
create or replace function account_person() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select l.person_id from audit_line l
      where l.id = nullif(current_setting('gips.line', true), '')::bigint
        and l.transaction = pg_current_xact_id_if_assigned() and l.family_id is not null and l.kind <> 'refusal'),
    (select person_id from session where id = viewer_session()),
    (select o.person_id from projector_pass o join person p on p.id = o.person_id
      where o.token_hash = decode(nullif(current_setting('gips.pass', true), ''), 'hex')
        and o.revoked_at is null and o.expires_at > gips_now() and p.closed_at is null))
$$;

create or replace function viewer_roles() returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select l.roles from audit_line l
      where l.id = nullif(current_setting('gips.line', true), '')::bigint
        and l.transaction = pg_current_xact_id_if_assigned() and l.kind <> 'refusal'
        and l.family_id = nullif(current_setting('gips.family', true), '')::uuid
        and nullif(current_setting('gips.view_as', true), '') is null),
    roles_in(viewer_person(), nullif(current_setting('gips.family', true), '')::uuid))
$$;

create or replace function entered_family() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id from family f
  where f.id = nullif(current_setting('gips.family', true), '')::uuid and cardinality((select viewer_roles())) > 0
$$;

-- As before, but what does not depend on the row is asked once, not for each row.
create or replace function hidden_plans() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from plan p
  where p.family_id = nullif(current_setting('gips.family', true), '')::uuid
    and not (select sees_everything()) and not may_see('plan', p.id, p.about_member_id, null)
$$;

create or replace function own_agreements() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select d.agreement_id from agreement_doer d
  where d.family_id = (select entered_family()) and (
    d.person_id = (select viewer_person()) or d.member_id = (select viewer_member())
    or (d.network_person_id is not null and (select viewer_is('family'))))
  union
  select a.id from agreement a where a.family_id = (select entered_family()) and a.by_everyone
$$;

-- As before; it also remembers which line of the trail is that of this passage.
create or replace function enter_dossier(
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
  line bigint;
begin
  perform set_config('gips.line', '', true);
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
    case when mine && p_roles then p_kind else 'refusal' end, p_right, p_subject, p_request)
  returning id into line;
  if not (mine && p_roles) then
    return query select false, me.id, open_session.id, gips_now(), null::uuid, null::text, null::family_state,
      null::text, '{}'::text[], null::uuid, '{}'::uuid[], null::text, null::bytea;
    return;
  end if;
  perform set_config('gips.family', fam.id::text, true);
  perform set_config('gips.line', line::text, true);
  return query select true, me.id, open_session.id, gips_now(), fam.id, fam.name, fam.state, me.name, mine,
    (select a.member_id from family_access a where a.family_id = fam.id and a.person_id = me.id
      and (a.until is null or a.until > gips_now())),
    array(select m.plan_id from team_membership m where m.family_id = fam.id and m.person_id = me.id
      and m.role = 'noteTaker' and (m.until is null or m.until > gips_now())),
    fam.key_id, fam.wrapped_key;
end $$;

-- As before, but a line always names the account itself, also while its director looks through someone else's eyes: who
-- acted is who is logged in, and every line of a dossier says truly which roles that account has in it.
create or replace function note_line(p_kind text, p_right text, p_subject text, p_detail jsonb, p_request text)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_line (family_id, person_id, person_name, session_id, roles, kind, "right", subject, detail, request_id)
  select v.family, p.id, p.name, viewer_session(), coalesce(roles_in(p.id, v.family), '{}'),
    p_kind, p_right, p_subject, p_detail, p_request
  from (select nullif(current_setting('gips.family', true), '')::uuid as family) v, person p
  where p.id = (select account_person())
$$;
