-- The end of a trajectory: GIPS 5 with its case manager, a dossier that is closed and only read from then on, and its
-- erasure at the end of the term that the region sets (docs/decisions/0023).

-- CreateEnum
CREATE TYPE "end_kind" AS ENUM ('completed', 'measureLifted', 'childPlaced', 'moved', 'other');

-- CreateEnum
CREATE TYPE "ending_kind" AS ENUM ('closed', 'held', 'released');

-- AlterTable
ALTER TABLE "family" ADD COLUMN     "end_kind" "end_kind",
ADD COLUMN     "erasure_told_on" DATE;

-- CreateTable
CREATE TABLE "ending" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "ending_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "ending_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "nameless_record" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "ended_in" INTEGER NOT NULL,
    "months" INTEGER,
    "end_kind" "end_kind" NOT NULL,
    "forms_of_unsafety" TEXT[],
    "children" INTEGER NOT NULL,
    "professionals" INTEGER NOT NULL,
    "meetings" JSONB NOT NULL,
    "goals" JSONB NOT NULL,

    CONSTRAINT "nameless_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "future_plan" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "case_manager_id" UUID,
    "first_on" DATE,
    "second_on" DATE,
    "wall" TEXT[],
    "author_person_id" UUID,

    CONSTRAINT "future_plan_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "future_plan_family_id_plan_id_key" ON "future_plan"("family_id", "plan_id");

-- AddForeignKey
ALTER TABLE "ending" ADD CONSTRAINT "ending_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ending" ADD CONSTRAINT "ending_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "nameless_record" ADD CONSTRAINT "nameless_record_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "future_plan" ADD CONSTRAINT "future_plan_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "future_plan" ADD CONSTRAINT "future_plan_case_manager_id_fkey" FOREIGN KEY ("case_manager_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "future_plan" ADD CONSTRAINT "future_plan_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "future_plan" ADD CONSTRAINT "future_plan_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

alter table future_plan add constraint evaluations_in_order check (second_on > first_on);
alter table nameless_record enable row level security;

-- GIPS 5 -----------------------------------------------------------------------------------------------------------------
-- Read with the plan; written by the case director until it is definitive.
call guard('future_plan', $$plan_id in (select plans_with_findings())$$,
  $$(select viewer_is('caseDirector')) and plan_id in (select writable_plans())$$, 'insert, update', 'plan_id');

-- With a definitive future plan the family goes on, and the case manager stays near.
create function aftercare_begins() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update family set state = 'aftercare' where id = new.family_id and state = 'active';
  return null;
end $$;
create trigger begins_aftercare after update of state on plan
  for each row when (new.kind = 'gips5' and new.state = 'definitive') execute function aftercare_begins();

-- The names of professionals that are hidden from somebody of the family: what hangs on the wall does not say them, whoever
-- prints it. Nobody is told a name here that is hidden from themselves.
create function names_hidden_from_family() returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select 'Een professional' where entered_family() is not null
  union
  select p.name from shield s
    join team_membership m on m.family_id = s.family_id and m.id = s.subject_id
    join person p on p.id = m.person_id
  where s.family_id = entered_family() and s.subject = 'teamMember' and (s.until is null or s.until > gips_now())
    and s.audience in ('account', 'allFamily')
    and p.id in (select o.person_id from dossier_people() o where not o.is_shielded)
$$;

-- A closed dossier ---------------------------------------------------------------------------------------------------------
create function dossier_is_closed() returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from family f
    where f.id = nullif(current_setting('gips.family', true), '')::uuid and f.state in ('closed', 'erased'));
end $$;

-- As before, and in a closed dossier nobody writes: every policy that lets somebody write asks this.
create or replace function may_write() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select viewer_session() is not null and nullif(current_setting('gips.view_as', true), '') is null and not dossier_is_closed()
$$;

