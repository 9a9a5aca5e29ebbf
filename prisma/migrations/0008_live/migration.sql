-- Live view and projector (docs/decisions/0009): what tells open streams that a right may have changed, the rights of
-- many readers in one query, and what everyone in the room may see.

-- Who is named on the projector: first names, or initials.
alter table meeting add column projector_names text not null default 'first'
  constraint projector_names_form check (projector_names in ('first', 'initials'));
grant update (projector_names) on meeting to gips_app;

-- A right may have ended, or a row may have become hidden -------------------------------------------------------------
-- Tells every app process {person} or {family}, ids only; it checks the streams that this touches and closes or
-- refreshes them. Arguments: the name in the message, the column that holds it. Equal messages of one transaction are
-- one notification.
create function notify_access() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  changed jsonb;
begin
  if tg_op = 'DELETE' then changed := to_jsonb(old); else changed := to_jsonb(new); end if;
  perform pg_notify('access', jsonb_build_object(tg_argv[0], changed ->> tg_argv[1])::text);
  return null;
end $$;

create trigger tells_access after update of ended_at on session
  for each row when (new.ended_at is distinct from old.ended_at) execute function notify_access('person', 'person_id');
create trigger tells_access after update of closed_at, password_hash on person
  for each row when (new.closed_at is distinct from old.closed_at or new.password_hash is distinct from old.password_hash)
  execute function notify_access('person', 'id');
create trigger tells_access after update of revoked_at on projector_pass
  for each row when (new.revoked_at is distinct from old.revoked_at) execute function notify_access('person', 'person_id');
create trigger tells_access after insert or update or delete on team_membership
  for each row execute function notify_access('family', 'family_id');
create trigger tells_access after insert or update or delete on membership_member
  for each row execute function notify_access('family', 'family_id');
create trigger tells_access after insert or update or delete on family_access
  for each row execute function notify_access('family', 'family_id');
create trigger tells_access after insert or update or delete on shield
  for each row execute function notify_access('family', 'family_id');
create trigger tells_access after insert or update or delete on opening
  for each row execute function notify_access('family', 'family_id');
create trigger tells_access after insert or update or delete on child_adult
  for each row execute function notify_access('family', 'family_id');
-- Who comes into the room decides what the projector may show.
create trigger tells_access after insert or delete or update of attendance, is_admitted on participant
  for each row execute function notify_access('family', 'family_id');
create trigger tells_access after update of state on plan
  for each row when (new.state <> old.state) execute function notify_access('family', 'family_id');
create trigger tells_access after update of state on family
  for each row when (new.state <> old.state) execute function notify_access('family', 'id');

-- The standing of the readers of one plan, all at once. A reader proves itself by the hash of its session's or its
-- pass's token (the conditions are those of viewer_session and viewer_person); who no longer stands has no row.
create function standing_of_readers(p_family uuid, p_plan uuid, p_tokens bytea[])
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
  join family f on f.id = p_family and f.state <> 'erased'
  join plan p on p.family_id = f.id and p.id = p_plan
$$;

-- What everyone in the room may see ------------------------------------------------------------------------------------
-- The one rule of who sees which row, for any person: may_see asks it for who is looking, the projector for everyone
-- at the table. p_person: null for who has no account; p_member: the family member that this person is.
create function sees_row(p_family uuid, p_person uuid, p_roles text[], p_member uuid,
  p_kind subject_kind, p_id uuid, p_about uuid, p_author uuid, p_own_words boolean)
returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if 'caseDirector' = any (p_roles) then return true; end if;
  if p_roles && array['gipsMaster', 'noteTaker', 'professional', 'caseManager'] then
    return not exists (
      select from shield s
      where s.family_id = p_family and s.subject = p_kind and s.subject_id = p_id and s.audience = 'professionalsElsewhere'
        and (s.until is null or s.until > gips_now()))
      or exists (
        select from team_membership m
        where m.family_id = p_family and m.person_id = p_person and (m.until is null or m.until > gips_now())
          and p_about is not null
          and (m.works_with_all or exists (
            select from membership_member w
            where w.family_id = m.family_id and w.membership_id = m.id and w.member_id = p_about)));
  end if;
  if not 'family' = any (p_roles) then return false; end if;
  if exists (
    select from shield s
    where s.family_id = p_family and s.subject = p_kind and s.subject_id = p_id
      and (s.audience = 'allFamily' or (s.audience = 'account' and s.person_id = p_person))
      and (s.until is null or s.until > gips_now()))
  then return false; end if;
  if p_author = p_person then return true; end if;
  if exists (
    select from opening o
    where o.family_id = p_family and o.subject = p_kind and o.subject_id = p_id and o.person_id = p_person
      and (o.until is null or o.until > gips_now()))
  then return true; end if;
  if p_about = p_member then return true; end if;
  if p_own_words then return false; end if;
  return p_about is null or exists (
    select from child_adult c where c.family_id = p_family and c.child_id = p_about and c.adult_id = p_member);
end $$;

create or replace function may_see(p_kind subject_kind, p_id uuid, p_about uuid, p_author uuid, p_own_words boolean default false)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sees_row(nullif(current_setting('gips.family', true), '')::uuid, viewer_person(), viewer_roles(), viewer_member(),
    p_kind, p_id, p_about, p_author, p_own_words)
$$;

-- As before, without plans that are hidden from the viewer and without the name of a director who is shielded from it.
create or replace function my_families()
returns table (family_id uuid, code text, name text, state family_state, roles text[], plan_kind plan_kind, plan_ordinal int,
  plan_state plan_state, meeting_on date, meeting_part part_of_day, director text)
language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select f.*, roles_in(account_person(), f.id) as my_roles, a.member_id
    from family f left join family_access a on a.family_id = f.id and a.person_id = account_person()
      and (a.until is null or a.until > gips_now())
    where f.state <> 'erased' and f.id in (
      select m.family_id from team_membership m where m.person_id = account_person()
      union select c.family_id from family_access c where c.person_id = account_person()))
  select f.id, f.code, f.name, f.state, f.my_roles, p.kind, p.ordinal, p.state, g.held_on, g.part,
    (select case when f.my_roles = array['family'] and exists (
        select from shield s where s.family_id = f.id and s.subject = 'teamMember' and s.subject_id = m.id
          and (s.audience = 'allFamily' or (s.audience = 'account' and s.person_id = account_person()))
          and (s.until is null or s.until > gips_now()))
      then 'Een professional' else d.name end
      from team_membership m join person d on d.id = m.person_id
      where m.family_id = f.id and m.role = 'caseDirector' and m.until is null)
  from own f
  left join lateral (
    select * from plan l
    where l.family_id = f.id
      and sees_row(f.id, account_person(), f.my_roles, f.member_id, 'plan', l.id, l.about_member_id, null, false)
    order by l.kind desc, l.ordinal desc limit 1) p on true
  left join meeting g on g.family_id = p.family_id and g.plan_id = p.id
  where cardinality(f.my_roles) > 0
  order by f.code
$$;

-- As before; but whom a plan is kept from is not told by its shields alone: a mail about the recovery plan of the other parent would
-- tell that there is one.
create or replace function plan_is_shielded_from(p_family uuid, p_plan uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from shield s where s.family_id = p_family and s.subject = 'plan' and s.subject_id = p_plan
      and s.person_id = p_person and (s.until is null or s.until > gips_now()))
  or not sees_row(p_family, p_person, roles_in(p_person, p_family),
    (select a.member_id from family_access a
      where a.family_id = p_family and a.person_id = p_person and (a.until is null or a.until > gips_now()) limit 1),
    'plan', p_plan, (select p.about_member_id from plan p where p.family_id = p_family and p.id = p_plan), null, false)
$$;

-- Whether this participant is in the room, or may come in: whoever was seen there counts, admitted or not.
create function is_seated(p_seat participant) returns boolean language sql immutable as $$
  select p_seat.attendance = 'present'
    or (p_seat.attendance = 'unknown' and (p_seat.is_admitted or p_seat.member_id is null))
