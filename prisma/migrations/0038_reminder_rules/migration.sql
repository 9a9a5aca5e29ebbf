-- The rules of the reminders by the clock, each one function that says what is due today and to whom; how what is due becomes
-- mails; and what still stands at the moment of sending (docs/decisions/0031, docs/messages.md).

-- Who may be told ---------------------------------------------------------------------------------------------------------
-- Every seat in every dossier that may be told something by mail now; of the family only over a channel that is safe.
-- As plain SQL, so that whoever asks for one dossier reads that one alone.
create function mailed_seats() returns table (family_id uuid, person_id uuid, member_id uuid, role text)
language sql stable as $$
  select m.family_id, m.person_id, null::uuid, m.role::text from team_membership m
  where m.since <= gips_now() and (m.until is null or m.until > gips_now())
  union all
  select a.family_id, a.person_id, a.member_id, 'family' from family_access a
    join member_details d on d.family_id = a.family_id and d.member_id = a.member_id and d.safe_channel = 'email'
  where a.since <= gips_now() and (a.until is null or a.until > gips_now())
$$;

-- Agreements ------------------------------------------------------------------------------------------------------------------
-- The date that is to be ticked next, as nextOccurrence in lib/domain/agreement.ts; null when nothing is left to do.
create function next_occurrence(p_due date, p_rhythm rhythm, p_until date, p_settled date) returns date
language sql immutable as $$
  select case
    when p_rhythm = 'once' or p_until is null then case when p_settled is null or p_settled < p_due then p_due end
    else (
      select n.day from (select case p_rhythm
        when 'daily' then greatest(p_due, p_settled + 1)
        when 'weekly' then p_due + 7 * greatest(0, coalesce(floor((p_settled - p_due) / 7.0)::int + 1, 0))
        else (
          select min(c.day) from (
            select (p_due + make_interval(months => k))::date as day
            from (select greatest(0, coalesce(12 * (extract(year from p_settled) - extract(year from p_due))
              + extract(month from p_settled) - extract(month from p_due), 0))::int as passed) m,
              generate_series(m.passed, m.passed + 1) k) c
          where p_settled is null or c.day > p_settled)
        end as day) n
      where n.day <= p_until)
  end
$$;

-- The last occurrence whose newest tick says that it was done, as in agreement_times().
create function settled_day(p_agreement agreement) returns date language sql stable as $$
  select max(t.day) from (
    select distinct on (d.day) d.day, k.state
    from agreement_tick k, lateral (select coalesce(k.for_day, case p_agreement.rhythm
      when 'once' then p_agreement.due_on else (k.ticked_at at time zone 'Europe/Amsterdam')::date end) as day) d
    where k.family_id = p_agreement.family_id and k.agreement_id = p_agreement.id
    order by d.day, k.ticked_at desc, k.id desc) t
  where t.state = 'done'
$$;

-- The day of an agreement that is open. Most are done once: of those the newest tick tells all.
create function open_day(p_agreement agreement) returns date language sql stable as $$
  select case when p_agreement.rhythm = 'once' then case when p_agreement.state is distinct from 'done' then p_agreement.due_on end
    else next_occurrence(p_agreement.due_on, p_agreement.rhythm, p_agreement.rhythm_until, settled_day(p_agreement)) end
$$;

-- Which reminder of a day is due, as days from it: 3 days before, on the day, then weekly, six in all. Of what is done every
-- day nobody is told beforehand: weekly while a day stays open, six in all. What is a week old is not told any more.
create function reminder_step(p_day date, p_rhythm rhythm, p_today date) returns int language sql immutable as $$
  select max(step) from unnest(case p_rhythm when 'daily' then '{7,14,21,28,35,42}' else '{-3,0,7,14,21,28}' end::int[]) step
  where p_day + step <= p_today and p_today < p_day + step + 7
$$;

