-- The message centre: what was sent to somebody and what is asked of them, in the app; and letters that failed, for the
-- administrator (docs/decisions/0032).

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "read_at" TIMESTAMPTZ(3);

-- What was sent before there was a message centre is not news.
update message set read_at = created_at;

-- has_unread_messages() on every page, read_my_messages().
create index message_unread on message (recipient_id, due_at desc) where read_at is null;
create index message_of_recipient on message (recipient_id, due_at desc, id desc);
-- The messages of a dossier, for its case director.
create index message_of_family on message (family_id, created_at desc) where family_id is not null;
-- What an administrator looks after.
create index message_undelivered on message (last_error) where state in ('failed', 'dead');

-- What was sent to me ------------------------------------------------------------------------------------------------------
-- Whether a message may be shown to its recipient in the app: it is due and was not called off, its dossier is still open to
-- them, and so is what it is about. A new kind that carries none of these needs nothing here.
create function message_is_open_to(p_message message, p_person uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := p_message.family_id;
  about jsonb := p_message.payload;
  roles text[];
begin
  if p_message.state in ('cancelled', 'dropped') or p_message.due_at > gips_now() then return false; end if;
  if fam is null then return true; end if;
  roles := roles_in(p_person, fam);
  return cardinality(roles) > 0
    and (about -> 'planId' is null or not plan_is_shielded_from(fam, (about ->> 'planId')::uuid, p_person))
    and (about -> 'meeting' is null or not plan_is_shielded_from(fam, (
      select g.plan_id from meeting g where g.family_id = fam and g.id = (about ->> 'meeting')::uuid), p_person))
    and (about -> 'agreements' is null or exists (
      select from agreement a
      where a.family_id = fam and about -> 'agreements' ? a.id::text and may_know_agreement(fam, a.id, p_person)))
    and (about -> 'signal' is null or roles && array['caseDirector', 'gipsMaster', 'caseManager'] or exists (
      select from signal_view v
      where v.family_id = fam and v.signal_id = (about ->> 'signal')::uuid and v.person_id = p_person))
    and (about -> 'assessment' is null or roles && array['caseDirector', 'gipsMaster', 'professional', 'caseManager']);
end $$;

-- Whether there is anything new for who is looking; beside the gate, in its statement, on every page. Where nothing is unread
-- it is one look into a small index.
create function has_unread_messages(p_person uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from message m where m.recipient_id = p_person and m.read_at is null) then return false; end if;
  return p_person = session_person() and exists (
    select from (
      select m.id from message m
      where m.recipient_id = p_person and m.read_at is null and m.due_at <= gips_now() and m.state not in ('cancelled', 'dropped')
      order by m.due_at desc limit 50) newest
    join message m on m.id = newest.id
    where message_is_open_to(m, p_person));
end $$;

-- The viewer's own messages, the newest first, and marks them as read: the list says which were new. Of a link nothing comes
-- along.
create function read_my_messages() returns table (id uuid, kind text, payload jsonb, at timestamptz, is_new boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  me uuid := session_person();
begin
  if me is null then return; end if;
  return query
    with newest as materialized (
      select m.* from message m
      where m.recipient_id = me and m.due_at <= gips_now() and m.state not in ('cancelled', 'dropped')
      order by m.due_at desc, m.id desc limit 400),
    marked as (
      update message m set read_at = gips_now() where m.recipient_id = me and m.read_at is null and m.due_at <= gips_now())
    select m.id, m.kind, m.payload - 'link', m.due_at, m.read_at is null from newest n join message m on m.id = n.id
    where message_is_open_to(m, me)
    order by m.due_at desc, m.id desc limit 200;
end $$;

-- What is asked of me -------------------------------------------------------------------------------------------------------
-- What the viewer has to do from the own seat at a meeting of the entered dossier: who is invited prepares, who is at the
-- table scores. `has_scored`: a figure for everyone on the list, or that they cannot judge.
create function own_tasks()
returns table (kind plan_kind, ordinal int, state plan_state, agenda_version int, role participant_role, has_draft boolean,
  has_scored boolean)
language sql stable as $$
  select p.kind, p.ordinal, p.state, p.agenda_version, t.role,
    exists (
      select from top_three_draft d join draft_text x on x.family_id = d.family_id and x.draft_id = d.id
      where d.plan_id = p.id and d.person_id = (select viewer_person()) and x.text <> ''),
    coalesce(r.given >= r.wanted, false)
  from plan p
    join meeting g on g.family_id = p.family_id and g.plan_id = p.id
    join participant t on t.family_id = g.family_id and t.meeting_id = g.id
    left join lateral (
      select count(*) as wanted, count(*) filter (where exists (
        select from safety_score c
        where c.assessment_id = a.id and c.member_id = s.member_id and c.situation is null
          and (c.scorer_person_id = t.person_id or c.scorer_member_id = t.member_id)
          and (c.score is not null or c.cannot_judge))) as given
      from safety_assessment a
        join assessed_member s on s.family_id = a.family_id and s.assessment_id = a.id and s.dropped_reason is null
        join family_member m on m.family_id = s.family_id and m.id = s.member_id
      where a.plan_id = p.id and a.kind = 'meeting'
        and (t.person_id is not null or m.id = t.member_id or m.kind in ('child', 'unborn'))
      having count(*) > 0) r on true
  where p.family_id = (select entered_family()) and p.state in ('invited', 'meeting')
    and (t.person_id = (select viewer_person()) or (t.member_id = (select viewer_member()) and t.is_admitted))
    and t.role in ('caseDirector', 'professional', 'family') and t.attendance <> 'absent'
  order by p.kind, p.ordinal
$$;

-- What is asked of the viewer in every open dossier: codes, days and ids, nothing of the content. Meetings of the last month
-- can still be rated.
create function my_requests() returns table (code text, roles text[], asked jsonb)
language plpgsql as $$
declare
  f record;
begin
  for f in select m.family_id, m.code, m.roles from my_families() m where m.state <> 'closed' loop
    continue when not step_into(f.family_id);
    return query select f.code, f.roles, jsonb_build_object(
      'agreements', (
        select coalesce(jsonb_agg(jsonb_build_object('dueOn', t.due_on, 'rhythm', t.rhythm, 'rhythmUntil', t.rhythm_until,
          'settledFor', t.settled_for)), '[]')
        from agreement_times() t where t.is_own),
      'tasks', (
        select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'ordinal', o.ordinal, 'state', o.state,
          'agendaVersion', o.agenda_version, 'role', o.role, 'hasDraft', o.has_draft, 'hasScored', o.has_scored)), '[]')
        from own_tasks() o),
      'signals', (
        select coalesce(jsonb_agg(s.id order by s.code), '[]') from safety_signal s
        where s.state = 'reported' and viewer_is('caseDirector')),
      'views', (
        select coalesce(jsonb_agg(s.id order by s.code), '[]')
        from signal_view v join safety_signal s on s.family_id = v.family_id and s.id = v.signal_id and s.state <> 'closed'
        where v.person_id = viewer_person() and v.answered_at is null),
      'assessments', (
        select coalesce(jsonb_agg(jsonb_build_object('id', a.id,
          'deadline', (a.deadline at time zone 'Europe/Amsterdam')::date) order by a.deadline, a.id), '[]')
        from assessment_invitee i join safety_assessment a on a.family_id = i.family_id and a.id = i.assessment_id
        where i.person_id = viewer_person() and i.answered_at is null and a.kind = 'extra' and a.closed_at is null),
      'ratings', (
        select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'ordinal', p.ordinal) order by p.kind, p.ordinal), '[]')
        from own_seats() t
          join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
          join plan p on p.family_id = g.family_id and p.id = g.plan_id
        where t.attendance = 'present' and p.state in ('provisional', 'definitive')
          and g.held_on > (gips_now() at time zone 'Europe/Amsterdam')::date - 31
          and viewer_is('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'family')
          and not exists (select from meeting_rating r where r.family_id = t.family_id and r.participant_id = t.id)),
      'responses', (
        select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'ordinal', p.ordinal) order by p.kind, p.ordinal), '[]')
        from plan p where p.state = 'provisional' and viewer_is('caseDirector')));
  end loop;
  perform set_config('gips.family', '', true);
