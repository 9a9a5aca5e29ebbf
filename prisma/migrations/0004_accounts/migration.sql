-- Accounts, sessions, codes and links. The app has no right on these tables at all: only on the functions below, each
-- of which does one step of logging in or setting up an account.

create function note_platform_line(p_person uuid, p_kind text, p_right text, p_detail jsonb, p_request text)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_line (person_id, person_name, roles, kind, "right", detail, request_id)
  select p_person, (select name from person where id = p_person), '{}', p_kind, p_right, p_detail, p_request
$$;

-- Opening a session and mailing a link take a proof that the application itself asks for it: an HMAC under a key that is
-- derived from APP_SECRET and that no role but the owner reads. Whoever gets SQL through the app's role has none.
create schema gips_secret;
create table gips_secret.login_key (
  only_one boolean primary key default true check (only_one),
  -- The key as HMAC-SHA256 uses it: exclusive-or with 0x36 and with 0x5c, 64 bytes each (RFC 2104).
  inner_pad bytea not null,
  outer_pad bytea not null
);

create function demand_proof(p_message text, p_proof bytea) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from gips_secret.login_key k
    where p_proof = sha256(k.outer_pad || sha256(k.inner_pad || convert_to(p_message, 'UTF8'))))
  then raise exception 'the application did not ask for this' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Counts an attempt before the password is looked at, so that a burst of attempts at once cannot pass the limit.