create function agreements_due(p_today date) returns table (family_id uuid, subject_id uuid, person_id uuid, occurrence text)
language sql stable as $$
  with due as materialized (
    select a.family_id, a.id, a.by_everyone, o.day || '+' || s.step as occurrence
    from agreement a, lateral (select open_day(a) as day) o, lateral (select reminder_step(o.day, a.rhythm, p_today) as step) s
    where a.in_force_at is not null and a.dropped_at is null and a.due_on <= p_today + 3
      and case a.rhythm when 'once' then a.due_on > p_today - 35 else coalesce(a.rhythm_until, a.due_on) > p_today - 49 end
      and s.step is not null)
  select d.family_id, d.id, s.person_id, d.occurrence
  from due d join agreement_doer o on o.family_id = d.family_id and o.agreement_id = d.id
    join mailed_seats() s on s.family_id = o.family_id and s.person_id = o.person_id
  union
  select d.family_id, d.id, s.person_id, d.occurrence
  from due d join agreement_doer o on o.family_id = d.family_id and o.agreement_id = d.id
    join mailed_seats() s on s.family_id = o.family_id and s.member_id = o.member_id
  union
  select d.family_id, d.id, s.person_id, d.occurrence
  from due d join mailed_seats() s on s.family_id = d.family_id
  where d.by_everyone and s.role <> 'noteTaker'
$$;

-- Profiles, meetings, plans, measures -------------------------------------------------------------------------------------
-- What a family and a team need of a professional: how to reach them, who they are and where from, and the guideline accepted.
create function profile_is_complete(p_person person) returns boolean language sql immutable as $$
  select num_nulls(p_person.phone, p_person.profession, p_person.organisation_id, p_person.guideline_accepted_at) = 0
$$;

-- At once, and after 3 and 7 days; counted from the newest place in a team, or from when the account was set up.
create function profiles_to_complete(p_today date) returns table (family_id uuid, subject_id uuid, person_id uuid, occurrence text)
language sql stable as $$
  select n.family_id, n.id, n.person_id, s.step::text
  from (
    select distinct on (m.person_id) m.family_id, m.id, m.person_id,
      (greatest(m.since, p.totp_confirmed_at) at time zone 'Europe/Amsterdam')::date as day
    from team_membership m join person p on p.id = m.person_id
    where m.since <= gips_now() and (m.until is null or m.until > gips_now())
      and p.totp_confirmed_at is not null and not profile_is_complete(p)
    order by m.person_id, m.since desc, m.id) n,
    lateral (select max(step) as step from unnest('{0,3,7}'::int[]) step
      where n.day + step <= p_today and p_today < n.day + step + 7) s
  where s.step is not null
$$;

-- Within two weeks of a meeting: whoever was there and did not say what they thought of it.
create function meetings_to_rate(p_today date) returns table (family_id uuid, subject_id uuid, person_id uuid, occurrence text)
language sql stable as $$
  select distinct g.family_id, g.id, s.person_id, 'after'
  from meeting g join plan p on p.family_id = g.family_id and p.id = g.plan_id and p.state in ('provisional', 'definitive')
    join participant t on t.family_id = g.family_id and t.meeting_id = g.id and t.attendance = 'present'
    join mailed_seats() s on s.family_id = t.family_id and (s.person_id = t.person_id or s.member_id = t.member_id)
  where g.held_on between p_today - 14 and p_today and not exists (
    select from meeting_rating r where r.family_id = t.family_id and r.participant_id = t.id)
$$;

-- For the case director and the deputy, each time that a plan becomes provisional anew. `p_gips1_since`: the last day since
-- which two working days have passed.
create function plans_still_provisional(p_today date, p_gips1_since date)
returns table (family_id uuid, subject_id uuid, person_id uuid, occurrence text)
language sql stable as $$
  select p.family_id, p.id, s.person_id, d.day::text
  from plan p, lateral (select (coalesce(p.provisional_at, p.state_changed_at) at time zone 'Europe/Amsterdam')::date as day) d,
    mailed_seats() s
  where p.state = 'provisional' and d.day <= case when p.kind = 'gips1' then p_gips1_since else p_today - 7 end
    and s.family_id = p.family_id and s.role in ('caseDirector', 'deputy')
