-- How a dossier begins and who directs it: a family is registered by its region, the intake is completed by the case
-- director, direction passes from one to another, and whoever stops leaves no agreement behind.

-- CreateEnum
CREATE TYPE "direction_change_kind" AS ENUM ('appointed', 'replaced', 'handedOver', 'voluntary');

-- AlterTable
ALTER TABLE "intake" ADD COLUMN     "care_avoiding" BOOLEAN,
ADD COLUMN     "danger_averted_by" TEXT,
ADD COLUMN     "immediate_danger" BOOLEAN,
ADD COLUMN     "voluntary_from" DATE;

-- CreateTable
CREATE TABLE "intake_incident" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "happened_on" DATE NOT NULL,
    "what" TEXT NOT NULL,

    CONSTRAINT "intake_incident_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "direction_change" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "direction_change_kind" NOT NULL,
    "from_person_id" UUID,
    "to_person_id" UUID NOT NULL,
    "from_organisation" TEXT,
    "to_organisation" TEXT,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "direction_change_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "leave_request" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "leave_request_pkey" PRIMARY KEY ("family_id","id")
);

-- AddForeignKey
ALTER TABLE "intake_incident" ADD CONSTRAINT "intake_incident_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "direction_change" ADD CONSTRAINT "direction_change_from_person_id_fkey" FOREIGN KEY ("from_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "direction_change" ADD CONSTRAINT "direction_change_to_person_id_fkey" FOREIGN KEY ("to_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "direction_change" ADD CONSTRAINT "direction_change_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "direction_change" ADD CONSTRAINT "direction_change_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "leave_request" ADD CONSTRAINT "leave_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "leave_request" ADD CONSTRAINT "leave_request_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- One open request for each person.
create unique index leave_request_once on leave_request (family_id, person_id) where closed_at is null;

-- The intake ---------------------------------------------------------------------------------------------------------
-- It reads like the documents. Triage and framework are the region's: no request inside the dossier writes them.
drop policy reads on intake;
create policy reads on intake for select to gips_app using (family_id = (select entered_family())
  and (select viewer_is('caseDirector', 'gipsMaster', 'professional')));
drop policy removes on intake;
revoke insert, update, delete on intake from gips_app;
grant insert (family_id, id, forms_of_unsafety, directions, structural_facts, immediate_danger, danger_averted,
    danger_averted_by, danger_averted_until, family_plan_offered, family_plan_chosen, explained_on, consent_asked_on,
    history_of_help, care_avoiding, voluntary_from),
  update (forms_of_unsafety, directions, structural_facts, immediate_danger, danger_averted, danger_averted_by,
    danger_averted_until, family_plan_offered, family_plan_chosen, explained_on, consent_asked_on, history_of_help,
    care_avoiding, voluntary_from)
  on intake to gips_app;
call guard('intake_incident', $$(select viewer_is('caseDirector', 'gipsMaster', 'professional'))$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, delete');

-- The first plan begins the trajectory.
create function first_plan_begins() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update family set state = 'active', started_on = coalesce(started_on, (gips_now() at time zone 'Europe/Amsterdam')::date)
    where id = new.family_id and state = 'intake';
  return null;
end $$;
create trigger begins_trajectory after insert on plan for each row execute function first_plan_begins();

-- Direction ----------------------------------------------------------------------------------------------------------
call guard('direction_change', $$(select viewer_is('caseDirector'))$$,
  $$(select viewer_is('caseDirector')) and recorded_by_id = (select viewer_person()) and kind in ('handedOver', 'voluntary')$$,
  'insert');

-- The organisation that directs is that of the case director.
create function direction_follows_director() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update family f set direction_organisation_id = p.organisation_id from person p
    where f.id = new.family_id and p.id = new.person_id and p.organisation_id is not null
      and f.direction_organisation_id is distinct from p.organisation_id;
  return null;
end $$;
create trigger directs after insert on team_membership
  for each row when (new.role = 'caseDirector' and new.until is null) execute function direction_follows_director();

create function directing_organisation() returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select o.name from family f join organisation o on o.id = f.direction_organisation_id
  where f.id = entered_family() and viewer_is('caseDirector')
$$;

create function direction_history()
returns table (kind direction_change_kind, from_name text, to_name text, from_organisation text, to_organisation text,
  reason text, at timestamptz, recorded_by text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.kind, f.name, t.name, c.from_organisation, c.to_organisation, c.reason, c.at, r.name
  from direction_change c
  left join person f on f.id = c.from_person_id
  join person t on t.id = c.to_person_id
  join person r on r.id = c.recorded_by_id
  where c.family_id = entered_family() and viewer_is('caseDirector')
  order by c.at desc, c.id desc
$$;

-- Asking to stop: one's own request, for the case director to see; the team and the family do not read it.
call guard('leave_request', $$(select viewer_is('caseDirector')) or person_id = (select viewer_person())$$,
  $$person_id = (select viewer_person()) and (select viewer_is('gipsMaster', 'noteTaker', 'professional', 'caseManager'))$$,
  'insert');
call lets('leave_request', 'update', $$(select viewer_is('caseDirector')) or person_id = (select viewer_person())$$,
  'person_id, reason, asked_at');

-- For the list of one's own families: who asked the viewer, as case director, to stop.
create function my_leave_requests() returns table (code text, person_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.code, l.person_id, p.name
  from leave_request l join family f on f.id = l.family_id join person p on p.id = l.person_id
  where l.closed_at is null and viewer_session() is not null
    and l.family_id in (select m.family_id from team_membership m where m.person_id = account_person())
    and 'caseDirector' = any (roles_in(account_person(), l.family_id))
  order by l.asked_at
$$;

-- The region ---------------------------------------------------------------------------------------------------------
-- The regions that the viewer coordinates. Only a session counts, and only in its own name: no projector's pass, no look
-- through another's eyes.
create function coordinated_regions() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select r.region_id from session s join platform_role r on r.person_id = s.person_id
  where s.id = viewer_session() and nullif(current_setting('gips.view_as', true), '') is null
    and r.role = 'regionCoordinator' and r.since <= gips_now() and (r.until is null or r.until > gips_now())
$$;

create function my_regions() returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.name from region r where r.id in (select coordinated_regions()) order by r.name
$$;

-- A family of the viewer's own region; null for any other code, for anyone else, and once the dossier is closed.
create function family_to_steer(p_code text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id from family f
  where f.code = p_code and f.state not in ('closed', 'erased') and f.region_id in (select coordinated_regions())
$$;

-- A line of the region in the trail of a dossier. Without roles, always: a line of the gate proves the roles it names
-- (0012), and a coordinator has none in any dossier.
create function note_region_line(p_family uuid, p_kind text, p_right text, p_subject text, p_request text)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into audit_line (family_id, person_id, person_name, session_id, roles, kind, "right", subject, request_id)
  select p_family, p.id, p.name, s.id, '{}', p_kind, p_right, p_subject, p_request
  from session s join person p on p.id = s.person_id where s.id = viewer_session()
$$;

-- When agreements in force are due, without what they say: what a region may count as overdue.
create function agreement_days(p_family uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('dueOn', a.due_on, 'rhythm', a.rhythm, 'rhythmUntil', a.rhythm_until,
    'settledFor', (
      select max(t.day) from (
        select distinct on (d.day) d.day, k.state
        from agreement_tick k, lateral (select coalesce(k.for_day, case a.rhythm
          when 'once' then a.due_on else (k.ticked_at at time zone 'Europe/Amsterdam')::date end) as day) d
        where k.family_id = a.family_id and k.agreement_id = a.id
        order by d.day, k.ticked_at desc, k.id desc) t
      where t.state = 'done'))), '[]')
  from agreement a
  where a.family_id = p_family and a.in_force_at is not null and a.dropped_at is null
$$;

-- As before, with what is overdue, and for a session of one's own only.
drop function region_families();
create function region_families()
returns table (code text, state family_state, plan_kind plan_kind, plan_ordinal int, plan_state plan_state, meeting_on date,
  director text, agreements jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.code, f.state, p.kind, p.ordinal, p.state, g.held_on,
    (select d.name from team_membership m join person d on d.id = m.person_id
      where m.family_id = f.id and m.role = 'caseDirector' and m.until is null),
    case when f.state = 'closed' then '[]' else agreement_days(f.id) end
  from family f
  left join lateral (
    select * from plan where plan.family_id = f.id order by plan.kind desc, plan.ordinal desc limit 1) p on true
  left join meeting g on g.family_id = p.family_id and g.plan_id = p.id
  where f.state <> 'erased' and f.region_id in (select coordinated_regions())
  order by f.code
$$;

-- How a chair stands: certified, in training under a supervisor, or neither (null).
create function chair_standing(p_person uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case when bool_or(c.certified_on <= d.today) then 'certified' when bool_or(c.supervisor_id is not null) then 'inTraining' end
  from chair_certification c, (select (gips_now() at time zone 'Europe/Amsterdam')::date as today) d
  where c.person_id = p_person and (c.ended_on is null or c.ended_on > d.today)
$$;

-- One family for the coordinator of its region: phase, dates, people responsible, triage and framework. No name of the
-- family, nothing of the content. Whoever asks leaves a line in the dossier; for anyone else that of a refusal.
create function region_family(p_code text, p_request text)
returns table (code text, state family_state, plan_kind plan_kind, plan_ordinal int, plan_state plan_state, meeting_on date,
  agreements jsonb, director_id uuid, director text, director_organisation text, deputy text, chair_id uuid, chair text,
  chair_standing text, triage_received_on date, triage_complete boolean, reported_at timestamptz, first_action_at timestamptz,
  framework_kind text, framework_from date, framework_until date, voluntary_from date)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  fam family;
  is_own boolean;
begin
  select f.* into fam from family f where f.code = p_code and f.state <> 'erased';
  is_own := coalesce(fam.region_id in (select coordinated_regions()), false);
  perform note_region_line(fam.id, case when is_own then 'read' else 'refusal' end, 'region.progress', null, p_request);
  if not is_own then return; end if;
  return query
    with seats as (
      select distinct on (m.role) m.role, p.id, p.name, o.name as organisation
      from team_membership m join person p on p.id = m.person_id left join organisation o on o.id = p.organisation_id
      where m.family_id = fam.id and m.until is null and m.role in ('caseDirector', 'deputy', 'gipsMaster')
      order by m.role, m.since desc)
    select fam.code, fam.state, p.kind, p.ordinal, p.state, g.held_on,
      case when fam.state = 'closed' then '[]' else agreement_days(fam.id) end,
      d.id, d.name, d.organisation, (select s.name from seats s where s.role = 'deputy'), c.id, c.name, chair_standing(c.id),
      i.triage_received_on, i.triage_complete, i.reported_at, i.first_action_at,
      i.framework_kind, i.framework_from, i.framework_until, i.voluntary_from
    from (select 1) one
    left join lateral (
      select * from plan where plan.family_id = fam.id order by plan.kind desc, plan.ordinal desc limit 1) p on true
    left join meeting g on g.family_id = p.family_id and g.plan_id = p.id
    left join seats d on d.role = 'caseDirector'
    left join seats c on c.role = 'gipsMaster'
    left join intake i on i.family_id = fam.id;
end $$;

-- The words by which a family is known, for finding it before it is registered twice: without accents and without words
-- that many names share.
create function name_words(p_name text) returns text[] language sql immutable set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct w), '{}')
  from regexp_split_to_table(regexp_replace(normalize(lower(p_name), NFD), '[\u0300-\u036f]', '', 'g'), '[-\s–—/.,''’()&+"]+') w
  where char_length(w) > 1 and w <> all (array['gezin', 'familie', 'fam', 'van', 'von', 'de', 'den', 'der', 'het', 'in',
    'op', 'te', 'ten', 'ter', 'en', 'la', 'le', 'el', 'al', 'ben'])
$$;

-- Whether a family is known in the viewer's own region, by its code or by a whole word of its name. It says which codes,
-- nothing more; families of other regions do not exist for it.
create function find_in_region(p_text text, p_request text) returns setof text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from coordinated_regions()) then return; end if;
  perform note_region_line(null, 'read', 'region.register', 'search', p_request);
  return query
    select f.code from family f
    where f.state <> 'erased' and f.region_id in (select coordinated_regions())
      and (f.code = upper(trim(p_text)) or name_words(f.name) && name_words(p_text))
    order by f.code;
end $$;

-- Who may be given a role in a dossier: an account that is open and not that of a family, and not one's own: a
-- coordinator does not let themselves in.
create function may_be_appointed(p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from person p
    where p.id = p_person and p.closed_at is null and exists (select from coordinated_regions())
      and not exists (select from family_access a where a.person_id = p.id)
      and not exists (select from session s where s.id = viewer_session() and s.person_id = p.id))
$$;

-- The account behind one exact address, for a coordinator who appoints: one address, one answer.
create function account_to_appoint(p_email text)
returns table (id uuid, name text, organisation text, chair_standing text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, o.name, chair_standing(p.id)
  from person p left join organisation o on o.id = p.organisation_id
  where p.email = lower(trim(p_email)) and may_be_appointed(p.id)
$$;

-- Registers a family with its case director and returns its code, the next one: whoever comes at the same moment waits,
-- so that no number is skipped or given twice. Null for who does not coordinate that region.
create function register_family(p_family uuid, p_region uuid, p_name text, p_key_id text, p_wrapped_key bytea,
  p_director uuid, p_message uuid, p_host text, p_request text)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  new_code text;
begin
  if p_region is null or p_region not in (select coordinated_regions()) or not may_be_appointed(p_director)
  then return null; end if;
  if char_length(trim(p_name)) not between 1 and 120 or p_key_id is null or octet_length(p_wrapped_key) <> 60
  then raise exception 'a family has a name and a key' using errcode = 'check_violation'; end if;
  perform pg_advisory_xact_lock(hashtext('family_code'));
  select 'G-' || lpad(n::text, greatest(4, char_length(n::text)), '0') into new_code
    from (select coalesce(max(substr(code, 3)::bigint), 0) + 1 as n from family) last;
  insert into family (id, code, name, region_id, state, created_at, key_id, wrapped_key)
    values (p_family, new_code, trim(p_name), p_region, 'intake', gips_now(), p_key_id, p_wrapped_key);
  insert into intake (family_id, id) values (p_family, gen_random_uuid());
  perform note_region_line(p_family, 'change', 'region.register', 'family', p_request);
  if appoint_in_region(new_code, 'caseDirector', p_director, null, 'Aanmelding', array[p_message], p_host, p_request) <> 'done'
  then raise exception 'a new family has no case director yet' using errcode = 'check_violation'; end if;
  return new_code;
end $$;

-- What the region knows of the report. Says whether it was recorded: not for anyone else.
create function record_triage(p_code text, p_received_on date, p_complete boolean, p_reported_at timestamptz,
  p_first_action_at timestamptz, p_request text)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := family_to_steer(p_code);
begin
  if fam is null then return false; end if;
  insert into intake (family_id, id) values (fam, gen_random_uuid()) on conflict (family_id) do nothing;
  update intake set triage_received_on = p_received_on, triage_complete = p_complete, reported_at = p_reported_at,
    first_action_at = p_first_action_at where family_id = fam;
  perform note_region_line(fam, 'change', 'region.register', 'triage', p_request);
  return true;
end $$;

-- Pressure or compulsion, from and until; later the same with a later end. `p_seen_until` is the end that the coordinator
-- looked at. A framework that begins after the family went on voluntarily takes the place of that.
create function record_framework(p_code text, p_kind text, p_from date, p_until date, p_seen_until date, p_request text)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := family_to_steer(p_code);
begin
  if fam is null then return 'refused'; end if;
  if p_kind is null or p_kind not in ('pressure', 'compulsion') or p_from is null or p_until is null or p_until <= p_from
  then raise exception 'a framework has a kind, a beginning and an end' using errcode = 'check_violation'; end if;
  insert into intake (family_id, id) values (fam, gen_random_uuid()) on conflict (family_id) do nothing;
  update intake set framework_kind = p_kind, framework_from = p_from, framework_until = p_until,
      voluntary_from = case when p_from > voluntary_from then null else voluntary_from end
    where family_id = fam and framework_until is not distinct from p_seen_until;
  if not found then return 'changed'; end if;
  perform note_region_line(fam, 'change', 'region.register', 'framework', p_request);
  return 'done';
end $$;

-- What was still to be done by somebody who leaves passes to who comes instead.
create function pass_agreements(p_family uuid, p_from uuid, p_to uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  with left_open as (
    select a.id from agreement a
    where a.family_id = p_family and a.in_force_at is not null and a.dropped_at is null
      and case a.rhythm when 'once' then a.state is distinct from 'done'
        else a.rhythm_until >= (gips_now() at time zone 'Europe/Amsterdam')::date end
      and exists (select from agreement_doer d
        where d.family_id = a.family_id and d.agreement_id = a.id and d.person_id = p_from)),
  taken as (
    delete from agreement_doer d
    where d.family_id = p_family and d.person_id = p_from and d.agreement_id in (select id from left_open))
  insert into agreement_doer (family_id, id, agreement_id, person_id)
  select p_family, gen_random_uuid(), id, p_to from left_open on conflict do nothing
$$;

-- The same as the case director decides it, agreement by agreement. What is in force keeps its doers otherwise: only here
-- does somebody in the team come in the place of who leaves. p_left: what the other doers go on with.
create function hand_over_agreements(p_from uuid, p_left uuid[], p_handed jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
begin
  if not may_write() or not viewer_is('caseDirector') or exists (
    select from jsonb_to_recordset(p_handed) as h("personId" uuid)
    where not exists (
      select from team_membership m
      where m.family_id = fam and m.person_id = h."personId" and (m.until is null or m.until > gips_now())))
  then raise exception 'only the case director hands agreements over, to somebody in the team' using errcode = 'insufficient_privilege';
  end if;
  insert into agreement_doer (family_id, id, agreement_id, person_id)
    select fam, gen_random_uuid(), d.agreement_id, h."personId"
    from jsonb_to_recordset(p_handed) as h("agreementId" uuid, "personId" uuid)
    join agreement_doer d on d.family_id = fam and d.agreement_id = h."agreementId" and d.person_id = p_from
    on conflict do nothing;
  delete from agreement_doer d
    where d.family_id = fam and d.person_id = p_from and (d.agreement_id = any (p_left)
      or d.agreement_id in (select h."agreementId" from jsonb_to_recordset(p_handed) as h("agreementId" uuid)));
end $$;

-- Appoints a case director, a first deputy or a chair, in the place of the one whom the coordinator looked at. A case
-- director who is replaced has left: nothing of the dossier remains theirs, and what they had to do passes on.
create function appoint_in_region(p_code text, p_role dossier_role, p_person uuid, p_instead_of uuid, p_reason text,
  p_messages uuid[], p_host text, p_request text)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := family_to_steer(p_code);
  me uuid := (select person_id from session where id = viewer_session());
  moment timestamptz := date_trunc('milliseconds', gips_now());
  sitting uuid;
  seat uuid := gen_random_uuid();
begin
  if fam is null or not may_be_appointed(p_person) or p_role not in ('caseDirector', 'deputy', 'gipsMaster')
    or (p_role = 'deputy' and p_instead_of is not null)
  then return 'refused'; end if;
  perform from family where id = fam for update;
  select m.person_id into sitting from team_membership m
    where m.family_id = fam and m.role = p_role and m.until is null order by m.since desc limit 1;
  if sitting is distinct from p_instead_of then return 'changed'; end if;
  if exists (
    select from team_membership m
    where m.family_id = fam and m.person_id = p_person and (m.until is null or m.until > gips_now())
      and (m.role = p_role or p_role = 'gipsMaster' or m.role = 'gipsMaster' or (p_role = 'deputy' and m.role = 'caseDirector')))
  then return 'otherRole'; end if;
  if sitting is not null then
    if char_length(trim(coalesce(p_reason, ''))) = 0
    then raise exception 'a replacement has a reason' using errcode = 'check_violation'; end if;
    update team_membership set until = moment, end_reason = p_reason
      where family_id = fam and person_id = sitting and role = p_role and until is null;
    if not found then return 'changed'; end if;
    if p_role = 'caseDirector' then
      update team_membership set until = moment, end_reason = p_reason
        where family_id = fam and person_id = sitting and (until is null or until > moment);
      perform pass_agreements(fam, sitting, p_person);
    end if;
    update leave_request set closed_at = moment where family_id = fam and person_id = sitting and closed_at is null
      and cardinality(roles_in(sitting, fam)) = 0;
    insert into message (id, key, kind, recipient_id, family_id, payload, due_at, message_id)
      values (p_messages[2], 'involvementEnded:' || seat, 'involvementEnded', sitting, fam, jsonb_build_object('code', p_code),
        moment, p_messages[2] || '@' || p_host);
  end if;
  if p_role = 'caseDirector' then
    update team_membership set until = moment, end_reason = p_reason
      where family_id = fam and person_id = p_person and role = 'deputy' and until is null;
    insert into direction_change (family_id, id, kind, from_person_id, to_person_id, from_organisation, to_organisation,
        reason, at, recorded_by_id)
      select fam, gen_random_uuid(), case when sitting is null then 'appointed' else 'replaced' end::direction_change_kind,
        sitting, p_person, case when o.id <> n.id then o.name end, case when o.id <> n.id then n.name end,
        p_reason, moment, me
      from family f left join organisation o on o.id = f.direction_organisation_id
        join person p on p.id = p_person left join organisation n on n.id = p.organisation_id
      where f.id = fam;
    insert into message (id, key, kind, recipient_id, family_id, payload, due_at, message_id)
      values (p_messages[1], 'directorAppointed:' || seat, 'directorAppointed', p_person, fam, jsonb_build_object('code', p_code),
        moment, p_messages[1] || '@' || p_host);
  end if;
  insert into team_membership (family_id, id, person_id, role, works_with_all, since, recorded_by_id)
    values (fam, seat, p_person, p_role, p_role <> 'gipsMaster', moment, me);
  perform note_region_line(fam, 'change', 'region.register', 'appoint ' || p_role, p_request);
  return 'done';
end $$;

-- As before; and whoever became case director is told so while they are.
create or replace function message_is_wanted(p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from message m join person p on p.id = m.recipient_id
    where m.id = p_id and p.closed_at is null and case m.kind
      when 'planDefinitive' then cardinality(roles_in(p.id, m.family_id)) > 0
        and mail_is_safe_for(m.family_id, p.id)
        and not plan_is_shielded_from(m.family_id, (m.payload ->> 'planId')::uuid, p.id)
      when 'agreementsInForce' then mail_is_safe_for(m.family_id, p.id) and exists (
        select from agreement a
        where a.family_id = m.family_id and m.payload -> 'agreements' ? a.id::text
          and a.in_force_at is not null and a.dropped_at is null and may_know_agreement(m.family_id, a.id, p.id))
      when 'agreementClosed' then mail_is_safe_for(m.family_id, p.id) and exists (
        select from agreement a
        where a.family_id = m.family_id and m.payload -> 'agreements' ? a.id::text
          and a.dropped_at is not null and may_know_agreement(m.family_id, a.id, p.id))
      when 'involvementEnded' then cardinality(roles_in(p.id, m.family_id)) = 0
      when 'directorAppointed' then 'caseDirector' = any (roles_in(p.id, m.family_id))
      when 'accountInvitation' then account_link_is_open((m.payload ->> 'link')::uuid, p.id)
      when 'passwordReset' then account_link_is_open((m.payload ->> 'link')::uuid, p.id)
      else false
    end)
$$;

revoke execute on function
  first_plan_begins(), direction_follows_director(), directing_organisation(), direction_history(), my_leave_requests(),
  coordinated_regions(), my_regions(), family_to_steer(text), note_region_line(uuid, text, text, text, text),
  agreement_days(uuid), region_families(), chair_standing(uuid), region_family(text, text), name_words(text),
  find_in_region(text, text), may_be_appointed(uuid), account_to_appoint(text),
  register_family(uuid, uuid, text, text, bytea, uuid, uuid, text, text),
  record_triage(text, date, boolean, timestamptz, timestamptz, text),
  record_framework(text, text, date, date, date, text), pass_agreements(uuid, uuid, uuid), hand_over_agreements(uuid, uuid[], jsonb),
  appoint_in_region(text, dossier_role, uuid, uuid, text, uuid[], text, text) from public;
grant execute on function
  hand_over_agreements(uuid, uuid[], jsonb), directing_organisation(), direction_history(), my_leave_requests(), my_regions(), region_families(),
  region_family(text, text), find_in_region(text, text), account_to_appoint(text),
  register_family(uuid, uuid, text, text, bytea, uuid, uuid, text, text),
  record_triage(text, date, boolean, timestamptz, timestamptz, text),
  record_framework(text, text, date, date, date, text),
  appoint_in_region(text, dossier_role, uuid, uuid, text, uuid[], text, text)
  to gips_app;