-- As before; nothing is followed any more in a closed dossier.
create or replace function standing_of_readers(p_family uuid, p_plan uuid, p_tokens bytea[])
returns table (token bytea, roles text[], is_note_taker boolean, plan_state plan_state, plan_version int)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.token, roles_in(w.person_id, f.id),
    exists (
      select from team_membership m
      where m.family_id = f.id and m.plan_id = p.id and m.person_id = w.person_id and m.role = 'noteTaker'
        and (m.until is null or m.until > gips_now())),
    p.state, p.version
  from (
    select s.token_hash as token, s.person_id from session s
    where s.token_hash = any (p_tokens) and s.ended_at is null
      and s.last_seen_at > gips_now() - interval '30 minutes' and s.created_at > gips_now() - interval '12 hours'
    union all
    select o.token_hash, o.person_id from projector_pass o
    where o.token_hash = any (p_tokens) and o.family_id = p_family and o.plan_id = p_plan
      and o.revoked_at is null and o.expires_at > gips_now()
  ) w
  join person e on e.id = w.person_id and e.closed_at is null
  join family f on f.id = p_family and f.state not in ('closed', 'erased')
  join plan p on p.family_id = f.id and p.id = p_plan
$$;

call guard('ending', $$(select viewer_is('caseDirector'))$$);

-- The last day of the term: the same day so many years later; of 29 February the 28th in an ordinary year.
create function retention_end(p_ended_on date, p_years int) returns date language sql immutable as $$
  select (p_ended_on + make_interval(years => p_years))::date
$$;

-- For how many years the region of the entered dossier keeps what is closed.
create function retention_years() returns int language sql stable security definer set search_path = public, pg_temp as $$
  select r.retention_years from family f join region r on r.id = f.region_id where f.id = entered_family()
$$;

create function dutch_today() returns date language sql stable as $$
  select (gips_now() at time zone 'Europe/Amsterdam')::date
$$;

-- Closes the entered dossier and says until when it is kept; null where it may not be: what is open then was said by the
-- page. Who only worked with the family leaves at once; director, deputy, case manager and family go on reading.
create function close_dossier(p_kind end_kind, p_reason text) returns date
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid;
  moment timestamptz := date_trunc('milliseconds', gips_now());
  kept_until date;
begin
  if dossier_is_closed() then return null; end if;
  fam := demand_director();
  perform from family where id = fam for update;
  if exists (select from plan p where p.family_id = fam and p.state = 'provisional')
    or exists (select from safety_signal s where s.family_id = fam and s.state <> 'closed')
    or exists (select from safety_assessment a where a.family_id = fam and a.kind = 'extra' and a.closed_at is null)
    or (p_kind = 'completed' and not exists (
      select from plan p where p.family_id = fam and p.kind = 'gips5' and p.state = 'definitive'))
  then return null; end if;
  update family f set state = 'closed', ended_on = dutch_today(), end_kind = p_kind, end_reason = p_reason,
      retention_until = retention_end(dutch_today(), r.retention_years), erasure_told_on = null
    from region r where r.id = f.region_id and f.id = fam and f.state in ('intake', 'active', 'aftercare')
    returning f.retention_until into kept_until;
  if kept_until is null then return null; end if;
  insert into ending (family_id, id, kind, reason, at, recorded_by_id)
    values (fam, gen_random_uuid(), 'closed', p_reason, moment, session_person());
  update team_membership m set until = greatest(moment, m.since), end_reason = 'Dossier gesloten'
    where m.family_id = fam and m.role in ('gipsMaster', 'noteTaker', 'professional') and (m.until is null or m.until > moment);
  update leave_request l set closed_at = moment where l.family_id = fam and l.closed_at is null;
  update projector_pass o set revoked_at = moment where o.family_id = fam and o.revoked_at is null;
  return kept_until;
end $$;