$$;

-- Everyone at the table of this plan's meeting: who is present, and who may still come in (not marked absent, and of the
-- family only who is admitted). A family member without an account sees what one with an account sees by default; someone of the network sees what
-- the member it belongs to sees (domain: people and roles). From whom the whole dossier is shielded: nothing. A
-- professional without a role any more has no place here.
create function room_audience(p_plan uuid) returns table (person_id uuid, roles text[], member_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with seats as (
    select t.family_id, t.person_id, coalesce(t.member_id, n.related_member_id) as member_id
    from participant t
    join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
    left join network_person n on n.family_id = t.family_id and n.id = t.network_person_id
    where g.family_id = (select entered_family()) and g.plan_id = p_plan and is_seated(t))
  select s.person_id, roles_in(s.person_id, s.family_id), a.member_id
  from seats s
  left join family_access a on a.family_id = s.family_id and a.person_id = s.person_id
    and (a.until is null or a.until > gips_now())
  where s.person_id is not null and (cardinality(roles_in(s.person_id, s.family_id)) > 0 or a.id is not null)
  union
  select a.person_id,
    case when exists (
      select from shield h
      where h.family_id = s.family_id and h.subject = 'dossier' and (h.until is null or h.until > gips_now())
        and (h.audience = 'allFamily' or (h.audience = 'account' and h.person_id = a.person_id)))
    then '{}'::text[] else '{family}'::text[] end,
    s.member_id
  from seats s
  left join family_access a on a.family_id = s.family_id and a.member_id = s.member_id
    and (a.until is null or a.until > gips_now())
  where s.person_id is null
$$;

-- True when nothing is hidden from anyone at the table: saves a look per row.
create function room_sees_everything(p_plan uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (
      select from room_audience(p_plan) a
      where not a.roles && array['caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager'])
    and not exists (
      select from shield s
      where s.family_id = (select entered_family()) and s.audience = 'professionalsElsewhere'
        and (s.until is null or s.until > gips_now()))
$$;

-- Whether everyone at the table may see this row. The row policies still say whether the viewer may.
create function seen_by_attendees(
  p_plan uuid, p_kind subject_kind, p_id uuid, p_about uuid, p_author uuid, p_own_words boolean default false)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (
    select from room_audience(p_plan) a
    where not sees_row((select entered_family()), a.person_id, a.roles, a.member_id, p_kind, p_id, p_about, p_author, p_own_words))
$$;

-- The people who work or worked on this dossier, as everyone at the table may know them: without contact data, and
-- nameless when one family member at the table may not know the name.
create function room_people(p_plan uuid)
returns table (person_id uuid, name text, initials text, profession text, is_shielded boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.person_id,
    case when h.is_hidden then 'Een professional' else d.name end,
    case when h.is_hidden then '–' else d.initials end,
    d.profession, d.is_shielded or h.is_hidden
  from dossier_people() d, lateral (
    select exists (
      select from room_audience(p_plan) a
      join team_membership m on m.family_id = (select entered_family()) and m.person_id = d.person_id
      join shield s on s.family_id = m.family_id and s.subject = 'teamMember' and s.subject_id = m.id
        and (s.audience = 'allFamily' or (s.audience = 'account' and s.person_id = a.person_id))
        and (s.until is null or s.until > gips_now())
      where not a.roles && array['caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager']
    ) as is_hidden) h
$$;

revoke execute on function
  is_seated(participant), notify_access(), standing_of_readers(uuid, uuid, bytea[]),
  sees_row(uuid, uuid, text[], uuid, subject_kind, uuid, uuid, uuid, boolean), room_audience(uuid), room_sees_everything(uuid),
  seen_by_attendees(uuid, subject_kind, uuid, uuid, uuid, boolean), room_people(uuid)
  from public;
grant execute on function
  is_seated(participant), standing_of_readers(uuid, uuid, bytea[]), room_sees_everything(uuid),
  seen_by_attendees(uuid, subject_kind, uuid, uuid, uuid, boolean), room_people(uuid)
  to gips_app;
