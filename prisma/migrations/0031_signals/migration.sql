-- Signals of safety: reported from any page of a dossier, told at once, escalated while nobody saw them, acted on and closed
-- (docs/decisions/0028).

-- CreateTable
CREATE TABLE "signal_action" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "signal_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "author_person_id" UUID NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signal_action_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "signal_share" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "signal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "shared_by_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "signal_share_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateIndex
CREATE INDEX "signal_action_family_id_signal_id_idx" ON "signal_action"("family_id", "signal_id");

-- CreateIndex
CREATE UNIQUE INDEX "safety_signal_family_id_code_key" ON "safety_signal"("family_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "signal_view_family_id_signal_id_person_id_key" ON "signal_view"("family_id", "signal_id", "person_id");

-- AddForeignKey
ALTER TABLE "signal_action" ADD CONSTRAINT "signal_action_family_id_signal_id_fkey" FOREIGN KEY ("family_id", "signal_id") REFERENCES "safety_signal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "signal_action" ADD CONSTRAINT "signal_action_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "signal_share" ADD CONSTRAINT "signal_share_family_id_signal_id_fkey" FOREIGN KEY ("family_id", "signal_id") REFERENCES "safety_signal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "signal_share" ADD CONSTRAINT "signal_share_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "signal_share" ADD CONSTRAINT "signal_share_shared_by_id_fkey" FOREIGN KEY ("shared_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

alter table signal_share add constraint share_in_order check (until >= since);
-- Shared with an account once at a time; ended shares stay on record.
create unique index signal_shared on signal_share (family_id, signal_id, person_id) where until is null;
-- For the schedule that escalates: what nobody saw, whatever the dossier.
create index signal_unseen on safety_signal (reported_at) where state = 'reported';

-- A signal's life ---------------------------------------------------------------------------------------------------------
-- Numbered within its dossier, one after another also when two people report at once: who reports does not see the others.
create function number_signal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('gips signal ' || new.family_id, 0));
  new.code := coalesce((select max(s.code) from safety_signal s where s.family_id = new.family_id), 0) + 1;
  return new;
end $$;
create trigger numbered before insert on safety_signal for each row execute function number_signal();

-- What was reported never changes. Seen once, by who says so; closed once, with what was done; never back.
revoke update (happened, happened_at, urgency, reported_at) on safety_signal from gips_app;
create function signal_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if row_security_active(tg_relid) and (
    old.state = 'closed'
    or (new.state = 'reported') <> (new.acknowledged_at is null)
    or (new.acknowledged_at is null) <> (new.acknowledged_by_id is null)
    or (new.state = 'closed') <> (new.closed_at is not null)
    or (new.state = 'closed') <> (coalesce(btrim(new.outcome), '') <> '')
    or (old.acknowledged_at is not null
      and (new.acknowledged_at, new.acknowledged_by_id) is distinct from (old.acknowledged_at, old.acknowledged_by_id))
    or (old.acknowledged_at is null and new.acknowledged_by_id is distinct from viewer_person()))
  then raise exception 'a signal is seen once and closed once' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger forward before update on safety_signal for each row execute function signal_goes_forward();

-- As before, but new ones begin at the beginning, at this moment, and of the family only a carer reports, in this dossier.
alter policy adds on safety_signal with check (family_id = (select entered_family()) and (select may_write())
  and reporter_person_id = (select viewer_person()) and state = 'reported'
  and acknowledged_at is null and acknowledged_by_id is null and outcome is null and closed_at is null
  and reported_at between (select gips_now()) - interval '1 minute' and (select gips_now()) + interval '1 second'
  and ((select viewer_is('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager'))
    or ((select viewer_is('family')) and exists (
      select from family_access a
      where a.person_id = (select viewer_person()) and a.role = 'carer' and (a.until is null or a.until > (select gips_now()))))));

-- Whether a signal of the entered dossier can still be acted on. A function, because the policies of signals and views would
-- ask each other in a circle.
create function signal_is_open(p_signal uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from safety_signal s
    where s.family_id = entered_family() and s.id = p_signal and s.state <> 'closed' and viewer_roles() <> '{}')
$$;

-- Whoever takes over puts it to people of the team, without words in their mouth; they answer while it is open.
alter policy adds on signal_view with check (family_id = (select entered_family()) and (select may_write())
  and (select viewer_is('caseDirector', 'gipsMaster', 'caseManager')) and view is null and answered_at is null
  and signal_is_open(signal_id)
  and person_id in (select m.person_id from team_membership m where m.until is null or m.until > (select gips_now())));
alter policy changes on signal_view
  using (family_id = (select entered_family()) and (select may_write()) and person_id = (select viewer_person()))
  with check (family_id = (select entered_family()) and (select may_write()) and person_id = (select viewer_person())
    and signal_is_open(signal_id));

call guard('signal_action', $$(select viewer_is('caseDirector', 'gipsMaster', 'caseManager'))$$,
  $$(select viewer_is('caseDirector', 'gipsMaster', 'caseManager')) and author_person_id = (select viewer_person())
    and signal_is_open(signal_id)$$, 'insert');

-- The family --------------------------------------------------------------------------------------------------------------
-- With a family account the case director alone shares a signal. What it then reads comes from a function and not from the
-- row: that says who reported it.
call guard('signal_share', $$(select viewer_is('caseDirector'))$$,
  $$(select viewer_is('caseDirector')) and shared_by_id = (select viewer_person())
    and person_id in (select a.person_id from family_access a where a.until is null or a.until > (select gips_now()))$$, 'insert');
call lets('signal_share', 'update', $$(select viewer_is('caseDirector'))$$, 'signal_id, person_id, shared_by_id, since');

create function signals_shared_with_me()
returns table (id uuid, code int, urgency signal_urgency, state signal_state, happened text, happened_at timestamptz,
  reported_at timestamptz, outcome text, closed_at timestamptz, members uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.code, s.urgency, s.state, s.happened, s.happened_at, s.reported_at, s.outcome, s.closed_at,
    array(select m.member_id from signal_member m where m.family_id = s.family_id and m.signal_id = s.id)
  from signal_share h join safety_signal s on s.family_id = h.family_id and s.id = h.signal_id
  where h.family_id = entered_family() and viewer_is('family') and h.person_id = viewer_person()
    and (h.until is null or h.until > gips_now())
  order by s.code desc
$$;

-- As before; the trail tells the family nothing of signals, not even that there was one.
create or replace function dossier_trail(p_before bigint, p_limit int)
returns table (id bigint, at timestamptz, who text, organisation text, roles text[], kind text, "right" text, subject text)
language sql stable security definer set search_path = public, pg_temp as $$
  with v as (
    select viewer_is('caseDirector') as is_director, (
      select '\m(' || string_agg(
          'gips-' || right(p.kind::text, 1) || case when p.ordinal > 1 then '-' || p.ordinal else '' end, '|') || ')(?![-0-9])'
      from plan p where p.id in (select hidden_plans())) as hidden),
  lines as (
    select l.*, nullif(concat_ws(' ', l.subject, l.detail ->> 'plan'), '') as about from audit_line l
    where l.family_id = (select entered_family()))
  select l.id, l.at, case when v.is_director then l.person_name end, o.organisation, l.roles, l.kind, l."right",
    case when v.hidden is null or l.about !~ v.hidden then l.about end
  from v, lines l left join dossier_people() o on o.person_id = l.person_id
  where viewer_is('caseDirector', 'family') and (p_before is null or l.id < p_before)
    and (v.is_director or (l."right" not in ('access.manage', 'team.leave', 'agreement.putInForce', 'agreement.close')
      and l."right" not like 'signal%'))
  order by l.id desc limit least(p_limit, 200)
$$;

-- What asks for attention -------------------------------------------------------------------------------------------------
-- How many signals the viewer may take over that nobody saw yet, and that were seen and are not closed; and how many views
-- are asked of the viewer. Nothing (null) for who has no role. Compiled once a connection: each dashboard asks it.
create function open_signals() returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
  takes_over boolean := viewer_is('caseDirector', 'gipsMaster', 'caseManager');
begin
  if viewer_roles() = '{}' then return null; end if;
  return jsonb_build_object(
    'unseen', (select count(*) from safety_signal s where takes_over and s.family_id = fam and s.state = 'reported'),
    'seen', (select count(*) from safety_signal s where takes_over and s.family_id = fam and s.state = 'acknowledged'),
    'views', (select count(*) from signal_view v
      join safety_signal s on s.family_id = v.family_id and s.id = v.signal_id and s.state <> 'closed'
      where v.family_id = fam and v.person_id = viewer_person() and v.answered_at is null
        and viewer_is('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager')));
end $$;

-- As before, with the signals that wait.
create or replace function my_situations()
returns table (family_id uuid, code text, name text, state family_state, roles text[], director text, situation jsonb)
language plpgsql as $$
declare
  f record;
begin
  for f in select * from my_families() loop
    continue when not step_into(f.family_id);
    return query select f.family_id, f.code, f.name, f.state, f.roles, f.director, jsonb_build_object(
      'plans', (
        select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'ordinal', p.ordinal, 'state', p.state,
            'version', p.version, 'heldOn', g.held_on, 'part', g.part,
            'provisionalOn', (p.provisional_at at time zone 'Europe/Amsterdam')::date) order by p.kind, p.ordinal), '[]')
        from plan p left join meeting g on g.family_id = p.family_id and g.plan_id = p.id),
      'assessments', (
        select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'closedAt', a.closed_at,
            'heldOn', coalesce(g.held_on, (a.closed_at at time zone 'Europe/Amsterdam')::date),
            'assessedMembers', (select coalesce(jsonb_agg(s.member_id order by s.id), '[]') from assessed_member s
              where s.assessment_id = a.id and s.dropped_reason is null),
            'scores', (select coalesce(jsonb_agg(jsonb_build_object('memberId', s.member_id, 'scorerId', s.scorer_person_id,
                'side', s.side, 'score', s.score, 'situation', s.situation)), '[]')
              from safety_score s where s.assessment_id = a.id and s.side = 'professional'
                and s.id not in (select away_scores())))), '[]')
        from safety_assessment a
        left join meeting g on g.family_id = a.family_id and g.plan_id = a.plan_id
        where a.closed_at is not null),
      'agreements', (
        select coalesce(jsonb_agg(jsonb_build_object('dueOn', t.due_on, 'rhythm', t.rhythm, 'rhythmUntil', t.rhythm_until,
            'settledFor', t.settled_for, 'isOwn', t.is_own)), '[]')
        from agreement_times() t),
      'openSignals', open_signals());
  end loop;
  perform set_config('gips.family', '', true);
