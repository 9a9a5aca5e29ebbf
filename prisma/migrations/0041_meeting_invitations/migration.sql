-- Invitations to meetings with a calendar file (docs/decisions/0033): whom to write to, what they were last told, what
-- they answered, and what of it is still true at the moment of sending.

-- CreateTable
CREATE TABLE "meeting_invitation" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "held_on" DATE NOT NULL,
    "part" "part_of_day" NOT NULL,
    "place" TEXT,
    "told_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "answer" "invitation_answer" NOT NULL DEFAULT 'none',
    "reason" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_invitation_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_invitation_family_id_meeting_id_person_id_key" ON "meeting_invitation"("family_id", "meeting_id", "person_id");

-- AddForeignKey
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_family_id_meeting_id_fkey" FOREIGN KEY ("family_id", "meeting_id") REFERENCES "meeting"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Of whom the worker looks whether everything is still as they were told, every few seconds.
create index meeting_invitation_stands on meeting_invitation (held_on) where withdrawn_at is null;

-- Who comes, and why not, is for case director and chair; everyone else reads their own. Written by functions alone.
call guard('meeting_invitation', $$meeting_id in (select id from meeting)
  and ((select viewer_is('caseDirector', 'gipsMaster')) or person_id = (select viewer_person()))$$);

-- Who and when ---------------------------------------------------------------------------------------------------------------
-- The accounts that may be written to about this meeting: who has a seat and, of the family, is admitted; with access now,
-- over a channel recorded as safe, and not kept from the plan. Nobody else.
create function may_be_invited(p_family uuid, p_meeting uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from person p join meeting g on g.family_id = p_family and g.id = p_meeting
  where p.closed_at is null and p.id in (
      select t.person_id from participant t where t.family_id = p_family and t.meeting_id = p_meeting
      union
      select a.person_id from participant t
        join family_access a on a.family_id = t.family_id and a.member_id = t.member_id
          and a.since <= gips_now() and (a.until is null or a.until > gips_now())
      where t.family_id = p_family and t.meeting_id = p_meeting and t.is_admitted)
    and cardinality(roles_in(p.id, p_family)) > 0
    and mail_is_safe_for(p_family, p.id)
    and not plan_is_shielded_from(p_family, g.plan_id, p.id)
$$;

-- Whether people are asked to come to this meeting: its invitations are out, it has a day that is not over.
create function meeting_stands(p_family uuid, p_meeting uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from meeting g join plan p on p.family_id = g.family_id and p.id = g.plan_id join family f on f.id = g.family_id
    where g.family_id = p_family and g.id = p_meeting and p.state = 'invited' and f.state not in ('closed', 'erased')
      and g.held_on >= dutch_today() and g.part is not null)
$$;

-- When a meeting begins (lib/domain/meeting-time.ts says the same), and the one place that says when its reminders are due:
-- so many days before, at eight in the morning.
create function meeting_begins_at(p_held_on date, p_part part_of_day) returns timestamptz language sql stable as $$
  select (p_held_on + case p_part when 'morning' then time '09:00' else time '13:00' end) at time zone 'Europe/Amsterdam'
$$;
create function meeting_reminder_at(p_held_on date, p_days int) returns timestamptz language sql stable as $$
  select (p_held_on - p_days + time '08:00') at time zone 'Europe/Amsterdam'
$$;

-- Telling ------------------------------------------------------------------------------------------------------------------
-- Who was last told something else than what is true now, and what to tell them. Somebody who is left out of a meeting that
-- is over is told nothing.
create function invitations_to_settle(p_family uuid, p_meeting uuid) returns table (person_id uuid, kind text)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(w.id, i.person_id), case
      when w.id is null then 'meetingCancelled'
      when i.id is null or i.withdrawn_at is not null then 'meetingInvitation'
      else 'meetingMoved' end
  from (select m.id from may_be_invited(p_family, p_meeting) m(id) where meeting_stands(p_family, p_meeting)) w
    full join (select n.* from meeting_invitation n where n.family_id = p_family and n.meeting_id = p_meeting) i
      on i.person_id = w.id
  where case
    when w.id is null then i.withdrawn_at is null and i.held_on >= dutch_today()
    else i.id is null or i.withdrawn_at is not null or exists (
      select from meeting g where g.family_id = p_family and g.id = p_meeting
        and (g.held_on, g.part, g.place) is distinct from (i.held_on, i.part, i.place))
    end
$$;

-- Writes a message about a meeting, once for each kind, meeting, person and sequence. It carries what its calendar file
-- says, so that it stays the same over all attempts.
create function tell_of_meeting(p_kind text, p_invitation uuid, p_host text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  message_uuid uuid := gen_random_uuid();
begin
  if p_host !~ '^[A-Za-z0-9.-]{1,253}$' then raise exception 'this is no host'; end if;
  insert into message (id, key, kind, recipient_id, family_id, payload, due_at, message_id)
    select message_uuid, p_kind || ':' || i.meeting_id || ':' || i.person_id || ':' || i.sequence, p_kind, i.person_id, f.id,
      jsonb_build_object('code', f.code,
        'plan', 'gips-' || right(p.kind::text, 1) || case when p.ordinal > 1 then '-' || p.ordinal else '' end,
        'meeting', i.meeting_id, 'invitation', i.id, 'sequence', i.sequence, 'on', i.held_on, 'part', i.part,
        'stamp', to_char(gips_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
      gips_now(), message_uuid || '@' || p_host
    from meeting_invitation i
      join meeting g on g.family_id = i.family_id and g.id = i.meeting_id
      join plan p on p.family_id = g.family_id and p.id = g.plan_id
      join family f on f.id = i.family_id
    where i.id = p_invitation
    on conflict do nothing;
  return found;
end $$;

-- The one place where invitations are sent out, renewed and withdrawn: makes what everyone was told the same as what is
-- true, and says to how many something was told. The meeting is held meanwhile: of two at once the second finds nothing.
-- A new day or part of the day asks for a new answer, another place does not.
create function settle_meeting(p_family uuid, p_meeting uuid, p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  g meeting;
  change record;
  told uuid;
  count int := 0;
begin
  select m.* into g from meeting m where m.family_id = p_family and m.id = p_meeting for update;
  if not exists (select from plan p where p.family_id = p_family and p.id = g.plan_id and p.state = 'invited') then
    return 0;
  end if;
  for change in select * from invitations_to_settle(p_family, p_meeting) loop
    if change.kind = 'meetingCancelled' then
      update meeting_invitation i set withdrawn_at = gips_now(), told_at = gips_now(), sequence = g.sequence + 1
        where i.family_id = p_family and i.meeting_id = p_meeting and i.person_id = change.person_id returning i.id into told;
    else
      insert into meeting_invitation as i (family_id, id, meeting_id, person_id, sequence, held_on, part, place, told_at)
        values (p_family, gen_random_uuid(), p_meeting, change.person_id, g.sequence + 1, g.held_on, g.part, g.place, gips_now())
        on conflict (family_id, meeting_id, person_id) do update set
          sequence = excluded.sequence, held_on = excluded.held_on, part = excluded.part, place = excluded.place,
          told_at = excluded.told_at, withdrawn_at = null,
          answer = case when keeps_answer(i, excluded) then i.answer else 'none' end,
          reason = case when keeps_answer(i, excluded) then i.reason else '' end,
          answered_at = case when keeps_answer(i, excluded) then i.answered_at end
        returning i.id into told;
    end if;
    perform tell_of_meeting(change.kind, told, p_host);
    count := count + 1;
  end loop;
  if count > 0 then
    update meeting m set sequence = g.sequence + 1 where m.family_id = p_family and m.id = p_meeting;
  end if;
  return count;
end $$;

-- Whether what somebody answered still answers what they are asked now.
create function keeps_answer(p_before meeting_invitation, p_now meeting_invitation) returns boolean
language sql immutable as $$
  select p_before.withdrawn_at is null and (p_before.held_on, p_before.part) = (p_now.held_on, p_now.part)
$$;

-- By the case director, in the transaction that changes the meeting or who sits at it. Who chooses the day comes on it.
create function settle_invitations(p_plan uuid, p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_director();
  this_meeting uuid := (select g.id from meeting g where g.family_id = fam and g.plan_id = p_plan);
  told int := settle_meeting(fam, this_meeting, p_host);
begin
  update meeting_invitation i set answer = 'accepted', answered_at = gips_now()
    where i.family_id = fam and i.meeting_id = this_meeting and i.person_id = viewer_person() and i.withdrawn_at is null
      and i.answer = 'none';
  return told;
end $$;

-- By the clock: what changed without a hand on the meeting itself, such as an involvement that ended, a shield, a dossier
-- that was closed. Only of meetings to which somebody was invited.
create function settle_all_invitations(p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  place record;
  told int := 0;
begin
  for place in
    select distinct i.family_id, i.meeting_id from meeting_invitation i
      join meeting g on g.family_id = i.family_id and g.id = i.meeting_id
      join plan p on p.family_id = g.family_id and p.id = g.plan_id and p.state = 'invited'
    where i.withdrawn_at is null and i.held_on >= dutch_today()
      and exists (select from invitations_to_settle(i.family_id, i.meeting_id))
    order by 1, 2 limit 50
  loop
    told := told + settle_meeting(place.family_id, place.meeting_id, p_host);
  end loop;
  return told;
end $$;

-- Reminds who did not decline, a week and a day before; not who was told of this day later than that. Each once for what
-- they were told, however many workers do this.
create function remind_of_meetings(p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  due record;
  told int := 0;
begin
  for due in
    select i.id, r.kind from meeting_invitation i
      cross join (values ('meetingInAWeek', 7), ('meetingTomorrow', 1)) r (kind, days)
    where i.withdrawn_at is null and i.answer <> 'declined' and i.held_on >= dutch_today()
      and meeting_reminder_at(i.held_on, r.days) between i.told_at and gips_now()
      and gips_now() < case r.kind when 'meetingInAWeek' then meeting_reminder_at(i.held_on, 1)
        else meeting_begins_at(i.held_on, i.part) end
      and not exists (
        select from message m where m.key = r.kind || ':' || i.meeting_id || ':' || i.person_id || ':' || i.sequence)
      and is_still_asked(i)
  loop
    if tell_of_meeting(due.kind, due.id, p_host) then told := told + 1; end if;
  end loop;
  return told;
end $$;

-- Whether what somebody was last told is still so: they may come, and the meeting is on that day.
create function is_still_asked(p_invitation meeting_invitation) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_invitation.withdrawn_at is null and meeting_stands(p_invitation.family_id, p_invitation.meeting_id)
    and p_invitation.person_id in (select may_be_invited(p_invitation.family_id, p_invitation.meeting_id))
    and exists (
      select from meeting g where g.family_id = p_invitation.family_id and g.id = p_invitation.meeting_id
        and (g.held_on, g.part) = (p_invitation.held_on, p_invitation.part))
$$;

-- Whether a calendar may be told that somebody does not come any more: of the team also after the involvement ended, of the
-- family while there is access and a safe channel; nobody about a plan that is hidden from them. Only who was written to
-- before has anything to take out of a calendar.
create function may_be_told_off(p_invitation meeting_invitation) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_invitation.withdrawn_at is not null
    and case when cardinality(roles_in(p_invitation.person_id, p_invitation.family_id)) > 0
      then mail_is_safe_for(p_invitation.family_id, p_invitation.person_id) and not exists (
        select from meeting g where g.family_id = p_invitation.family_id and g.id = p_invitation.meeting_id
          and plan_is_shielded_from(g.family_id, g.plan_id, p_invitation.person_id))
      else exists (select from team_membership t
          where t.family_id = p_invitation.family_id and t.person_id = p_invitation.person_id)
        and not exists (select from family_access a where a.person_id = p_invitation.person_id) end
    and exists (
      select from message m
      where (m.state in ('sending', 'sent') or m.attempts > 0) and m.key in (
        select k || ':' || p_invitation.meeting_id || ':' || p_invitation.person_id || ':' || n
        from unnest(array['meetingInvitation', 'meetingMoved']) k, generate_series(1, p_invitation.sequence) n))
$$;

-- Asked at the moment of sending, beside message_is_wanted. Waits for who is changing the meeting; of several messages to
-- one account the newest alone is sent.
create function meeting_message_is_wanted(p_id uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m message;
  asked meeting_invitation;
begin
  select x.* into m from message x where x.id = p_id
    and x.kind in ('meetingInvitation', 'meetingMoved', 'meetingCancelled', 'meetingInAWeek', 'meetingTomorrow');
  if not found then return false; end if;
  perform 1 from meeting g where g.family_id = m.family_id and g.id = (m.payload ->> 'meeting')::uuid for share;
  select i.* into asked from meeting_invitation i join person p on p.id = i.person_id and p.closed_at is null
    where i.family_id = m.family_id and i.id = (m.payload ->> 'invitation')::uuid and i.person_id = m.recipient_id
      and i.sequence = (m.payload ->> 'sequence')::int;
  if not found then return false; end if;
  return case m.kind
    when 'meetingCancelled' then may_be_told_off(asked)
    when 'meetingInAWeek' then is_still_asked(asked) and asked.answer <> 'declined'
    when 'meetingTomorrow' then is_still_asked(asked) and asked.answer <> 'declined'
      and gips_now() < meeting_begins_at(asked.held_on, asked.part)
    else is_still_asked(asked) end;
end $$;

-- As before, and that a meeting is off is told also after the dossier was closed.
create or replace function dossier_takes_message(p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (
    select from message m join family f on f.id = m.family_id
    where m.id = p_id and f.state in ('closed', 'erased')
      and m.kind not in ('involvementEnded', 'erasureComing', 'meetingCancelled'))
$$;

-- Answering ------------------------------------------------------------------------------------------------------------------
-- On the page, for oneself. False where the meeting was moved or called off since the page was opened.
create function answer_invitation(p_plan uuid, p_sequence int, p_answer invitation_answer, p_reason text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
  asked meeting_invitation;
begin
  if not may_write() or p_answer = 'none' then return false; end if;
  perform 1 from meeting g where g.family_id = fam and g.plan_id = p_plan for share;
  select i.* into asked from meeting_invitation i join meeting g on g.family_id = i.family_id and g.id = i.meeting_id
    where g.family_id = fam and g.plan_id = p_plan and i.person_id = viewer_person() for update of i;
  if not found or asked.sequence <> p_sequence or not is_still_asked(asked) then return false; end if;
  update meeting_invitation i
    set answer = p_answer, reason = case p_answer when 'declined' then p_reason else '' end, answered_at = gips_now()
    where i.family_id = fam and i.id = asked.id;
  return true;
end $$;

-- By mail, from a calendar: the address proved for whom it is. Says 'recorded', or why not: 'foreign' for another meeting or
-- another sender, 'old' for what was answered to an earlier invitation or before the last answer, 'over' where nobody is asked.
create function take_calendar_reply(
  p_invitation uuid, p_meeting uuid, p_email text, p_sequence int, p_stamp timestamptz, p_answer invitation_answer)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked meeting_invitation;
begin
  select i.* into asked from meeting_invitation i where i.id = p_invitation;
  if not found then return 'foreign'; end if;
  perform 1 from meeting g where g.family_id = asked.family_id and g.id = asked.meeting_id for share;
  select i.* into asked from meeting_invitation i where i.family_id = asked.family_id and i.id = p_invitation for update;
  if asked.meeting_id <> p_meeting or p_answer = 'none' or not exists (
    select from person p where p.id = asked.person_id and p.email = lower(p_email)) then return 'foreign'; end if;
  if not is_still_asked(asked) then return 'over'; end if;
  if p_sequence <> asked.sequence or p_stamp > gips_now() + interval '1 day'
    or p_stamp <= coalesce(asked.answered_at, '-infinity') then return 'old'; end if;
  update meeting_invitation i set answer = p_answer, reason = '', answered_at = p_stamp
    where i.family_id = asked.family_id and i.id = p_invitation;
  insert into audit_line (family_id, person_id, person_name, roles, kind, "right", subject, detail)
    select asked.family_id, p.id, p.name, roles_in(p.id, asked.family_id), 'change', 'invitation.answer', 'invitation',
      jsonb_build_object('plan', 'gips-' || right(q.kind::text, 1) || case when q.ordinal > 1 then '-' || q.ordinal else '' end,
        'by', 'calendar')
    from person p, meeting g join plan q on q.family_id = g.family_id and q.id = g.plan_id
    where p.id = asked.person_id and g.family_id = asked.family_id and g.id = asked.meeting_id;
  return 'recorded';
end $$;

-- Whom the case director's next click would write to.
create function whom_to_invite(p_plan uuid) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_director();
begin
  return query select may_be_invited(fam, g.id) from meeting g where g.family_id = fam and g.plan_id = p_plan;
end $$;

revoke execute on function
  may_be_invited(uuid, uuid), meeting_stands(uuid, uuid), meeting_begins_at(date, part_of_day), meeting_reminder_at(date, int),
  invitations_to_settle(uuid, uuid), tell_of_meeting(text, uuid, text), settle_meeting(uuid, uuid, text),
  keeps_answer(meeting_invitation, meeting_invitation), settle_invitations(uuid, text), settle_all_invitations(text),
  remind_of_meetings(text), is_still_asked(meeting_invitation), may_be_told_off(meeting_invitation),
  meeting_message_is_wanted(uuid), answer_invitation(uuid, int, invitation_answer, text),
  take_calendar_reply(uuid, uuid, text, int, timestamptz, invitation_answer), whom_to_invite(uuid) from public;
grant execute on function
  settle_invitations(uuid, text), answer_invitation(uuid, int, invitation_answer, text), whom_to_invite(uuid) to gips_app;
grant execute on function
  settle_all_invitations(text), remind_of_meetings(text), meeting_message_is_wanted(uuid),
  take_calendar_reply(uuid, uuid, text, int, timestamptz, invitation_answer) to gips_worker;
