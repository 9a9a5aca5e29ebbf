-- The extra safety assessment between two meetings: asked of professionals, answered each from the own account unseen by
-- the others, reminded of, closed with a conclusion (docs/decisions/0029).

-- AlterTable
ALTER TABLE "assessment_invitee" ADD COLUMN     "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

grant update (version) on assessment_invitee to gips_app;

-- Who has not answered: the worker asks it every few minutes.
create index assessment_unanswered on assessment_invitee (asked_at) where answered_at is null;

-- Who reads and writes what -----------------------------------------------------------------------------------------------
-- Extra assessments that still run, of which the viewer reads only what they give themselves. None for who reads along.
create function unseen_assessments() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if viewer_is('caseDirector', 'gipsMaster', 'caseManager') then return; end if;
  return query select a.id from safety_assessment a
    where a.family_id = nullif(current_setting('gips.family', true), '')::uuid and a.kind = 'extra' and a.closed_at is null;
end $$;

-- As before, and in an extra assessment everybody gives their own: the case director, who asks and closes it, writes none
-- in the name of another.
create or replace function writes_score(p_assessment uuid, p_person uuid, p_member uuid, p_about uuid, p_author uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from safety_assessment a
    where a.family_id = (select entered_family()) and a.id = p_assessment and a.closed_at is null and (
      (a.kind = 'meeting' and (viewer_is('caseDirector') or a.plan_id in (select writable_plans())))
      or (a.id in (select own_assessments()) and p_author = viewer_person() and case
        when viewer_is('family') then p_member = viewer_member() and p_about = p_member
        else p_person = viewer_person()
      end)))
$$;

-- As before; of an extra assessment that still runs a professional reads their own scores alone.
alter policy reads on safety_score using (family_id = (select entered_family())
  and (assessment_id in (select readable_assessments())
    or (scorer_member_id = (select viewer_member()) and assessment_id in (select c.assessment_id from called_assessments() c)))
  and (assessment_id not in (select unseen_assessments()) or scorer_person_id = (select viewer_person()))
  and ((not held_back and assessment_id not in (select open_rounds()))
    or ((select may_write()) and (author_person_id = (select viewer_person())
      or scorer_person_id = (select viewer_person()) or scorer_member_id = (select viewer_member()))))
  and ((select sees_everything()) or may_see('answer', id, about_member_id, author_person_id,
    scorer_network_id is not null or is_child(scorer_member_id))));

-- Who was asked, and which measures they think of: as the scores, and never by a family account, for they speak of all.
alter policy reads on assessment_invitee using (family_id = (select entered_family()) and not (select viewer_is('family'))
  and ((select viewer_is('caseDirector', 'gipsMaster', 'caseManager')) or person_id = (select viewer_person())
    or (assessment_id in (select readable_assessments()) and assessment_id not in (select unseen_assessments()))));
alter policy changes on assessment_invitee
  using (family_id = (select entered_family()) and (select may_write())
    and person_id = (select viewer_person()) and assessment_id in (select own_assessments()))
  with check (family_id = (select entered_family()) and (select may_write())
    and person_id = (select viewer_person()) and assessment_id in (select own_assessments()));