-- Returns the seconds to wait, 0 when the attempt may go on. p_free = failures without delay, per key.
create function count_login_attempt(p_keys text[], p_free int[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  wait int := 0;
  row login_failure;
begin
  for i in 1 .. array_length(p_keys, 1) loop
    insert into login_failure (key, failures, last_at, blocked_until)
      values (p_keys[i], 0, gips_now(), '-infinity') on conflict do nothing;
  end loop;
  for row in select * from login_failure where key = any (p_keys) order by key for update loop
    if row.blocked_until > gips_now() then
      wait := greatest(wait, ceil(extract(epoch from row.blocked_until - gips_now()))::int);
    end if;
  end loop;
  if wait > 0 then return wait; end if;
  update login_failure f set
    failures = n.failures,
    last_at = gips_now(),
    blocked_until = case when n.failures <= n.free then '-infinity'
      else gips_now() + least(interval '15 minutes', interval '1 second' * 2 ^ least(n.failures - n.free, 10)) end
  from (
    select g.key, k.free, case when g.last_at < gips_now() - interval '1 hour' then 1 else g.failures + 1 end as failures
    from unnest(p_keys, p_free) as k (key, free) join login_failure g using (key)
  ) n where n.key = f.key;
  return 0;
end $$;

create function account_for_login(p_email text)
returns table (id uuid, password_hash text, totp_secret bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, password_hash, totp_secret from person
  where email = lower(p_email) and closed_at is null and password_hash is not null and totp_confirmed_at is not null
$$;

-- Spends the code (a step of the clock, or a recovery code) and opens the session: both or neither. The account starts
-- anew; at the address, which many may share, this one attempt was no failure.
create function open_session(
  p_person uuid, p_step bigint, p_recovery_hash text, p_session uuid, p_token_hash bytea, p_account_key text,
  p_address_key text, p_proof bytea, p_request text)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_proof(
    concat_ws(' ', 'open', p_person, coalesce(p_step::text, p_recovery_hash), encode(p_token_hash, 'hex')), p_proof);
  if p_step is not null then
    update person set totp_last_step = p_step
    where id = p_person and closed_at is null and totp_confirmed_at is not null and coalesce(totp_last_step, 0) < p_step;
  else
    update recovery_code r set used_at = gips_now() from person p
    where r.person_id = p_person and p.id = r.person_id and r.code_hash = p_recovery_hash and r.used_at is null
      and p.closed_at is null and p.totp_confirmed_at is not null;
  end if;
  if not found then return false; end if;
  insert into session (id, token_hash, person_id, created_at, last_seen_at)
    values (p_session, p_token_hash, p_person, gips_now(), gips_now());
  delete from login_failure where key = p_account_key;
  update login_failure set failures = greatest(failures - 1, 0), blocked_until = '-infinity' where key = p_address_key;
  perform note_platform_line(p_person, 'login', 'account.login', jsonb_build_object('recovery', p_step is null), p_request);
  return true;
end $$;

create function end_session(p_token_hash bytea, p_reason text, p_request text)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ended session;
begin
  update session set ended_at = gips_now(), end_reason = p_reason
    where token_hash = p_token_hash and ended_at is null returning * into ended;
  if not found then return null; end if;
  update projector_pass set revoked_at = gips_now() where person_id = ended.person_id and revoked_at is null;
  perform note_platform_line(ended.person_id, 'logout', 'account.logout', jsonb_build_object('reason', p_reason), p_request);
  perform pg_notify('access', jsonb_build_object('person', ended.person_id)::text);
  return ended.person_id;
end $$;

-- A link is read as often as needed and used once.
create function account_link(p_token_hash bytea)
returns table (id uuid, person_id uuid, email text, name text, kind account_link_kind, pending_totp_secret bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.person_id, p.email, p.name, l.kind, l.pending_totp_secret
  from account_link l join person p on p.id = l.person_id
  where l.token_hash = p_token_hash and l.used_at is null and l.expires_at > gips_now() and p.closed_at is null
$$;

create function keep_pending_secret(p_token_hash bytea, p_secret bytea)
returns bytea language sql security definer set search_path = public, pg_temp as $$
  update account_link set pending_totp_secret = coalesce(pending_totp_secret, p_secret)
  where token_hash = p_token_hash and used_at is null and expires_at > gips_now() and kind = 'invitation'
  returning pending_totp_secret
$$;

-- An invitation sets password, second factor and recovery codes; a reset sets the password and leaves the factor.
create function use_account_link(
  p_token_hash bytea, p_password_hash text, p_step bigint, p_recovery_hashes text[], p_request text)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  used account_link;
begin
  update account_link set used_at = gips_now()
    where token_hash = p_token_hash and used_at is null and expires_at > gips_now()
      and (kind = 'reset' or (pending_totp_secret is not null and p_step is not null))
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
  update session set ended_at = gips_now(), end_reason = 'password' where person_id = used.person_id and ended_at is null;
  update projector_pass set revoked_at = gips_now() where person_id = used.person_id and revoked_at is null;
  perform note_platform_line(used.person_id, 'change', 'account.password', jsonb_build_object('link', used.kind), p_request);
  perform pg_notify('access', jsonb_build_object('person', used.person_id)::text);
  return true;
end $$;

-- Always says nothing: whether the account exists is not told, and an account without a factor gets no reset. Three an
-- hour: nobody's mailbox is flooded, and the last link stands, however often somebody else asks for one.
create function ask_password_reset(p_email text, p_link uuid, p_token_hash bytea, p_message uuid, p_payload jsonb, p_host text,
  p_proof bytea, p_request text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who uuid;
begin
  perform demand_proof(concat_ws(' ', 'reset', p_link, encode(p_token_hash, 'hex')), p_proof);
  select id into who from person where email = lower(p_email) and closed_at is null and totp_confirmed_at is not null;
  if who is null then return; end if;
  perform from person where id = who for update;
  if (select count(*) from account_link
    where person_id = who and kind = 'reset' and created_at > gips_now() - interval '1 hour') >= 3 then return; end if;
  update account_link set used_at = gips_now() where person_id = who and kind = 'reset' and used_at is null;
  insert into account_link (id, person_id, kind, token_hash, created_at, expires_at)
    values (p_link, who, 'reset', p_token_hash, gips_now(), gips_now() + interval '30 minutes');
  insert into message (id, key, kind, recipient_id, payload, due_at, message_id)
    values (p_message, 'reset:' || p_link, 'passwordReset', who, p_payload, gips_now(), p_message || '@' || p_host);
  perform note_platform_line(who, 'change', 'account.askReset', null, p_request);
end $$;

alter table person enable row level security;
alter table session enable row level security;
alter table account_link enable row level security;
alter table recovery_code enable row level security;
alter table login_failure enable row level security;
alter table platform_role enable row level security;
alter table region enable row level security;
alter table organisation enable row level security;
alter table chair_certification enable row level security;
alter table supervision_note enable row level security;

revoke execute on all functions in schema public from public;
grant execute on function
  gips_now(), count_login_attempt(text[], int[]), account_for_login(text),
  open_session(uuid, bigint, text, uuid, bytea, text, text, bytea, text), end_session(bytea, text, text),
  account_link(bytea), keep_pending_secret(bytea, bytea), use_account_link(bytea, text, bigint, text[], text),
  ask_password_reset(text, uuid, bytea, uuid, jsonb, text, bytea, text)
  to gips_app;
grant execute on function gips_now() to gips_worker;
grant usage on schema public to gips_app, gips_worker;

-- A refused attempt leaves its line in a transaction of its own, also for an account that does not exist.
create function note_login_refusal(p_email text, p_reason text, p_request text)
returns void language sql security definer set search_path = public, pg_temp as $$
  select note_platform_line((select id from person where email = lower(p_email)), 'refusal', 'account.login',
    jsonb_build_object('reason', p_reason), p_request)
$$;
revoke execute on function note_login_refusal(text, text, text) from public;
grant execute on function note_login_refusal(text, text, text) to gips_app;