$$;

-- The day of the last meeting of each dossier that has no next one planned and no future plan yet.
create function without_next_meeting() returns table (family_id uuid, last_on date)
language sql stable as $$
  select p.family_id, max(g.held_on) filter (where p.state in ('provisional', 'definitive'))
  from plan p left join meeting g on g.family_id = p.family_id and g.plan_id = p.id
  group by p.family_id
  having not bool_or(p.kind = 'gips5' and p.version > 0)
    and not bool_or(p.state in ('preparation', 'invited', 'meeting') and g.held_on is not null)
$$;

create function meetings_to_plan(p_today date) returns table (family_id uuid, subject_id uuid, person_id uuid, occurrence text)
language sql stable as $$
  select w.family_id, w.family_id, s.person_id, w.last_on::text
  from without_next_meeting() w join mailed_seats() s on s.family_id = w.family_id and s.role in ('caseDirector', 'deputy')
  where w.last_on <= p_today - 70
$$;

-- Measures of child protection that end and were not followed by a longer one of the same kind.
create function ending_measures() returns table (family_id uuid, id uuid, until_on date)
language sql stable as $$
  select m.family_id, m.id, m.until_on from protection_measure m
  where m.until_on is not null and not exists (
    select from protection_measure n
    where n.family_id = m.family_id and n.member_id = m.member_id and n.kind = m.kind and n.id <> m.id
      and (n.until_on is null or n.until_on > m.until_on))
$$;

-- The framework of pressure or compulsion, unless the family goes on without it.
create function ending_frameworks() returns table (family_id uuid, id uuid, until_on date)
language sql stable as $$
  select i.family_id, i.id, i.framework_until from intake i
  where i.framework_until is not null and (i.voluntary_from is null or i.voluntary_from > i.framework_until)
$$;

create function frameworks_to_extend(p_today date)
returns table (kind text, family_id uuid, subject_id uuid, person_id uuid, occurrence text)
language sql stable as $$
  select e.kind, e.family_id, e.id, s.person_id, e.until_on::text
  from (select 'measureEnds' as kind, m.* from ending_measures() m
    union all select 'frameworkEnds', f.* from ending_frameworks() f) e
    join mailed_seats() s on s.family_id = e.family_id and s.role in ('caseDirector', 'deputy')
  where e.until_on between p_today and p_today + 56
$$;

-- On each of the two days that were chosen, for the case manager and the family.
create function future_plans_to_evaluate(p_today date) returns table (family_id uuid, subject_id uuid, person_id uuid, occurrence text)
language sql stable as $$
  select distinct u.family_id, u.family_id, s.person_id, d.day::text
  from future_plan u join plan p on p.family_id = u.family_id and p.id = u.plan_id and p.version > 0,
    unnest(array[u.first_on, u.second_on]) d(day), mailed_seats() s
  where d.day between p_today - 14 and p_today and s.family_id = u.family_id and s.role in ('caseManager', 'family')
    and not exists (select from message m where m.key = 'futurePlanEvaluation:' || u.family_id || ':' || d.day || ':' || s.person_id)
$$;

