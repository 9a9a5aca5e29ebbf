-- What happens around a meeting: safety agreements that go in force while their plan is still provisional, what
-- participants thought of the meeting, and what professionals give along who cannot be there.

-- Agreements in force before their plan was adopted ------------------------------------------------------------------
-- What was in force at this moment belongs to an adopted version: one that was adopted then or later.
create function was_adopted(p_family uuid, p_plan uuid, p_at timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from plan_version v where v.family_id = p_family and v.plan_id = p_plan and v.adopted_at >= p_at)
$$;

-- What the case director has not yet gone through with the family: agreements and goals in force that were not adopted
-- with a version of their plan. A family account knows of such an agreement when it is to do it itself; of all others,
-- and of the goals, once it may read the plan. To the team nothing is untold.
create function untold_agreements() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from agreement a
  where a.family_id = (select entered_family()) and a.in_force_at is not null
    and not (select viewer_is('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager'))
    and not was_adopted(a.family_id, a.plan_id, a.in_force_at)
    and not exists (
      select from agreement_doer d
      where d.family_id = a.family_id and d.agreement_id = a.id
        and (d.member_id = (select viewer_member()) or d.person_id = (select viewer_person())))
$$;

create function untold_goals() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id from goal g
  where g.family_id = (select entered_family()) and g.adopted_at is not null
    and not (select viewer_is('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager'))
    and not was_adopted(g.family_id, g.plan_id, g.adopted_at)
$$;

drop policy reads on agreement;
create policy reads on agreement for select to gips_app using (family_id = (select entered_family())
  and ((in_force_at is not null and plan_id not in (select hidden_plans())
      and ((select sees_everything()) or id not in (select untold_agreements())))
    or plan_id in (select readable_plans()))
  and ((select sees_everything()) or may_see('agreement', id, about_member_id, author_person_id)));
drop policy reads on goal;
create policy reads on goal for select to gips_app using (family_id = (select entered_family())
  and ((adopted_at is not null and plan_id not in (select hidden_plans())
      and ((select sees_everything()) or id not in (select untold_goals())))
    or plan_id in (select readable_plans()))
  and ((select sees_everything()) or may_see('goal', id, about_member_id, author_person_id)));

-- What people carry out does not change under their hands: an agreement in force keeps its words, its days and its
-- doers. The case director closes it, for good, and makes another.
create function in_force_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if row_security_active(tg_relid) and (
    (new.text, new.about_member_id, new.due_on, new.rhythm, new.rhythm_until, new.by_everyone, new.in_force_at)
      is distinct from
      (old.text, old.about_member_id, old.due_on, old.rhythm, old.rhythm_until, old.by_everyone, old.in_force_at)
    or (new.dropped_at is distinct from old.dropped_at and (old.dropped_at is not null or not viewer_is('caseDirector'))))
  then raise exception 'an agreement in force may not change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stays_in_force before update on agreement
  for each row when (old.in_force_at is not null) execute function in_force_stays();

drop policy adds on agreement_doer;
drop policy removes on agreement_doer;
call lets('agreement_doer', 'insert, delete', $$agreement_id in (
    select id from agreement
    where in_force_at is null and (plan_id in (select writable_plans()) or (select viewer_is('caseDirector'))))$$);

-- Whether this account may be told of an agreement: it sees its plan and the agreement itself, and of one that is not
-- adopted yet a family account must be a doer, or have the provisional plan opened to it.
create function may_know_agreement(p_family uuid, p_agreement uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from agreement a,
      (select roles_in(p_person, p_family) as roles, (
        select f.member_id from family_access f
        where f.family_id = p_family and f.person_id = p_person and (f.until is null or f.until > gips_now()) limit 1) as member) w
    where a.family_id = p_family and a.id = p_agreement
      and not plan_is_shielded_from(p_family, a.plan_id, p_person)
      and sees_row(p_family, p_person, w.roles, w.member, 'agreement', a.id, a.about_member_id, a.author_person_id, false)
      and (w.roles && array['caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager']
        or was_adopted(p_family, a.plan_id, a.in_force_at)
        or exists (
          select from agreement_doer d
          where d.family_id = p_family and d.agreement_id = a.id and (d.member_id = w.member or d.person_id = p_person))
        or exists (
          select from opening o join plan p on p.family_id = o.family_id and p.id = o.subject_id
          where o.family_id = p_family and o.subject = 'plan' and o.subject_id = a.plan_id and o.person_id = p_person
            and p.state = 'provisional' and (o.until is null or o.until > gips_now()))))
$$;

-- The accounts that do these agreements and may know of them, for the case director: the professionals, the accounts of
-- family members, and for "everyone" all who tick off. `is_mailed`: by a channel that is safe.
create function accounts_of_doers(p_agreements uuid[]) returns table (agreement_id uuid, person_id uuid, is_mailed boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (select a.* from agreement a where a.family_id = (select entered_family()) and a.id = any (p_agreements)),
  team as (
    select m.person_id from team_membership m
    where m.family_id = (select entered_family()) and m.role <> 'noteTaker' and (m.until is null or m.until > gips_now())),
  family as (
    select f.person_id, f.member_id from family_access f
    where f.family_id = (select entered_family()) and (f.until is null or f.until > gips_now())),
  doers as (
    select a.id, d.person_id from asked a
    join agreement_doer d on d.family_id = a.family_id and d.agreement_id = a.id and d.person_id is not null
    union select a.id, f.person_id from asked a
    join agreement_doer d on d.family_id = a.family_id and d.agreement_id = a.id join family f on f.member_id = d.member_id
    union select a.id, t.person_id from asked a, team t where a.by_everyone
    union select a.id, f.person_id from asked a, family f where a.by_everyone)
  select d.id, d.person_id, mail_is_safe_for((select entered_family()), d.person_id) from doers d
  where (select viewer_is('caseDirector')) and may_know_agreement((select entered_family()), d.id, d.person_id)
$$;

-- As before, with the messages about agreements that went in force or were closed.
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
      when 'involvementEnded' then cardinality(roles_in(p.id, m.family_id)) = 0
      when 'accountInvitation' then account_link_is_open((m.payload ->> 'link')::uuid, p.id)
      when 'passwordReset' then account_link_is_open((m.payload ->> 'link')::uuid, p.id)
      else false
    end)