-- The hold ------------------------------------------------------------------------------------------------------------------
-- Stops the erasure of a closed dossier, or lets it go on; false where somebody else did so first. Once it goes on, the
-- case director is told anew before anything is erased.
create function put_hold(p_family uuid, p_hold boolean, p_reason text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if char_length(trim(coalesce(p_reason, ''))) = 0
  then raise exception 'a hold has a reason' using errcode = 'check_violation'; end if;
  update family f set legal_hold = p_hold, erasure_told_on = null
    where f.id = p_family and f.state = 'closed' and f.legal_hold <> p_hold;
  if not found then return false; end if;
  insert into ending (family_id, id, kind, reason, at, recorded_by_id)
    values (p_family, gen_random_uuid(), case when p_hold then 'held' else 'released' end::ending_kind, p_reason,
      date_trunc('milliseconds', gips_now()), session_person());
  return true;
end $$;

create function set_hold(p_hold boolean, p_reason text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_person() is null or entered_family() is null or not viewer_is('caseDirector')
    or nullif(current_setting('gips.view_as', true), '') is not null
  then raise exception 'only the case director may do this' using errcode = 'insufficient_privilege'; end if;
  return put_hold(entered_family(), p_hold, p_reason);
end $$;

-- Danger does not end with a trajectory: in a closed dossier, too, the access of a family account ends at once.
create function end_access_when_closed(p_person uuid, p_reason text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_person() is null or entered_family() is null or not viewer_is('caseDirector') or not dossier_is_closed()
    or nullif(current_setting('gips.view_as', true), '') is not null
  then raise exception 'only the case director may do this' using errcode = 'insufficient_privilege'; end if;
  update family_access a set until = greatest(date_trunc('milliseconds', gips_now()), a.since), end_reason = p_reason
    where a.family_id = entered_family() and a.person_id = p_person and (a.until is null or a.until > gips_now());
  return found;
end $$;

-- A closed dossier of a region that the viewer coordinates: until when it is kept, and whether somebody stopped that.
create function region_ending(p_code text) returns table (ended_on date, retention_until date, legal_hold boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.ended_on, f.retention_until, f.legal_hold from family f
  where f.code = p_code and f.state = 'closed' and f.region_id in (select coordinated_regions())
$$;

-- Says 'done', 'changed' or 'refused'.
create function hold_in_region(p_code text, p_hold boolean, p_reason text, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := (select f.id from family f
    where f.code = p_code and f.state = 'closed' and f.region_id in (select coordinated_regions()));
begin
  if fam is null then return 'refused'; end if;
  if not put_hold(fam, p_hold, p_reason) then return 'changed'; end if;
  perform note_region_line(fam, 'change', 'region.register', 'hold', p_request);
  return 'done';
end $$;

create function ending_history() returns table (kind ending_kind, reason text, at timestamptz, who text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.kind, e.reason, e.at, p.name from ending e join person p on p.id = e.recorded_by_id
  where e.family_id = entered_family() and viewer_is('caseDirector')
  order by e.at desc, e.id desc
$$;

-- Erasure -------------------------------------------------------------------------------------------------------------------
-- What the clock asks of a closed dossier: 'tell' from 13 weeks before the end of its term; 'erase' once the term is over
-- and the director has known for four weeks. A hold stops both. (lib/domain/ending.ts says the same.)
create function erasure_step(p_until date, p_held boolean, p_told_on date, p_today date) returns text
language sql immutable as $$
  select case
    when p_until is null or p_held then null
    when p_told_on is null then case when p_today >= p_until - 91 then 'tell' end
    when p_today > p_until and p_today >= p_told_on + 28 then 'erase'
  end
$$;

-- Tells director and deputy which dossiers will be erased. Says how many.
create function tell_of_erasure(p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told int;
begin
  with due as (
    update family f set erasure_told_on = dutch_today()
    where f.state = 'closed' and erasure_step(f.retention_until, f.legal_hold, f.erasure_told_on, dutch_today()) = 'tell'
    returning f.id, f.code, f.retention_until),
  messages as (
    select distinct on (d.id, m.person_id) gen_random_uuid() as id, d.id as family_id, d.code, m.person_id
    from due d join team_membership m on m.family_id = d.id
    where m.role in ('caseDirector', 'deputy') and (m.until is null or m.until > gips_now())),
  written as (
    insert into message (id, key, kind, recipient_id, family_id, payload, due_at, message_id)
    select id, 'erasureComing:' || family_id || ':' || dutch_today() || ':' || person_id, 'erasureComing', person_id,
      family_id, jsonb_build_object('code', code), gips_now(), id || '@' || p_host
    from messages on conflict do nothing)
  select count(*) into told from due;
  return told;
end $$;

-- A transaction that erases writes its number here; only functions of the owner can.
create unlogged table gips_secret.erasing (transaction xid8 primary key);

-- As before, but for the words in lines of an erased dossier: the lines themselves and their seals stay.
create or replace function audit_is_append_only() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'audit_line'
    and exists (select from gips_secret.erasing e where e.transaction = pg_current_xact_id_if_assigned())
  then return null; end if;
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;

create function mean_score(p_assessment uuid, p_side score_side) returns numeric
language sql stable security definer set search_path = public, pg_temp as $$
  select round(avg(s.score), 1) from safety_score s
  where s.assessment_id = p_assessment and s.side = p_side and s.situation is null
$$;

-- What an institute may go on counting, tied to no family: no name, no code, no day.
create function keep_nameless(p_family family, p_forms text[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into nameless_record (id, region_id, ended_in, months, end_kind, forms_of_unsafety, children, professionals, meetings, goals)
  select gen_random_uuid(), p_family.region_id, extract(year from p_family.ended_on)::int,
    extract(year from age(p_family.ended_on, p_family.started_on))::int * 12
      + extract(month from age(p_family.ended_on, p_family.started_on))::int,
    p_family.end_kind,
    coalesce((select array(select distinct f from unnest(i.formsofunsafety) f where f = any (p_forms) order by f)
      from (select forms_of_unsafety as formsofunsafety from intake where family_id = p_family.id) i), '{}'),
    (select count(*) from family_member m where m.family_id = p_family.id and m.kind in ('child', 'unborn')),
    (select count(distinct m.person_id) from team_membership m where m.family_id = p_family.id and m.role = 'professional'),
    (select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'ordinal', p.ordinal,
        'month', extract(year from age(g.held_on, p_family.started_on)) * 12 + extract(month from age(g.held_on, p_family.started_on)),
        'professionals', mean_score(a.id, 'professional'), 'family', mean_score(a.id, 'family'), 'minimumMet', a.minimum_met)
        order by p.kind, p.ordinal), '[]')
      from plan p left join meeting g on g.family_id = p.family_id and g.plan_id = p.id
        left join safety_assessment a on a.family_id = p.family_id and a.plan_id = p.id
      where p.family_id = p_family.id and p.version > 0),
    (select coalesce(jsonb_object_agg(k.kind, jsonb_build_object('made', k.made, 'closed', k.closed)), '{}') from (
      select g.kind, count(*) as made, count(g.closed_at) as closed from goal g
      where g.family_id = p_family.id and g.adopted_at is not null group by g.kind) k)
$$;

-- Family accounts that are of this dossier and of nothing else.
create function accounts_of_this_family_only(p_family uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select distinct a.person_id from family_access a
    where a.family_id = p_family
      and not exists (select from family_access o where o.person_id = a.person_id and o.family_id <> p_family)
      and not exists (select from team_membership m where m.person_id = a.person_id)
      and not exists (select from platform_role r where r.person_id = a.person_id))
$$;

-- Lines that stay in the trail without a word: those of the dossier, and those of its family's accounts anywhere. Their
-- seals stay as they are; the line that says so, in the chain of the platform, tells up to where (lib/jobs/audit).
create function blank_lines(p_family uuid, p_code text, p_people uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into gips_secret.erasing values (pg_current_xact_id());
  update audit_line l set person_name = null, subject = null, detail = null
    where l.family_id = p_family or l.person_id = any (p_people);
  delete from gips_secret.erasing where transaction = pg_current_xact_id();
  insert into audit_line (roles, kind, "right", subject, detail)
  values ('{}', 'erased', 'dossier.erase', p_code, jsonb_build_object('chain', p_family, 'people', to_jsonb(p_people),
    'position', coalesce((select h.position from audit_head h where h.chain = p_family::text), 0),
    'hash', (select encode(h.hash, 'hex') from audit_head h where h.chain = p_family::text)));
end $$;

-- Erases one dossier whose term is over, in one transaction, and says its code; null when there is none. Every table that
-- carries a dossier's id is emptied of it, also one that a later migration adds. Its key is destroyed with it.
create function erase_next_dossier(p_forms text[]) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam family;
  people uuid[];
  removals text;
begin
  if not exists (select from family f
    where f.state = 'closed' and erasure_step(f.retention_until, f.legal_hold, f.erasure_told_on, dutch_today()) = 'erase')
  then return null; end if;
  -- No line of it is being sealed meanwhile: the sealer holds the same lock.
  perform pg_advisory_xact_lock(hashtextextended('gips audit sealer', 0));
  select f.* into fam from family f
    where f.state = 'closed' and erasure_step(f.retention_until, f.legal_hold, f.erasure_told_on, dutch_today()) = 'erase'
    order by f.retention_until, f.id limit 1 for update skip locked;
  if not found then return null; end if;
  people := accounts_of_this_family_only(fam.id);
  perform keep_nameless(fam, p_forms);
  -- One statement, so that no order of tables matters to the references between them.
  select string_agg(format('d%s as (delete from %I where family_id = $1)', c.oid, c.relname), ', ') into removals
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'family_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'audit_line';
  execute 'with ' || removals || ' select' using fam.id;
  delete from gips_secret.passage where family_id = fam.id;
  update account_link set sent_from_id = null where sent_from_id = fam.id;
  delete from account_link where person_id = any (people);
  delete from recovery_code where person_id = any (people);
  delete from second_factor_removal where person_id = any (people);
  delete from message where recipient_id = any (people);
  delete from session where person_id = any (people);
  delete from person where id = any (people);
  update family set state = 'erased', name = '', direction_organisation_id = null, started_on = null, ended_on = null,
      end_kind = null, end_reason = null, retention_until = null, erasure_told_on = null, key_id = '', wrapped_key = ''
    where id = fam.id;
  perform blank_lines(fam.id, fam.code, people);
  return fam.code;
end $$;

-- Mail -----------------------------------------------------------------------------------------------------------------------
-- Asked beside message_is_wanted: a closed dossier sends nothing but that access ended, and what its end is about.
create function dossier_takes_message(p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (
    select from message m join family f on f.id = m.family_id
    where m.id = p_id and f.state in ('closed', 'erased') and m.kind not in ('involvementEnded', 'erasureComing'))
$$;

create function ending_message_is_wanted(p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from message m join person p on p.id = m.recipient_id join family f on f.id = m.family_id
    where m.id = p_id and p.closed_at is null and case m.kind
      when 'erasureComing' then f.state = 'closed' and not f.legal_hold and 'caseDirector' = any (roles_in(p.id, f.id))
      when 'caseManagerAppointed' then 'caseManager' = any (roles_in(p.id, f.id))
      when 'futurePlanEvaluation' then cardinality(roles_in(p.id, f.id)) > 0 and mail_is_safe_for(f.id, p.id) and exists (
        select from future_plan u
        where u.family_id = f.id and (m.payload ->> 'on')::date in (u.first_on, u.second_on)
          and not plan_is_shielded_from(f.id, u.plan_id, p.id))
      else false
    end)
$$;

revoke execute on function
  names_hidden_from_family(), retention_years(), aftercare_begins(), dossier_is_closed(), retention_end(date, int), dutch_today(), close_dossier(end_kind, text),
  put_hold(uuid, boolean, text), set_hold(boolean, text), end_access_when_closed(uuid, text), region_ending(text), hold_in_region(text, boolean, text, text),
  ending_history(), erasure_step(date, boolean, date, date), tell_of_erasure(text), mean_score(uuid, score_side),
  keep_nameless(family, text[]), accounts_of_this_family_only(uuid), blank_lines(uuid, text, uuid[]),
  erase_next_dossier(text[]), dossier_takes_message(uuid), ending_message_is_wanted(uuid) from public;
grant execute on function
  names_hidden_from_family(), retention_years(), dossier_is_closed(), close_dossier(end_kind, text), set_hold(boolean, text), end_access_when_closed(uuid, text), region_ending(text),
  hold_in_region(text, boolean, text, text), ending_history() to gips_app;
grant execute on function
  tell_of_erasure(text), erase_next_dossier(text[]), dossier_takes_message(uuid), ending_message_is_wanted(uuid)
  to gips_worker;