-- From what is due to mails ---------------------------------------------------------------------------------------------------
-- Writes down, in one statement over all dossiers, what people are to be reminded of; what was written down before is not
-- written again, whatever the clock says. One worker does this at a time, the others have nothing to do. Says how many. Planned
-- anew each time: a plan that was made for an hour with nothing to do is none for eight o'clock with fifty thousand.
create function note_reminders(p_today date, p_gips1_since date) returns int
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  noted int;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('gips reminders', 0)) then return 0; end if;
  insert into reminder (kind, family_id, subject_id, person_id, occurrence, created_at)
    select r.kind, r.family_id, r.subject_id, r.person_id, r.occurrence, gips_now()
    from (
      select 'agreementsDue' as kind, a.* from agreements_due(p_today) a
      union all select 'profileIncomplete', c.* from profiles_to_complete(p_today) c
      union all select 'meetingToRate', g.* from meetings_to_rate(p_today) g
      union all select 'planStillProvisional', v.* from plans_still_provisional(p_today, p_gips1_since) v
      union all select 'noNextMeeting', n.* from meetings_to_plan(p_today) n
      union all select e.* from frameworks_to_extend(p_today) e
      union all select 'futurePlanEvaluation', u.* from future_plans_to_evaluate(p_today) u) r
      join family f on f.id = r.family_id and f.state not in ('closed', 'erased')
      join person p on p.id = r.person_id and p.closed_at is null and not r.kind = any (p.mail_left_out)
    on conflict do nothing;
  get diagnostics noted = row_count;
  return noted;
end $$;

-- The mail that tells a reminder: one of its own for what is told at once, else that of this day for this person.
create function reminder_key(r reminder, p_at_once text[], p_today date) returns text language sql immutable as $$
  select case when r.kind = any (p_at_once) then r.kind || ':' || r.subject_id || ':' || r.occurrence || ':' || r.person_id
    else 'reminders:' || p_today || ':' || r.person_id end
$$;

-- Puts what waits into so many mails, in one statement: what is told at once each in a mail of its own, all else in one mail
-- a day per person over all dossiers, or a week for who chose a weekday. The key makes each mail only once. What it says is
-- found out when it is sent. Says how many mails were written. Planned anew each time, as above.
create function post_reminders(p_at_once text[], p_weekdays int[], p_today date, p_host text, p_batch int) returns int
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  posted int;
begin
  if p_host !~ '^[A-Za-z0-9.-]{1,253}$' then raise exception 'this is no host'; end if;
  -- Two at once would wait for each other's keys.
  perform pg_advisory_xact_lock(hashtextextended('gips reminders', 0));
  with letters as (
    select gen_random_uuid() as id, w.* from (
      select reminder_key(r, p_at_once, p_today) as key, r.person_id,
        case when bool_and(r.kind = any (p_at_once)) then min(r.family_id::text)::uuid end as family_id
      from reminder r join person p on p.id = r.person_id and p.closed_at is null and not r.kind = any (p.mail_left_out)
      where r.message_id is null
        and (r.kind = any (p_at_once) or p.digest_weekday is null or p.digest_weekday = any (p_weekdays))
      group by 1, 2) w
    where not exists (select from message m where m.key = w.key)
    limit p_batch),
  written as (
    insert into message (id, key, kind, recipient_id, family_id, payload, due_at, message_id)
    select l.id, l.key, 'reminders', l.person_id, l.family_id, '{}', gips_now(), l.id || '@' || p_host
    from letters l on conflict do nothing returning id, key, recipient_id),
  -- By person, on the index of what waits: however many wait, and whatever is known of the tables.
  told as (
    update reminder r set message_id = n.id from written n
    where r.person_id = n.recipient_id and r.message_id is null and reminder_key(r, p_at_once, p_today) = n.key)
  select count(*) into posted from written;
  return posted;
end $$;

-- What still stands ---------------------------------------------------------------------------------------------------------
-- Why somebody need not be reminded of this any more; null where the reason still stands.
create function reminder_is_over(r reminder) returns text
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  roles text[] := roles_in(r.person_id, r.family_id);
  who person := (select p from person p where p.id = r.person_id);