$$;

-- What participants thought of the meeting -----------------------------------------------------------------------------
-- In a table of its own: the team reads who sat at the table, but not what a colleague thought of it. The columns of
-- participant are emptied; they go with a next release.
create table meeting_rating (
  family_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  score numeric(3, 1) not null constraint meeting_rating_range check (score between 0 and 10),
  went_well text,
  better text,
  author_person_id uuid references person (id),
  rated_at timestamptz(3) not null default current_timestamp,
  constraint meeting_rating_pkey primary key (family_id, id),
  constraint meeting_rating_family_id_participant_id_fkey
    foreign key (family_id, participant_id) references participant (family_id, id)
);
create unique index meeting_rating_family_id_participant_id_key on meeting_rating (family_id, participant_id);
insert into meeting_rating (family_id, id, participant_id, score, went_well, better, author_person_id)
  select family_id, gen_random_uuid(), id, rating_score, rating_went_well, rating_better, person_id
  from participant where rating_score is not null;
update participant set rating_score = null, rating_went_well = null, rating_better = null
  where num_nonnulls(rating_score, rating_went_well, rating_better) > 0;

-- The viewer's own seats at the meetings of this dossier, and whether the viewer sat at the table of this one.
create function own_seats() returns setof participant
language sql stable security definer set search_path = public, pg_temp as $$
  select t.* from participant t
  where t.family_id = (select entered_family())
    and (t.person_id = (select viewer_person()) or t.member_id = (select viewer_member()))
$$;

create function attended(p_plan uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from own_seats() t join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
    where g.plan_id = p_plan and t.attendance = 'present')
$$;

-- Whose rating the viewer may write once the meeting is over: one's own, and for the case director that of somebody at
-- the table who has no account.
create function seats_to_rate() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id from participant t
  join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
  join plan p on p.family_id = g.family_id and p.id = g.plan_id
  where t.family_id = (select entered_family()) and t.attendance = 'present' and p.state in ('provisional', 'definitive')
    and (t.id in (select id from own_seats())
      or ((select viewer_is('caseDirector')) and t.person_id is null and not exists (
        select from family_access a
        where a.family_id = t.family_id and a.member_id = t.member_id and (a.until is null or a.until > gips_now()))))
$$;

call guard('meeting_rating',
  $$participant_id in (select id from participant)
    and ((select viewer_is('caseDirector', 'gipsMaster')) or participant_id in (select id from own_seats()))$$,
  $$participant_id in (select id from participant) and participant_id in (select seats_to_rate())$$,
  'insert, update', 'participant_id');

-- What a professional gives along who cannot be there ----------------------------------------------------------------
-- An answer outside the agenda, always somebody's own and closed to family accounts until the director opens it.
alter table answer add constraint contribution_is_somebodys
  check (item_key <> 'absent.contribution' or (respondent_person_id is not null and is_own_words));

-- Whether the viewer gives something along for the meeting of this plan: an invited professional who was not seen at the
-- table, until it is over, and only for themselves.
create function may_contribute(p_respondent uuid, p_plan uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_respondent = (select viewer_person()) and (select viewer_is('professional')) and exists (
    select from own_seats() t
    join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
    join plan p on p.family_id = g.family_id and p.id = g.plan_id
    where p.id = p_plan and p.state in ('invited', 'meeting') and p.id not in (select hidden_plans())
      and t.role = 'professional' and t.attendance <> 'present')
$$;

drop policy adds on answer;
drop policy changes on answer;
call lets('answer', 'insert, update',
  $$plan_id in (select writable_plans())
    or (item_key = 'absent.contribution' and may_contribute(respondent_person_id, plan_id))$$,
  'plan_id, item_key, respondent_member_id, respondent_network_id, respondent_person_id, about_member_id, is_own_words');

-- The answers that the viewer may write, by the rights of who asks: their earlier texts and the numbers of their saves.
create function writable_answers() returns setof uuid language sql stable as $$
  select id from answer
  where plan_id in (select writable_plans())
    or (item_key = 'absent.contribution' and may_contribute(respondent_person_id, plan_id))
$$;
drop policy reads on answer_version;
drop policy adds on answer_version;
call guard('answer_version', $$answer_id in (select writable_answers())$$, $$answer_id in (select writable_answers())$$, 'insert');
drop policy reads on answer_save;
drop policy adds on answer_save;
call guard('answer_save', $$answer_id in (select writable_answers())$$, $$answer_id in (select writable_answers())$$, 'insert');

revoke execute on function
  was_adopted(uuid, uuid, timestamptz), untold_agreements(), untold_goals(), in_force_stays(),
  may_know_agreement(uuid, uuid, uuid), accounts_of_doers(uuid[]), own_seats(), attended(uuid), seats_to_rate(),
  may_contribute(uuid, uuid), writable_answers()
  from public;
grant execute on function
  untold_agreements(), untold_goals(), accounts_of_doers(uuid[]), own_seats(), attended(uuid), seats_to_rate(),
  may_contribute(uuid, uuid), writable_answers()
  to gips_app;