end $$;

revoke execute on function message_is_open_to(message, uuid), has_unread_messages(uuid), read_my_messages(), own_tasks(),
  my_requests() from public;
grant execute on function has_unread_messages(uuid), read_my_messages(), own_tasks(), my_requests() to gips_app;

-- Letters that failed -------------------------------------------------------------------------------------------------------
drop function undelivered_messages();
drop function dismiss_message(uuid, text);

-- As before, with whether it is an alert, which goes before all else; and a message about a dossier is wanted while the dossier
-- takes messages: the worker asks in full when it sends.
create function undelivered_messages()
returns table (id uuid, kind text, person_id uuid, address text, since timestamptz, state text, error text, is_wanted boolean,
  is_alert boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, case when m.family_id is null then m.kind else 'dossier' end, case when not f.is_family then p.id end,
    case when f.is_family then left(p.email, 1) || '…@…' else p.email end, m.created_at, m.state::text, m.last_error,
    p.closed_at is null and case when m.family_id is null then message_is_wanted(m.id) or account_message_is_wanted(m.id)
        or exists (select from still_to_remind(m.id) r where r.payload is not null)
      else dossier_takes_message(m.id) end,
    message_priority(m.kind) < 0
  from message m join person p on p.id = m.recipient_id, lateral (select is_family_account(p.id) as is_family) f
  where (select viewer_administers()) and (m.state in ('failed', 'dead')
    or (m.state in ('waiting', 'sending') and m.due_at < gips_now() - interval '15 minutes'))
  order by message_priority(m.kind), m.created_at desc, m.id desc limit 200
$$;

-- As before; only what was given up or waits, so that of two administrators one sends it.
create or replace function send_message_again(p_id uuid, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  update message set state = 'waiting', attempts = 0, due_at = gips_now(), last_error = null
    where id = p_id and (state in ('failed', 'dead') or (state = 'waiting' and due_at < gips_now() - interval '15 minutes'));
  if not found then return false; end if;
  perform graphile_worker.add_job('send_message', json_build_object('id', p_id), job_key => p_id::text, max_attempts => 25,
    run_at => now(), priority => (select message_priority(m.kind) from message m where m.id = p_id));
  perform note_on_platform('undelivered.manage', 'message ' || p_id, '{"what": "again"}', p_request);
  return true;
end $$;

-- Sends again all that was given up for this reason; says how many. Each keeps its Message-ID.
create function send_messages_again(p_error text, p_request text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  again uuid[];
begin
  perform demand_administrator();
  with tried as (
    update message set state = 'waiting', attempts = 0, due_at = gips_now(), last_error = null
    where state in ('failed', 'dead') and last_error = p_error returning id)
  select array_agg(id) into again from tried;
  if again is null then return 0; end if;
  perform graphile_worker.add_job('send_message', json_build_object('id', m.id), job_key => m.id::text, max_attempts => 25,
    run_at => now(), priority => message_priority(m.kind)) from message m where m.id = any (again);
  perform note_on_platform('undelivered.manage', 'messages',
    jsonb_build_object('what', 'again', 'error', p_error, 'count', cardinality(again)), p_request);
  return cardinality(again);
end $$;

-- Takes a message that was given up off the list, with why; that is kept beside it, not in the trail.
create function dismiss_message(p_id uuid, p_reason text, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  if p_reason !~ '\S' then return false; end if;
  update message set state = 'dropped', dropped_reason = left(p_reason, 500) where id = p_id and state in ('failed', 'dead');
  if not found then return false; end if;
  perform note_on_platform('undelivered.manage', 'message ' || p_id, '{"what": "dismissed"}', p_request);
  return true;
end $$;

revoke execute on function undelivered_messages(), dismiss_message(uuid, text, text), send_messages_again(text, text) from public;
grant execute on function undelivered_messages(), dismiss_message(uuid, text, text), send_messages_again(text, text) to gips_app;