begin
  if who.closed_at is not null then return 'the account is closed'; end if;
  if r.kind = any (who.mail_left_out) then return 'not wanted by its reader'; end if;
  if exists (select from family f where f.id = r.family_id and f.state in ('closed', 'erased')) then return 'the dossier is closed'; end if;
  if cardinality(roles) = 0 then return 'the involvement has ended'; end if;
  if not mail_is_safe_for(r.family_id, r.person_id) then return 'no safe channel'; end if;
  if r.kind in ('planStillProvisional', 'noNextMeeting', 'measureEnds', 'frameworkEnds') and not 'caseDirector' = any (roles)
  then return 'somebody else directs'; end if;
  return case r.kind
    when 'agreementsDue' then case when not agreement_still_due(r) then 'the agreement is done or closed' end
    when 'profileIncomplete' then case when profile_is_complete(who) then 'the profile is complete' end
    when 'meetingToRate' then case when not meeting_still_to_rate(r) then 'the meeting is rated or hidden' end
    when 'planStillProvisional' then case when not exists (
      select from plan p where p.family_id = r.family_id and p.id = r.subject_id and p.state = 'provisional')
      then 'the plan is definitive' end
    when 'noNextMeeting' then case when not exists (
      select from without_next_meeting() w where w.family_id = r.family_id and w.last_on::text = r.occurrence)
      then 'a meeting is planned' end
    when 'measureEnds' then case when not exists (
      select from ending_measures() m where m.family_id = r.family_id and m.id = r.subject_id and m.until_on::text = r.occurrence)
      then 'the measure ends later' end
    when 'frameworkEnds' then case when not exists (
      select from ending_frameworks() e where e.family_id = r.family_id and e.until_on::text = r.occurrence)
      then 'the framework ends later' end
    when 'futurePlanEvaluation' then case when not (roles && array['caseManager', 'family']) or not exists (
      select from future_plan u where u.family_id = r.family_id and r.occurrence::date in (u.first_on, u.second_on)
        and not plan_is_shielded_from(u.family_id, u.plan_id, r.person_id))
      then 'the evaluation was moved' end
    else 'nobody knows this kind' end;
end $$;

-- In force, open for that very day, and to be done and to be known by this person.
create function agreement_still_due(r reminder) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from agreement a
    where a.family_id = r.family_id and a.id = r.subject_id and a.in_force_at is not null and a.dropped_at is null
      and open_day(a)::text = split_part(r.occurrence, '+', 1) and may_know_agreement(a.family_id, a.id, r.person_id)
      and (a.by_everyone or exists (
        select from agreement_doer d
        where d.family_id = a.family_id and d.agreement_id = a.id
          and (d.person_id = r.person_id or d.member_id = member_behind(r.family_id, r.person_id)))))
$$;

create function meeting_still_to_rate(r reminder) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from participant t join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
    where t.family_id = r.family_id and t.meeting_id = r.subject_id and t.attendance = 'present'
      and (t.person_id = r.person_id or t.member_id = member_behind(r.family_id, r.person_id))
      and not plan_is_shielded_from(g.family_id, g.plan_id, r.person_id)
      and not exists (select from meeting_rating x where x.family_id = t.family_id and x.participant_id = t.id))
$$;

-- The plan that a reminder leads to, as planSlug in lib/domain/plan-state.ts.
create function plan_address(r reminder) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select 'gips-' || right(p.kind::text, 1) || case when p.ordinal > 1 then '-' || p.ordinal else '' end
  from plan p left join meeting g on g.family_id = p.family_id and g.plan_id = p.id
  where p.family_id = r.family_id and r.subject_id = case r.kind when 'planStillProvisional' then p.id when 'meetingToRate' then g.id end
$$;

-- What a mail with reminders says at this moment: each kind with the codes of its dossiers, and the address part of a plan.
-- No payload: nothing of it stands any more, and why. Neither: it is another kind of mail.
create function still_to_remind(p_message uuid) returns table (payload jsonb, reason text)
language sql stable security definer set search_path = public, pg_temp as $$
  select case when count(*) filter (where o.reason is null) > 0 then jsonb_build_object('lines', jsonb_agg(distinct
      jsonb_strip_nulls(jsonb_build_object('kind', r.kind, 'code', f.code, 'plan', plan_address(r))))
      filter (where o.reason is null)) end,
    string_agg(distinct o.reason, ', ')
  from reminder r join family f on f.id = r.family_id, lateral (select reminder_is_over(r) as reason) o
  where r.message_id = p_message
