-- What a review of 0014 to 0019 found: rules that one of them forgot while another made them, and functions that let the
-- app's role do more than any page asks for (docs/security.md).

-- Who looks ------------------------------------------------------------------------------------------------------------
-- As before, but only the family accounts of the dossier are looked through, whatever setting is made: what colleagues
-- keep for themselves is not read through their eyes either.
create or replace function viewer_person() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  eyes uuid := nullif(current_setting('gips.view_as', true), '')::uuid;
begin
  if eyes is null then return account_person(); end if;
  if 'caseDirector' = any (account_roles()) and exists (
    select from family_access a
    where a.family_id = nullif(current_setting('gips.family', true), '')::uuid and a.person_id = eyes
      and (a.until is null or a.until > gips_now()))
  then return eyes; end if;
  return null;
end $$;

-- As before, but a family account reads nothing of what is not for it to know yet, or at all: that somebody asked to stop
-- is between them and the case director (0018), and that agreements went in force before their plan was adopted is told by
-- the case director (0014).
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
    and (v.is_director or l."right" not in ('access.manage', 'team.leave', 'agreement.putInForce', 'agreement.close'))
  order by l.id desc limit least(p_limit, 200)
$$;

-- As before; a draft of an own TOP-3 is read in a session of one's own, not by a projector's pass.
alter policy reads on top_three_choice using (family_id = (select entered_family())
  and ((person_id = (select viewer_person()) and (select may_write()))
    or (not is_draft and plan_id in (select readable_plans()) and not (select viewer_is('family')))));

-- Scores -----------------------------------------------------------------------------------------------------------------
-- What somebody of the network says with a score are words of their own, like their answers (0016): a grandmother's reason
-- may tell where her daughter is.
alter policy reads on safety_score using (family_id = (select entered_family())
  and (assessment_id in (select readable_assessments())
    or (scorer_member_id = (select viewer_member()) and assessment_id in (select c.assessment_id from called_assessments() c)))
  and ((select sees_everything()) or may_see('answer', id, about_member_id, author_person_id,
    scorer_network_id is not null or is_child(scorer_member_id))));

create or replace function sees_plan_row(p_family uuid, p_person uuid, p_roles text[], p_member uuid,
  p_kind frozen_kind, p_subject uuid, p_about uuid, p_author uuid, p_own_words boolean)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sees_row(p_family, p_person, p_roles, p_member,
      case when p_kind in ('answer', 'response', 'proposal', 'score', 'decision') then 'answer'
        when p_kind in ('concern', 'topThree') then 'concern' when p_kind = 'goal' then 'goal'
        when p_kind = 'agreement' then 'agreement' else 'plan' end::subject_kind,
      p_subject, p_about, p_author,
      p_own_words or (p_kind in ('response', 'proposal') and (p_about is null or is_child(p_about)))
        or (p_kind = 'score' and exists (
          select from safety_score s where s.family_id = p_family and s.id = p_subject
            and (s.scorer_network_id is not null or is_child(s.scorer_member_id)))))
    and not (p_kind = 'topThree' and p_own_words and 'family' = any (p_roles))
$$;

-- Scores that do not count: of professionals who gave one before they were marked absent from that meeting. They are kept
-- and shown apart, and stay out of means, minimum and chart (domain: scores of every professional present; what an absent
-- one gives is shown apart). The family's belong to the preparation, wherever they are during the meeting.
create function away_scores() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
begin
  return query select s.id
    from participant t
    join meeting g on g.family_id = fam and g.id = t.meeting_id
    join safety_assessment a on a.family_id = fam and a.plan_id = g.plan_id
    join safety_score s on s.family_id = fam and s.assessment_id = a.id and s.scorer_person_id = t.person_id
    where t.family_id = fam and t.attendance = 'absent' and s.side = 'professional';
end $$;

-- As before, without the scores that do not count.
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
        from agreement_times() t));
  end loop;
  perform set_config('gips.family', '', true);
end $$;

-- As before, but who is marked absent gives no score (domain: who may do what).
create or replace function scoring_plans() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id
  from plan p
    join meeting g on g.family_id = p.family_id and g.plan_id = p.id
    join participant t on t.family_id = g.family_id and t.meeting_id = g.id,
    (select viewer_person() as me, viewer_member() as self, viewer_is('family') as is_family) v
  where p.family_id = (select entered_family()) and p.id in (select readable_plans()) and t.role <> 'gipsMaster'
    and t.attendance <> 'absent' and case
    when v.is_family then t.member_id = v.self and t.is_admitted and p.state = 'meeting'
    else t.person_id = v.me and p.state in ('invited', 'meeting')
  end
