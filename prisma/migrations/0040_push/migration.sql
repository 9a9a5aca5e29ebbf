-- Alerts on a telephone beside the mail (docs/decisions/0032): which devices want them, which events a case director chose, and a
-- job of its own for each device.

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "push_events" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "push_device" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "auth" BYTEA NOT NULL,
    "label" TEXT NOT NULL,
    "device_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "push_device_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "push_device_endpoint_key" ON "push_device"("endpoint");

-- CreateIndex
CREATE UNIQUE INDEX "push_device_device_hash_key" ON "push_device"("device_hash");

-- CreateIndex
CREATE INDEX "push_device_person_id_idx" ON "push_device"("person_id");

-- AddForeignKey
ALTER TABLE "push_device" ADD CONSTRAINT "push_device_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Keys of the lengths that RFC 8291 gives them, over https: the worker asks again before it sends.
alter table push_device add constraint sound_keys check (
  length(public_key) = 65 and length(auth) = 16 and length(device_hash) = 32 and length(endpoint) <= 1000
  and length(label) between 1 and 80);

-- The application reads and writes it through functions about one's own devices; the worker reads where to send, and takes away
-- what a push service no longer knows.
alter table push_device enable row level security;
grant select, delete, update (last_sent_at) on push_device to gips_worker;
create policy worker on push_device for all to gips_worker using (true) with check (true);

