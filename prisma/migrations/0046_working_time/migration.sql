-- Meetings are reminded of on working days. Which days are free is worked out by the application (lib/domain/working-day.ts),
-- which knows the Dutch public holidays of every year: whoever reminds gives those around today. Without them, as a worker of
-- before does, every day is a working day.
create function meeting_reminder_at(p_held_on date, p_days int, p_free date[]) returns timestamptz language sql stable as $$
  with recursive candidate(day) as (
    select p_held_on - p_days
    union all
    select day - 1 from candidate where day = any (p_free))
  select (min(day) + time '08:00') at time zone 'Europe/Amsterdam' from candidate
$$;

drop function remind_of_meetings(text);
drop function meeting_reminder_at(date, int);

-- Reminds who did not decline, a week and a day before, or on the last working day before that; not who was told of this day
-- later than that. Each once for what they were told, however many workers do this.
create function remind_of_meetings(p_host text, p_free date[] default '{}') returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  due record;
  told int := 0;
begin
  for due in
    select i.id, r.kind from meeting_invitation i
      cross join (values ('meetingInAWeek', 7), ('meetingTomorrow', 1)) r (kind, days)
    where i.withdrawn_at is null and i.answer <> 'declined' and i.held_on >= dutch_today()
      and meeting_reminder_at(i.held_on, r.days, p_free) between i.told_at and gips_now()
      and gips_now() < case r.kind when 'meetingInAWeek' then meeting_reminder_at(i.held_on, 1, p_free)
        else meeting_begins_at(i.held_on, i.part) end
      and not exists (
        select from message m where m.key = r.kind || ':' || i.meeting_id || ':' || i.person_id || ':' || i.sequence)
      and is_still_asked(i)
  loop
    if tell_of_meeting(due.kind, due.id, p_host) then told := told + 1; end if;
  end loop;
  return told;
end $$;

revoke execute on function meeting_reminder_at(date, int, date[]), remind_of_meetings(text, date[]) from public;
grant execute on function remind_of_meetings(text, date[]) to gips_worker;