end $$;

-- Alerts ------------------------------------------------------------------------------------------------------------------
-- When the chair is told of a signal that nobody saw (lib/domain/signal.ts says the same).
create function signal_escalates_at(p_urgency signal_urgency, p_reported timestamptz) returns timestamptz
language sql stable as $$
  select p_reported + case p_urgency when 'now' then interval '15 minutes' when 'today' then interval '2 hours'
    else interval '24 hours' end
$$;

-- As before, but an alert goes before whatever else waits: two hundred mails about a plan do not hold it up.
create function message_priority(p_kind text) returns int language sql immutable as $$
  select case when p_kind in ('signalReported', 'signalUnseen') then -10 else 0 end
$$;
create or replace function queue_message_job() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(
    'send_message', json_build_object('id', new.id), job_key => new.id::text, max_attempts => 25,
    run_at => now() + greatest(new.due_at - gips_now() - interval '1 millisecond', interval '0'),
    priority => message_priority(new.kind));
  return null;
end $$;

-- The one place where somebody is told of a signal: a message to each of these people, due now, whatever the hour. Its key
-- holds signal and person, so that saying it again tells nobody twice. Another channel than mail begins here.
create function tell_of_signal_to(p_kind text, p_signal safety_signal, p_people uuid[], p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told int;
begin
  if p_host !~ '^[A-Za-z0-9.-]{1,253}$' then raise exception 'this is no host'; end if;
  insert into message (id, key, kind, recipient_id, family_id, payload, due_at, message_id)
    select o.id, p_kind || ':' || p_signal.id || ':' || o.person_id, p_kind, o.person_id, f.id,
      jsonb_build_object('code', f.code, 'signal', p_signal.id), gips_now(), o.id || '@' || p_host
    from family f, (select gen_random_uuid() as id, p.person_id from (select distinct unnest(p_people)) p(person_id)) o
    where f.id = p_signal.family_id and f.state not in ('closed', 'erased')
    on conflict do nothing;
  get diagnostics told = row_count;
  return told;
end $$;

-- Who in the team of this dossier has one of these roles now, without who reported it.
create function team_to_tell(p_signal safety_signal, p_roles text[]) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(
    select distinct m.person_id from team_membership m
    where m.family_id = p_signal.family_id and m.role::text = any (p_roles) and m.person_id <> p_signal.reporter_person_id
      and m.since <= gips_now() and (m.until is null or m.until > gips_now()))
$$;

-- In the transaction of the report: director and deputy.
create function tell_of_signal(p_signal uuid, p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  reported safety_signal;
begin
  select s.* into reported from safety_signal s
    where s.family_id = entered_family() and s.id = p_signal and s.state = 'reported'
      and s.reporter_person_id = viewer_person() and may_write();
  if not found then return 0; end if;
  return tell_of_signal_to('signalReported', reported, team_to_tell(reported, array['caseDirector', 'deputy']), p_host);
end $$;

-- By the clock: what nobody saw in time goes to the chair, and once the family goes on by itself to the case manager too.
create function escalate_signals(p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  due safety_signal;
  told int := 0;
begin
  for due in
    select s.* from safety_signal s join family f on f.id = s.family_id and f.state not in ('closed', 'erased')
    where s.state = 'reported' and signal_escalates_at(s.urgency, s.reported_at) <= gips_now()
    order by s.reported_at, s.id
  loop
    told := told + tell_of_signal_to('signalUnseen', due, team_to_tell(due, case
      when exists (select from family f where f.id = due.family_id and f.state = 'aftercare')
      then array['gipsMaster', 'caseManager'] else array['gipsMaster'] end), p_host);
  end loop;
  return told;
end $$;

-- Those whose view is asked and who did not give it.
create function tell_who_views(p_signal uuid, p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked safety_signal;
begin
  select s.* into asked from safety_signal s
    where s.family_id = entered_family() and s.id = p_signal and s.state <> 'closed'
      and viewer_is('caseDirector', 'gipsMaster', 'caseManager') and may_write();
  if not found then return 0; end if;
  return tell_of_signal_to('signalViewAsked', asked, array(
    select v.person_id from signal_view v
    where v.family_id = asked.family_id and v.signal_id = asked.id and v.answered_at is null), p_host);
end $$;

-- Asked beside the others at the moment of sending: who saw it meanwhile made the alert superfluous.
create function signal_message_is_wanted(p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from message m
      join person p on p.id = m.recipient_id and p.closed_at is null
      join safety_signal s on s.family_id = m.family_id and s.id = (m.payload ->> 'signal')::uuid
    where m.id = p_id and case m.kind
      when 'signalReported' then s.state = 'reported' and 'caseDirector' = any (roles_in(p.id, m.family_id))
      when 'signalUnseen' then s.state = 'reported' and roles_in(p.id, m.family_id) && array['gipsMaster', 'caseManager']
      when 'signalViewAsked' then s.state <> 'closed' and cardinality(roles_in(p.id, m.family_id)) > 0 and exists (
        select from signal_view v
        where v.family_id = s.family_id and v.signal_id = s.id and v.person_id = p.id and v.answered_at is null)
      else false
    end)
$$;

revoke execute on function
  message_priority(text), number_signal(), signal_goes_forward(), signal_is_open(uuid), signals_shared_with_me(), open_signals(),
  signal_escalates_at(signal_urgency, timestamptz), tell_of_signal_to(text, safety_signal, uuid[], text),
  team_to_tell(safety_signal, text[]), tell_of_signal(uuid, text), escalate_signals(text), tell_who_views(uuid, text),
  signal_message_is_wanted(uuid) from public;
grant execute on function
  signal_is_open(uuid), signals_shared_with_me(), open_signals(), tell_of_signal(uuid, text), tell_who_views(uuid, text) to gips_app;
grant execute on function escalate_signals(text), signal_message_is_wanted(uuid), message_priority(text) to gips_worker;
