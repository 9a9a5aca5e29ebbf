-- Whoever takes a signal over may ask an extra assessment about it and suspend a family account (docs/decisions/0044). Chair
-- and case manager write in those tables for nothing else, so they do it by a function each, and not by a policy.

-- The one place that decides who acts on a signal: the case director always; chair and case manager while it is open and they
-- are the one who said that it was seen.
create function takes_over(p_signal uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from safety_signal s
    where s.family_id = entered_family() and s.id = p_signal and (viewer_is('caseDirector')
      or (viewer_is('gipsMaster', 'caseManager') and s.state = 'acknowledged' and s.acknowledged_by_id = viewer_person())))
$$;

-- The dossier, where the viewer acts on this signal, held so until this transaction ends; an error for everybody else.
create function demand_taken_over(p_signal uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
begin
  perform 1 from safety_signal s where s.family_id = fam and s.id = p_signal for share;
  if fam is null or not may_write() or not takes_over(p_signal) then
    raise exception 'only who takes this signal over may do this' using errcode = 'insufficient_privilege';
  end if;
  return fam;
end $$;

-- Asks an extra assessment about a signal, links it, and writes to who is asked: professionals of this dossier, never its
-- chair. False for a form that was sent before.
create function ask_about_signal(p_signal uuid, p_assessment uuid, p_question text, p_deadline timestamptz, p_members uuid[],
  p_people uuid[], p_host text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_taken_over(p_signal);
begin
  if p_host !~ '^[A-Za-z0-9.-]{1,253}$' then raise exception 'this is no host'; end if;
  if exists (
    select from unnest(p_people) p(id)
    where not 'professional' = any (roles_in(p.id, fam)) or 'gipsMaster' = any (roles_in(p.id, fam)))
  then raise exception 'only professionals of this dossier are asked' using errcode = 'insufficient_privilege'; end if;
  insert into safety_assessment (family_id, id, kind, question, deadline, opened_at)
    values (fam, p_assessment, 'extra', p_question, p_deadline, gips_now()) on conflict do nothing;
  if not found then return false; end if;
  insert into assessed_member (family_id, id, assessment_id, member_id)
    select fam, gen_random_uuid(), p_assessment, m.id from (select distinct unnest(p_members) as id) m;
  insert into signal_link (family_id, id, signal_id, assessment_id, linked_by_id, linked_at)
    values (fam, gen_random_uuid(), p_signal, p_assessment, viewer_person(), gips_now());
  with asked as (
    insert into assessment_invitee (family_id, id, assessment_id, person_id, asked_at)
      select fam, gen_random_uuid(), p_assessment, p.id, gips_now() from (select distinct unnest(p_people) as id) p
      returning id, person_id),
  messages as (select gen_random_uuid() as message, a.* from asked a)
  insert into message (id, key, kind, recipient_id, family_id, payload, due_at, message_id)
    select g.message, 'extraAssessmentAsked:' || g.id, 'extraAssessmentAsked', g.person_id, fam,
      jsonb_build_object('code', f.code, 'assessment', p_assessment), gips_now(), g.message || '@' || p_host
    from messages g, family f where f.id = fam;
  return true;
end $$;

-- The family accounts that can be suspended from this signal; none for who does not act on it.
create function accounts_of_signal(p_signal uuid)
returns table (person_id uuid, name text, is_suspended boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.person_id, m.first_names, not 'family' = any (roles_in(a.person_id, a.family_id))
  from family_access a join family_member m on m.family_id = a.family_id and m.id = a.member_id
  where a.family_id = entered_family() and takes_over(p_signal) and (a.until is null or a.until > gips_now())
  order by a.since, a.id
$$;

-- Closes the dossier to one family account, until the case director lifts it. Says its name; null where there is no such account
-- here, or it is suspended already.
create function suspend_from_signal(p_signal uuid, p_shield uuid, p_person uuid, p_reason text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_taken_over(p_signal);
  who text;
begin
  -- Two at once suspend once.
  perform 1 from family_access a
    where a.family_id = fam and a.person_id = p_person and (a.until is null or a.until > gips_now()) for update;
  select a.name into who from accounts_of_signal(p_signal) a where a.person_id = p_person and not a.is_suspended;
  if who is null then return null; end if;
  insert into shield (family_id, id, subject, audience, person_id, reason, set_by_id, since)
    values (fam, p_shield, 'dossier', 'account', p_person, p_reason, viewer_person(), gips_now());
  return who;
end $$;

revoke execute on function takes_over(uuid), demand_taken_over(uuid), accounts_of_signal(uuid),
  ask_about_signal(uuid, uuid, text, timestamptz, uuid[], uuid[], text), suspend_from_signal(uuid, uuid, uuid, text) from public;
grant execute on function takes_over(uuid), accounts_of_signal(uuid),
  ask_about_signal(uuid, uuid, text, timestamptz, uuid[], uuid[], text), suspend_from_signal(uuid, uuid, uuid, text) to gips_app;