-- Whether the viewer is asked in this assessment and it still runs, held so until this transaction ends: what is saved is
-- there before it is closed or the viewer is taken off, or is told that it was too late.
create function keep_asked(p_assessment uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
begin
  if not may_write() then return false; end if;
  perform 1 from safety_assessment a
    where a.family_id = fam and a.id = p_assessment and a.kind = 'extra' and a.closed_at is null for share;
  if not found then return false; end if;
  perform 1 from assessment_invitee i
    where i.family_id = fam and i.assessment_id = p_assessment and i.person_id = viewer_person() for update;
  return found and p_assessment in (select own_assessments());
end $$;

-- What the case director does ---------------------------------------------------------------------------------------------
-- Takes somebody off the list who gave nothing yet. Says 'dropped', 'given' where they did, 'gone' where there is nobody.
create function drop_invitee(p_assessment uuid, p_person uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_director();
  who assessment_invitee;
begin
  perform 1 from safety_assessment a
    where a.family_id = fam and a.id = p_assessment and a.kind = 'extra' and a.closed_at is null for share;
  if not found then return 'gone'; end if;
  select * into who from assessment_invitee i
    where i.family_id = fam and i.assessment_id = p_assessment and i.person_id = p_person for update;
  if not found then return 'gone'; end if;
  if who.answered_at is not null or coalesce(who.direct_measures, '') <> '' or exists (
    select from safety_score s
    where s.family_id = fam and s.assessment_id = p_assessment and s.scorer_person_id = p_person)
  then return 'given'; end if;
  delete from assessment_invitee i where i.family_id = fam and i.id = who.id;
  return 'dropped';
end $$;

-- Marks somebody as reminded and says the id of their place on the list; null where they answered, or within a day of the
-- reminder before.
create function remind_invitee(p_assessment uuid, p_person uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_director();
  place uuid;
begin
  update assessment_invitee i set reminded_at = gips_now()
    where i.family_id = fam and i.assessment_id = p_assessment and i.person_id = p_person and i.answered_at is null
      and (i.reminded_at is null or i.reminded_at <= gips_now() - interval '24 hours')
      and 'professional' = any (roles_in(i.person_id, fam))
      and exists (select from safety_assessment a
        where a.family_id = fam and a.id = p_assessment and a.kind = 'extra' and a.closed_at is null)
    returning i.id into place;
  return place;
end $$;

-- Takes the whole question back while nobody gave a figure; false where somebody did, or where it is over.
create function withdraw_assessment(p_assessment uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_director();
begin
  perform 1 from safety_assessment a
    where a.family_id = fam and a.id = p_assessment and a.kind = 'extra' and a.closed_at is null for update;
  if not found or exists (
    select from safety_score s where s.family_id = fam and s.assessment_id = p_assessment and s.score is not null)
  then return false; end if;
  delete from safety_score s where s.family_id = fam and s.assessment_id = p_assessment;
  delete from assessment_invitee i where i.family_id = fam and i.assessment_id = p_assessment;
  delete from assessed_member m where m.family_id = fam and m.assessment_id = p_assessment;
  delete from safety_assessment a where a.family_id = fam and a.id = p_assessment;
  return true;
end $$;

-- Mail -----------------------------------------------------------------------------------------------------------------------
-- Reminds, a day after they were asked, who has not answered and still works here; a reminder by hand counts as one for a
-- day. The key is the place on the list: each is reminded so once. Says how many.
create function remind_of_assessments(p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  reminded int;
begin
  with due as (
    select i.id, i.family_id, i.assessment_id, i.person_id, f.code
    from assessment_invitee i
      join safety_assessment a on a.family_id = i.family_id and a.id = i.assessment_id
      join family f on f.id = i.family_id
    where i.answered_at is null and a.kind = 'extra' and a.closed_at is null and f.state not in ('closed', 'erased')
      and i.asked_at <= gips_now() - interval '24 hours'
      and coalesce(i.reminded_at, i.asked_at) <= gips_now() - interval '24 hours'
      and 'professional' = any (roles_in(i.person_id, i.family_id))
      and not exists (select from message m where m.key = 'extraAssessmentReminder:' || i.id)
    for update of i skip locked),
  marked as (
    update assessment_invitee i set reminded_at = gips_now() from due d
    where i.family_id = d.family_id and i.id = d.id returning i.id),
  messages as (select gen_random_uuid() as message, d.* from due d join marked k on k.id = d.id),
  written as (
    insert into message (id, key, kind, recipient_id, family_id, payload, due_at, message_id)
    select message, 'extraAssessmentReminder:' || id, 'extraAssessmentReminder', person_id, family_id,
      jsonb_build_object('code', code, 'assessment', assessment_id), gips_now(), message || '@' || p_host
    from messages on conflict do nothing returning 1)
  select count(*) into reminded from written;
  return reminded;
end $$;

-- Asked at the moment of sending, beside message_is_wanted: still asked, not answered, still running, still involved.
create function assessment_message_is_wanted(p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from message m
      join person p on p.id = m.recipient_id
      join assessment_invitee i on i.family_id = m.family_id and i.person_id = p.id and i.answered_at is null
        and i.assessment_id::text = m.payload ->> 'assessment'
      join safety_assessment a on a.family_id = i.family_id and a.id = i.assessment_id and a.closed_at is null
    where m.id = p_id and m.kind in ('extraAssessmentAsked', 'extraAssessmentReminder') and p.closed_at is null
      and 'professional' = any (roles_in(p.id, m.family_id)))
$$;

-- The trail ------------------------------------------------------------------------------------------------------------------
-- As before, and a family account reads nothing of extra assessments: that professionals are asked how safe it is, is for
-- the case director to tell.
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
      and l."right" not like 'signal%' and l."right" not like 'assessment.%'))
  order by l.id desc limit least(p_limit, 200)
$$;

revoke execute on function unseen_assessments(), keep_asked(uuid), drop_invitee(uuid, uuid), remind_invitee(uuid, uuid),
  withdraw_assessment(uuid), remind_of_assessments(text), assessment_message_is_wanted(uuid) from public;
grant execute on function unseen_assessments(), keep_asked(uuid), drop_invitee(uuid, uuid), remind_invitee(uuid, uuid),
  withdraw_assessment(uuid) to gips_app;
grant execute on function remind_of_assessments(text), assessment_message_is_wanted(uuid) to gips_worker;