$$;

-- As before; what is not urgent goes after whatever else waits: twenty thousand reminders at eight do not hold up a new password.
create or replace function message_priority(p_kind text) returns int language sql immutable as $$
  select case when p_kind in ('signalReported', 'signalUnseen') then -10 when p_kind = 'reminders' then 10 else 0 end
$$;

-- As before, the jobs of all messages of one statement together: twenty thousand one by one take as many seconds as all else.
drop trigger message_becomes_job on message;
drop function queue_message_job();
create function queue_message_jobs() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from added a where a.state = 'waiting') then
    perform graphile_worker.add_jobs(array(
      select row('send_message', json_build_object('id', a.id), null,
        now() + greatest(a.due_at - gips_now() - interval '1 millisecond', interval '0'), 25, a.id::text,
        message_priority(a.kind), null)::graphile_worker.job_spec
      from added a where a.state = 'waiting'));
  end if;
  return null;
end $$;
create trigger messages_become_jobs after insert on message referencing new table as added
  for each statement execute function queue_message_jobs();

-- As before; a mail of any kind is sent again as long as its reason stands.
create or replace function undelivered_messages()
returns table (id uuid, kind text, person_id uuid, address text, since timestamptz, state text, error text, is_wanted boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, case when m.family_id is null then m.kind else 'dossier' end, case when not f.is_family then p.id end,
    case when f.is_family then left(p.email, 1) || '…@…' else p.email end, m.created_at, m.state::text, m.last_error,
    dossier_takes_message(m.id) and (message_is_wanted(m.id) or account_message_is_wanted(m.id) or ending_message_is_wanted(m.id)
      or signal_message_is_wanted(m.id) or assessment_message_is_wanted(m.id)
      or exists (select from still_to_remind(m.id) r where r.payload is not null))
  from message m join person p on p.id = m.recipient_id, lateral (select is_family_account(p.id) as is_family) f
  where (select viewer_administers()) and (m.state in ('failed', 'dead')
    or (m.state in ('waiting', 'sending') and m.due_at < gips_now() - interval '15 minutes'))
  order by m.created_at desc, m.id desc limit 200
$$;

-- What one chose about mail -------------------------------------------------------------------------------------------------
create function own_mail() returns table (left_out text[], weekday int)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.mail_left_out, p.digest_weekday from person p where p.id = session_person()
$$;

create function change_own_mail(p_left_out text[], p_weekday int, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := session_person();
begin
  update person set mail_left_out = p_left_out, digest_weekday = p_weekday where id = me;
  if not found then return false; end if;
  perform note_on_platform('account.own', 'account ' || me, '{"what": "mail"}', p_request);
  return true;
end $$;

revoke execute on function
  queue_message_jobs(), mailed_seats(), next_occurrence(date, rhythm, date, date), settled_day(agreement), open_day(agreement),
  reminder_step(date, rhythm, date), agreements_due(date), profile_is_complete(person), profiles_to_complete(date),
  meetings_to_rate(date), plans_still_provisional(date, date), without_next_meeting(), meetings_to_plan(date),
  ending_measures(), ending_frameworks(), frameworks_to_extend(date), future_plans_to_evaluate(date),
  note_reminders(date, date), reminder_key(reminder, text[], date), post_reminders(text[], int[], date, text, int),
  reminder_is_over(reminder),
  agreement_still_due(reminder), meeting_still_to_rate(reminder), still_to_remind(uuid), plan_address(reminder),
  own_mail(), change_own_mail(text[], int, text) from public;
grant execute on function own_mail(), change_own_mail(text[], int, text) to gips_app;
grant execute on function note_reminders(date, date), post_reminders(text[], int[], date, text, int), still_to_remind(uuid)
  to gips_worker;