-- One's own devices ---------------------------------------------------------------------------------------------------------
create function own_devices(p_device bytea)
returns table (id uuid, label text, created_at timestamptz, last_sent_at timestamptz, is_current boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.label, d.created_at, d.last_sent_at, coalesce(d.device_hash = p_device, false)
  from push_device d where d.person_id = session_person() order by d.created_at, d.id
$$;

-- Says 'kept', 'many' (ten devices) or 'absent' (nobody, or a family account: alerts go to who works in a dossier). A device that
-- was somebody else's before is theirs no more.
create function keep_device(p_device jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := session_person();
begin
  if me is null or is_family_account(me) then return 'absent'; end if;
  perform from person p where p.id = me for update;
  delete from push_device d
    where d.endpoint = p_device ->> 'endpoint' or d.device_hash = decode(p_device ->> 'deviceHash', 'hex');
  if (select count(*) from push_device d where d.person_id = me) >= 10 then return 'many'; end if;
  insert into push_device (id, person_id, endpoint, public_key, auth, label, device_hash, created_at)
    values ((p_device ->> 'id')::uuid, me, p_device ->> 'endpoint', decode(p_device ->> 'publicKey', 'hex'),
      decode(p_device ->> 'auth', 'hex'), p_device ->> 'label', decode(p_device ->> 'deviceHash', 'hex'), gips_now());
  perform note_on_platform('account.own', 'device ' || (p_device ->> 'id'), '{"what": "alerts on"}', p_request);
  return 'kept';
end $$;

create function stop_device(p_id uuid, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from push_device d where d.id = p_id and d.person_id = session_person();
  if not found then return false; end if;
  perform note_on_platform('account.own', 'device ' || p_id, '{"what": "alerts off"}', p_request);
  return true;
end $$;

-- Whoever logs out on a device is no longer told anything there, also when the session was over by then. Only the device itself
-- knows what hashes to this.
create function forget_device(p_device bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from push_device d where d.device_hash = p_device
$$;

create function forget_devices_of_closed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from push_device d where d.person_id = new.id;
  return null;
end $$;
create trigger closed_account_has_no_devices after update of closed_at on person
  for each row when (new.closed_at is not null) execute function forget_devices_of_closed();

-- What a case director chose to be told beside signals.
create function own_push_events() returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select p.push_events from person p where p.id = session_person()
$$;

create function choose_push_events(p_events text[], p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person set push_events = array(
      select distinct e from unnest(p_events) e where e in ('agreementDone', 'assessmentAnswered') order by 1)
    where id = session_person();
  if not found then return false; end if;
  perform note_on_platform('account.own', 'alerts', '{"what": "alerts chosen"}', p_request);
  return true;
end $$;

-- What is told in the app alone ------------------------------------------------------------------------------------------
-- Director and deputy who asked to hear it, when somebody else did what they wait for: the agreement was ticked as done, or the
-- answer to an extra assessment is finished, by the viewer and just now. Such a message is no mail: it has arrived at once. Each
-- once; of an agreement that comes back, once a day.
create function tell_directors(p_kind text, p_about uuid, p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
  me uuid := viewer_person();
  told int;
begin
  if p_host !~ '^[A-Za-z0-9.-]{1,253}$' then raise exception 'this is no host'; end if;
  if fam is null or viewer_roles() = '{}' or not may_write() then return 0; end if;
  if not (case p_kind
    when 'agreementDone' then exists (
      select from agreement_tick k where k.family_id = fam and k.agreement_id = p_about and k.person_id = me
        and k.state = 'done' and k.ticked_at > gips_now() - interval '1 minute')
    when 'assessmentAnswered' then exists (
      select from assessment_invitee i where i.family_id = fam and i.assessment_id = p_about and i.person_id = me
        and i.answered_at > gips_now() - interval '1 minute')
    else false end)
  then return 0; end if;
  insert into message (id, key, kind, recipient_id, family_id, payload, state, due_at, sent_at, message_id)
    select o.id, concat_ws(':', p_kind, p_about, me, o.person_id, case p_kind when 'agreementDone' then dutch_today() end),
      p_kind, o.person_id, fam,
      jsonb_build_object('code', f.code, case p_kind when 'agreementDone' then 'agreement' else 'assessment' end, p_about),
      'sent', gips_now(), gips_now(), o.id || '@' || p_host
    from family f, (
      select gen_random_uuid() as id, d.person_id from (
        select distinct m.person_id from team_membership m join person p on p.id = m.person_id
        where m.family_id = fam and m.role in ('caseDirector', 'deputy') and m.person_id <> me and p.closed_at is null
          and m.since <= gips_now() and (m.until is null or m.until > gips_now()) and p_kind = any (p.push_events)) d) o
    where f.id = fam
    on conflict do nothing;
  get diagnostics told = row_count;
  return told;
end $$;

-- Asked beside the others at the moment of sending.
create function app_message_is_wanted(p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from message m join person p on p.id = m.recipient_id and p.closed_at is null
    where m.id = p_id and m.kind in ('agreementDone', 'assessmentAnswered') and m.kind = any (p.push_events)
      and 'caseDirector' = any (roles_in(p.id, m.family_id)))
$$;

-- Jobs -----------------------------------------------------------------------------------------------------------------------
-- Every message of these kinds goes to each device of its recipient, as a job of its own: a mail server that is silent holds up
-- no telephone, and one telephone no other. It is made in the transaction of its message, is due with it, and goes before all mail.
create function is_pushed(p_kind text) returns boolean language sql immutable as $$
  select p_kind in ('signalReported', 'signalUnseen', 'agreementDone', 'assessmentAnswered')
$$;

create function queue_push_jobs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(
    'send_push', json_build_object('message', new.id, 'device', d.id), job_key => 'push ' || new.id || ' ' || d.id,
    max_attempts => 6, run_at => now() + greatest(new.due_at - gips_now() - interval '1 millisecond', interval '0'),
    priority => message_priority(new.kind) - 10)
  from push_device d where d.person_id = new.recipient_id;
  return null;
end $$;
create trigger message_goes_to_devices after insert on message
  for each row when (is_pushed(new.kind) and new.state not in ('cancelled', 'dropped')) execute function queue_push_jobs();

revoke execute on function own_devices(bytea), keep_device(jsonb, text), stop_device(uuid, text), forget_device(bytea),
  forget_devices_of_closed(), own_push_events(), choose_push_events(text[], text), tell_directors(text, uuid, text),
  app_message_is_wanted(uuid), is_pushed(text), queue_push_jobs() from public;
grant execute on function own_devices(bytea), keep_device(jsonb, text), stop_device(uuid, text), forget_device(bytea),
  own_push_events(), choose_push_events(text[], text), tell_directors(text, uuid, text), is_pushed(text) to gips_app;
grant execute on function app_message_is_wanted(uuid), is_pushed(text) to gips_worker;