$$;

-- As before, and a family account scores the children and itself, also by any other way than the form.
alter policy adds on safety_score with check (family_id = (select entered_family()) and (select may_write())
  and writes_score(assessment_id, scorer_person_id, scorer_member_id, about_member_id, author_person_id)
  and (not (select viewer_is('family')) or member_id = scorer_member_id or is_child(member_id)));

-- What a professional gives along they give in their own name; what the note-taker typed for them they may mend.
alter policy adds on answer with check (family_id = (select entered_family()) and (select may_write())
  and (plan_id in (select writable_plans()) or (item_key = 'absent.contribution'
    and author_person_id = (select viewer_person()) and may_contribute(respondent_person_id, plan_id))));
alter policy changes on answer with check (family_id = (select entered_family()) and (select may_write())
  and (plan_id in (select writable_plans()) or (item_key = 'absent.contribution'
    and author_person_id = (select viewer_person()) and may_contribute(respondent_person_id, plan_id))));

-- Agreements -------------------------------------------------------------------------------------------------------------
-- As before, but what others go on with must have others.
create or replace function hand_over_agreements(p_from uuid, p_left uuid[], p_handed jsonb) returns void
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
  if exists (
    select from agreement a
    where a.family_id = fam and a.id = any (p_left) and a.dropped_at is null and not a.by_everyone
      and not exists (select from agreement_doer d where d.family_id = fam and d.agreement_id = a.id))
  then raise exception 'an agreement in force may not be left to nobody' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- Mail and accounts ------------------------------------------------------------------------------------------------------
-- As before; a reset waits for a channel that is safe, too, whoever asked for it: "nothing is sent until that is recorded".
create or replace function account_link_is_open(p_link uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from account_link l
    where l.id = p_link and l.person_id = p_person and l.used_at is null and l.expires_at > gips_now()
      and not exists (
        select from family_access a
        where a.person_id = p_person and (a.until is null or a.until > gips_now())
          and not mail_is_safe_for(a.family_id, p_person)))
$$;

-- As before, but that an involvement ended is told to who was involved.
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
      when 'involvementEnded' then cardinality(roles_in(p.id, m.family_id)) = 0 and exists (
        select from team_membership t where t.family_id = m.family_id and t.person_id = p.id)
      when 'directorAppointed' then 'caseDirector' = any (roles_in(p.id, m.family_id))
      when 'accountInvitation' then account_link_is_open((m.payload ->> 'link')::uuid, p.id)
      when 'passwordReset' then account_link_is_open((m.payload ->> 'link')::uuid, p.id)
      else false
    end)
$$;

-- As before, and nobody gives a role to themselves: a coordinator appoints who directs a dossier.
create or replace function give_platform_role(p_id uuid, p_person uuid, p_role text, p_region uuid, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if demand_administrator() = p_person or is_family_account(p_person)
    or not exists (select from person where id = p_person and closed_at is null)
  then return false; end if;
  insert into platform_role (id, person_id, role, region_id, since)
    values (p_id, p_person, p_role::platform_role_kind, p_region, gips_now()) on conflict do nothing;
  if not found then return false; end if;
  perform note_on_platform('accounts.manage', 'account ' || p_person, jsonb_build_object('what', 'given ' || p_role), p_request);
  return true;
end $$;

-- As before, but says 'inDossier' for another address of who has a place in a dossier already: whoever gets the next invitation
-- gets in there, and no administrator decides who that is. Its case director adds the right address.
create or replace function change_account(p_person uuid, p_account jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  old person;
  address text := lower(p_account ->> 'email');
  works_at uuid;
begin
  perform demand_administrator();
  select * into old from person where id = p_person and not is_family_account(id) for update;
  if not found then return 'absent'; end if;
  if p_account ->> 'organisation' is not null then
    works_at := choose_organisation((p_account ->> 'organisationId')::uuid, p_account ->> 'organisation', p_account ->> 'sector');
    if works_at is null then return 'organisation'; end if;
  end if;
  if old.password_hash is not null or address is null then address := old.email; end if;
  if address <> old.email then
    if exists (select from team_membership m where m.person_id = p_person and (m.until is null or m.until > gips_now()))
    then return 'inDossier'; end if;
    if exists (select from person where email = address) then return 'taken'; end if;
    update account_link set used_at = gips_now() where person_id = p_person and used_at is null;
  end if;
  update person set name = p_account ->> 'name', initials = p_account ->> 'initials', profession = p_account ->> 'profession',
    organisation_id = works_at, email = address where id = p_person;
  perform note_on_platform('accounts.manage', 'account ' || p_person,
    jsonb_build_object('what', 'changed', 'address', address <> old.email), p_request);
  return 'changed';
end $$;

-- Whether a family account is somebody else's than this member: it was another member's in this family, or it never was
-- this member's and has another first name. A mailbox that two partners share gives one of them no look as the other.
create function is_of_somebody_else(p_account person, p_member family_member) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select bool_or(a.member_id <> p_member.id) from family_access a
      where a.family_id = p_member.family_id and a.person_id = p_account.id),
    lower(split_part(p_account.name, ' ', 1)) <> lower(split_part(p_member.first_names, ' ', 1)))
$$;

-- As before, and what is somebody else's is 'taken'.
create or replace function invite_family_member(p_person uuid, p_member uuid, p_email text, p_link jsonb, p_request text)
returns table (outcome text, person_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_director();
  who family_member;
  known person;
begin
  perform demand_link_proof('invitation', p_link);
  select * into who from family_member m where m.family_id = fam and m.id = p_member and m.deceased_on is null;
  if not found then return query select 'absent', null::uuid; return; end if;
  if not exists (select from member_details d where d.family_id = fam and d.member_id = p_member and d.safe_channel = 'email')
  then return query select 'unsafe', null::uuid; return; end if;
  select * into known from person p where p.email = lower(p_email);
  if known.id is not null then
    return query select case
        when known.closed_at is not null or not is_family_account(known.id) or is_of_somebody_else(known, who) then 'taken'
        when known.password_hash is not null then 'known'
        when send_account_link(known.id, 'invitation', interval '7 days', fam, p_link) then 'invited'
        else 'often' end, known.id;
    return;
  end if;
  return query select make_account(p_person,
    jsonb_build_object('email', p_email, 'name', concat_ws(' ', who.first_names, who.prefix, who.surname), 'initials', who.initials),
    fam, p_link, p_request), p_person;
end $$;

-- As before, for the application only: with any SQL, the hash of a password was to be had by the address of its account.
drop function account_for_login(text);
create function account_for_login(p_email text, p_proof bytea)
returns table (id uuid, password_hash text, totp_secret bytea)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform demand_proof('login ' || p_email, p_proof);
  return query select p.id, p.password_hash, p.totp_secret from person p
    where p.email = lower(p_email) and p.closed_at is null and p.password_hash is not null and p.totp_confirmed_at is not null;
end $$;

-- What is shielded from a family member's account stays shielded from that member: another account for the same member, at
-- another address, begins with the shields of those before it. What was opened to them is not.
create function keep_shields() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into shield (family_id, id, subject, subject_id, audience, person_id, reason, set_by_id, since)
  select distinct on (s.subject, s.subject_id) new.family_id, gen_random_uuid(), s.subject, s.subject_id, 'account',
    new.person_id, s.reason, s.set_by_id, gips_now()
  from shield s
  where s.family_id = new.family_id and s.audience = 'account' and (s.until is null or s.until > gips_now())
    and s.person_id in (
      select a.person_id from family_access a where a.family_id = new.family_id and a.member_id = new.member_id)
    and not exists (
      select from shield o
      where o.family_id = s.family_id and o.subject = s.subject and o.subject_id is not distinct from s.subject_id
        and o.person_id = new.person_id and (o.until is null or o.until > gips_now()))
  order by s.subject, s.subject_id, s.since desc, s.id;
  return null;
end $$;
create trigger keeps_shields after insert on family_access
  for each row when (new.until is null) execute function keep_shields();

-- A password that changed ends what could still change it again: a link that somebody else asked for.
create function end_open_resets() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update account_link set used_at = gips_now() where person_id = new.id and kind = 'reset' and used_at is null;
  return null;
end $$;
create trigger ends_resets after update of password_hash on person
  for each row when (new.password_hash is distinct from old.password_hash) execute function end_open_resets();

-- Functions that only other functions, or triggers, call.
revoke execute on function account_for_login(text, bytea), away_scores(), end_open_resets(), keep_shields(), is_of_somebody_else(person, family_member), keep_latest_tick(), only_the_director() from public;
revoke execute on function hidden_quotes(), as_read(jsonb, jsonb, uuid[]) from gips_app;
grant execute on function account_for_login(text, bytea), away_scores() to gips_app;
