-- The second wall: which rows of each dossier table the app's role sees and may write, whatever the code asks. Without
-- an entered dossier every table is empty. `guard` makes the policies of one table alike and easy to read: a condition
-- for reading and one for writing (null: written by no request), both on top of "this is the entered dossier". `lets`
-- adds a condition of their own for some verbs. `p_fixed` names columns that no request changes once a row is there; the
-- key never changes, so that a row cannot walk away from its shields.
create procedure lets(p_table text, p_verbs text, p_write text, p_fixed text default '') language plpgsql as $$
declare
  here text := 'family_id = (select entered_family()) and (select may_write())';
  changing text;
begin
  if p_verbs like '%insert%' then
    execute format('grant insert on %I to gips_app', p_table);
    execute format('create policy adds on %I for insert to gips_app with check (%s and (%s))', p_table, here, p_write);
  end if;
  if p_verbs like '%update%' then
    select string_agg(quote_ident(a.attname), ', ') into changing
      from pg_attribute a join pg_index k on k.indrelid = a.attrelid and k.indisprimary
      where a.attrelid = p_table::regclass and a.attnum > 0 and not a.attisdropped and not a.attnum = any (k.indkey)
        and not a.attname = any (string_to_array(p_fixed, ', '));
    execute format('grant update (%s) on %I to gips_app', changing, p_table);
    execute format('create policy changes on %I for update to gips_app using (%s and (%s)) with check (%s and (%s))',
      p_table, here, p_write, here, p_write);
  end if;
  if p_verbs like '%delete%' then
    execute format('grant delete on %I to gips_app', p_table);
    execute format('create policy removes on %I for delete to gips_app using (%s and (%s))', p_table, here, p_write);
  end if;
end $$;

create procedure guard(
  p_table text, p_read text, p_write text default null, p_verbs text default 'insert, update, delete', p_fixed text default '')
language plpgsql as $$
declare
  here text := case when p_table = 'family' then 'id' else 'family_id' end || ' = (select entered_family())';
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('grant select on %I to gips_app', p_table);
  execute format('create policy reads on %I for select to gips_app using (%s and (%s))', p_table, here, p_read);
  if p_write is not null then call lets(p_table, p_verbs, p_write, p_fixed); end if;
end $$;
revoke execute on procedure lets(text, text, text, text), guard(text, text, text, text, text) from public;

-- Columns that only the case director changes, in rows that others may change too. Their names are the arguments.
create function only_the_director() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  before jsonb := to_jsonb(old);
  after jsonb := to_jsonb(new);
begin
  if row_security_active(tg_relid) and not viewer_is('caseDirector')
    and exists (select from unnest(tg_argv) c where after -> c is distinct from before -> c)
  then raise exception 'only the case director changes this' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- The dossier, the family and its surroundings -----------------------------------------------------------------------
call guard('family', 'true');
call guard('intake', $$(select viewer_is('caseDirector'))$$, $$(select viewer_is('caseDirector'))$$);
call guard('team_membership', 'true', $$(select viewer_is('caseDirector'))$$, 'insert, update');
call guard('membership_member', 'true', $$(select viewer_is('caseDirector'))$$, 'insert, delete');
call guard('family_access', $$not (select viewer_is('family')) or person_id = (select viewer_person())$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, update', 'person_id');
call guard('family_member', 'true', $$(select viewer_is('caseDirector'))$$, 'insert, update');
call guard('member_details',
  $$(select viewer_is('caseDirector', 'gipsMaster', 'professional', 'caseManager', 'family'))
    and ((select sees_everything()) or may_see('memberDetails', member_id, member_id, null))$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, update');
call guard('member_contact',
  $$(select viewer_is('caseDirector', 'gipsMaster', 'professional', 'caseManager', 'family'))
    and ((select sees_everything()) or may_see('memberContact', member_id, member_id, null))$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, update');
call guard('residence',
  $$(select viewer_is('caseDirector', 'gipsMaster', 'professional', 'caseManager', 'family'))
    and ((select sees_everything()) or may_see('memberContact', member_id, member_id, null))$$,
  $$(select viewer_is('caseDirector'))$$);
call guard('child_adult', $$not (select viewer_is('family')) or adult_id = (select viewer_member()) or child_id = (select viewer_member())$$,
  $$(select viewer_is('caseDirector'))$$);
call guard('protection_measure', $$(select sees_everything()) or may_see('memberDetails', member_id, member_id, null)$$,
  $$(select viewer_is('caseDirector'))$$);
call guard('consent', $$(select sees_everything()) or may_see('memberDetails', member_id, member_id, null)$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, update');
call guard('network_person', 'true', $$(select viewer_is('caseDirector'))$$, 'insert, update');
call guard('network_contact',
  $$(select viewer_is('caseDirector', 'gipsMaster', 'professional', 'caseManager'))
    and ((select sees_everything()) or may_see('memberContact', network_person_id, null, null))$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, update');
call guard('confidant', 'true', $$(select viewer_is('caseDirector'))$$);
call guard('document',
  $$(select viewer_is('caseDirector', 'gipsMaster', 'professional', 'family'))
    and ((select sees_everything()) or (may_see('document', id, about_member_id, author_person_id)
      and ((select viewer_is('caseDirector', 'gipsMaster', 'professional')) or about_member_id = (select viewer_member()))))$$,
  $$(select viewer_is('caseDirector'))$$);

-- Plans and meetings -------------------------------------------------------------------------------------------------
call guard('plan', $$(select sees_everything()) or may_see('plan', id, about_member_id, null)$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, update');
call guard('plan_version', $$plan_id in (select id from plan)$$, $$(select viewer_is('caseDirector'))$$, 'insert');
call guard('frozen_row',
  $$plan_version_id in (select id from plan_version)
    and ((select sees_everything())
      or may_see(
        case when kind in ('answer', 'response', 'proposal') then 'answer' when kind in ('concern', 'topThree') then 'concern'
          when kind = 'goal' then 'goal' when kind = 'agreement' then 'agreement' else 'plan' end::subject_kind,
        subject_id, about_member_id, author_person_id,
        is_own_words or (kind in ('response', 'proposal') and (about_member_id is null or exists (
          select from family_member m where m.id = frozen_row.about_member_id and m.kind in ('child', 'unborn'))))))$$,
  $$(select viewer_is('caseDirector'))$$, 'insert');
call guard('plan_viewing', $$(select viewer_is('caseDirector'))$$, $$(select viewer_is('caseDirector'))$$);
call guard('meeting', $$plan_id in (select id from plan)$$, $$(select viewer_is('caseDirector'))$$, 'insert');
call lets('meeting', 'update', $$(select viewer_is('caseDirector', 'gipsMaster')) or exists (
    select from team_membership m
    where m.plan_id = meeting.plan_id and m.person_id = (select viewer_person()) and m.role = 'noteTaker'
      and (m.until is null or m.until > (select gips_now())))$$, 'plan_id');
create trigger directors_columns before update of held_on, part, place, place_is_fit, sequence on meeting
  for each row execute function only_the_director('held_on', 'part', 'place', 'place_is_fit', 'sequence');
call guard('participant', $$meeting_id in (select id from meeting) and (
      (select viewer_is('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager'))
      or member_id = (select viewer_member()))$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, delete');
call lets('participant', 'update',
  $$(select viewer_is('caseDirector')) or person_id = (select viewer_person()) or member_id = (select viewer_member())$$,
  'meeting_id, person_id, member_id, network_person_id');
create trigger directors_columns before update of role, attendance, is_admitted, admitted_reason on participant
  for each row execute function only_the_director('role', 'attendance', 'is_admitted', 'admitted_reason');
call guard('projector_pass', $$person_id = (select viewer_person())$$,
  $$(select viewer_is('caseDirector', 'gipsMaster', 'noteTaker')) and person_id = (select viewer_person())$$, 'insert');
call guard('answer',
  $$(plan_id in (select readable_plans())
      or (respondent_member_id = (select viewer_member()) and plan_id in (select id from plan where state <> 'preparation')))
    and ((select sees_everything()) or may_see('answer', id, about_member_id, author_person_id, is_own_words))$$,
  $$plan_id in (select writable_plans())$$, 'insert, update',
  'plan_id, item_key, respondent_member_id, respondent_network_id, respondent_person_id, about_member_id, is_own_words');
-- Earlier texts and the numbers of saves: for whoever may write the answer.
call guard('answer_version', $$answer_id in (select id from answer where plan_id in (select writable_plans()))$$,
  $$answer_id in (select id from answer where plan_id in (select writable_plans()))$$, 'insert');
call guard('answer_save', $$answer_id in (select id from answer where plan_id in (select writable_plans()))$$,
  $$answer_id in (select id from answer where plan_id in (select writable_plans()))$$, 'insert');
-- What a child, or somebody of the network, says of a plan are words of their own.
call guard('plan_response',
  $$plan_id in (select readable_plans()) and ((select sees_everything())
    or may_see('answer', id, member_id, author_person_id, member_id is null or exists (
      select from family_member m where m.id = plan_response.member_id and m.kind in ('child', 'unborn'))))$$,
  $$(select viewer_is('caseDirector'))$$);
call guard('proposal',
  $$plan_id in (select readable_plans()) and (response_id is null or response_id in (select id from plan_response))
    and ((select sees_everything()) or may_see('answer', id, about_member_id, null))$$,
  $$(select viewer_is('caseDirector'))$$);
call guard('integrity_checklist', $$(select viewer_is('caseDirector', 'gipsMaster'))$$,
  $$(select viewer_is('caseDirector', 'gipsMaster'))$$);

-- Safety -------------------------------------------------------------------------------------------------------------
call guard('safety_assessment', $$id in (select readable_assessments())$$,
  $$(select viewer_is('caseDirector')) or (plan_id in (select writable_plans()) and closed_at is null and minimum_met is null)$$,
  'insert');
call lets('safety_assessment', 'update', $$(select viewer_is('caseDirector'))$$, 'kind, plan_id');
call guard('assessed_member', $$assessment_id in (select readable_assessments())$$,
  $$(select viewer_is('caseDirector')) or (dropped_reason is null and assessment_id in (
    select id from safety_assessment where closed_at is null and plan_id in (select writable_plans())))$$, 'insert');
call lets('assessed_member', 'update', $$(select viewer_is('caseDirector'))$$, 'assessment_id, member_id');
-- The neutral chair and the family give no professional's score; what the family gives is written down for it.
call guard('safety_score',
  $$assessment_id in (select readable_assessments())
    and ((select sees_everything()) or may_see('plan', id, about_member_id, author_person_id))$$,
  $$assessment_id in (
      select id from safety_assessment
      where closed_at is null and ((select viewer_is('caseDirector')) or plan_id in (select writable_plans())
        or (scorer_person_id = (select viewer_person()) and (select viewer_is('professional')))))$$,
  'insert, update',
  'assessment_id, member_id, side, scorer_person_id, scorer_member_id, scorer_network_id, situation, about_member_id');
call guard('safety_signal',
  $$(select viewer_is('caseDirector', 'gipsMaster', 'caseManager')) or reporter_person_id = (select viewer_person())
    or id in (select signal_id from signal_view)$$,
  $$reporter_person_id = (select viewer_person()) and (
      (select viewer_is('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager'))
      or exists (select from family_access a where a.person_id = (select viewer_person()) and a.role = 'carer'))$$, 'insert');
call lets('safety_signal', 'update', $$(select viewer_is('caseDirector', 'gipsMaster', 'caseManager'))$$, 'reporter_person_id, code');
call guard('signal_member', $$signal_id in (select id from safety_signal)$$,
  $$signal_id in (select id from safety_signal where reporter_person_id = (select viewer_person()))$$, 'insert');
call guard('signal_view', $$(select viewer_is('caseDirector', 'gipsMaster', 'caseManager')) or person_id = (select viewer_person())$$,
  $$(select viewer_is('caseDirector'))$$, 'insert');
call lets('signal_view', 'update', $$person_id = (select viewer_person())$$, 'signal_id, person_id, asked_at');
call guard('assessment_invitee', $$(select viewer_is('caseDirector', 'gipsMaster', 'caseManager')) or person_id = (select viewer_person())$$,
  $$(select viewer_is('caseDirector'))$$, 'insert');
call lets('assessment_invitee', 'update', $$person_id = (select viewer_person())$$, 'assessment_id, person_id');
call guard('measurement', $$(select viewer_is('caseDirector', 'gipsMaster', 'professional', 'caseManager'))$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, update');

-- Agreements the viewer may tick off: as one of the doers; a family account also for someone of its network.
create function own_agreements() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select d.agreement_id from agreement_doer d
  where d.family_id = entered_family() and (
    d.person_id = viewer_person() or d.member_id = viewer_member()
    or (d.network_person_id is not null and viewer_is('family')))
  union
  select a.id from agreement a where a.family_id = entered_family() and a.by_everyone
$$;
revoke execute on function own_agreements() from public;
grant execute on function own_agreements() to gips_app;

-- The newest tick is the agreement's state.
create function keep_latest_tick() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update agreement set state = new.state, state_at = new.ticked_at
    where family_id = new.family_id and id = new.agreement_id;
  return new;
end $$;
create trigger latest_tick after insert on agreement_tick for each row execute function keep_latest_tick();

-- Concerns, goals, agreements ----------------------------------------------------------------------------------------
call guard('concern',
  $$plan_id in (select readable_plans()) and ((select sees_everything()) or may_see('concern', id, about_member_id, author_person_id))$$,
  $$plan_id in (select writable_plans())$$, 'insert, update');
call guard('top_three_choice',
  $$person_id = (select viewer_person())
    or (not is_draft and plan_id in (select readable_plans()) and not (select viewer_is('family')))$$,
  $$plan_id in (select writable_plans())
    or (person_id = (select viewer_person()) and (select viewer_is('caseDirector', 'noteTaker', 'professional'))
      and plan_id in (select id from plan where state <> 'definitive'))$$);
call guard('top_three_decision', $$plan_id in (select readable_plans())
    and ((select sees_everything()) or concern_id is null or concern_id in (select id from concern))$$,
  $$plan_id in (select writable_plans()) and (select viewer_is('caseDirector'))$$);
call guard('risk_factor_rating',
  $$plan_id in (select readable_plans()) and ((select sees_everything()) or may_see('plan', plan_id, about_member_id, null))$$,
  $$plan_id in (select writable_plans())$$);
call guard('goal',
  $$((adopted_at is not null and plan_id not in (select hidden_plans())) or plan_id in (select readable_plans()))
    and ((select sees_everything()) or may_see('goal', id, about_member_id, author_person_id))$$,
  $$plan_id in (select writable_plans()) or (select viewer_is('caseDirector'))$$, 'insert, update');
call lets('goal', 'delete', $$plan_id in (select writable_plans()) and adopted_at is null$$);
create trigger directors_columns before update of adopted_at, closed_at, closed_reason, closed_by_id on goal
  for each row execute function only_the_director('adopted_at', 'closed_at', 'closed_reason', 'closed_by_id');
call guard('goal_review', $$goal_id in (select id from goal)$$, $$plan_id in (select writable_plans())$$);
call guard('goal_evaluation', $$goal_id in (select id from goal)$$, $$plan_id in (select writable_plans())$$);
call guard('goal_verdict', $$goal_id in (select id from goal)$$, $$plan_id in (select writable_plans())$$);
call guard('agreement',
  $$((in_force_at is not null and plan_id not in (select hidden_plans())) or plan_id in (select readable_plans()))
    and ((select sees_everything()) or may_see('agreement', id, about_member_id, author_person_id))$$,
  $$plan_id in (select writable_plans()) or (select viewer_is('caseDirector'))$$, 'insert, update', 'state, state_at');
create trigger directors_columns before update of in_force_at on agreement
  for each row execute function only_the_director('in_force_at');
call guard('agreement_doer', $$agreement_id in (select id from agreement)$$,
  $$agreement_id in (select id from agreement where plan_id in (select writable_plans()) or (select viewer_is('caseDirector')))$$,
  'insert, delete');
call guard('agreement_goal', $$agreement_id in (select id from agreement) and goal_id in (select id from goal)$$,
  $$agreement_id in (select id from agreement where plan_id in (select writable_plans()) or (select viewer_is('caseDirector')))$$,
  'insert, delete');
call guard('agreement_tick', $$agreement_id in (select id from agreement)$$,
  $$person_id = (select viewer_person()) and ticked_at <= (select gips_now()) + interval '1 second' and agreement_id in (select id from agreement where in_force_at is not null)
    and ((select viewer_is('caseDirector')) or agreement_id in (select own_agreements()))$$, 'insert');

-- Between the meetings -----------------------------------------------------------------------------------------------
call guard('progress_meeting', $$(select viewer_is('caseDirector', 'gipsMaster', 'caseManager'))
    or id in (select progress_meeting_id from progress_participant)$$, $$(select viewer_is('caseDirector'))$$);
call guard('progress_participant', $$(select viewer_is('caseDirector', 'gipsMaster', 'caseManager'))
    or person_id = (select viewer_person()) or member_id = (select viewer_member())$$, $$(select viewer_is('caseDirector'))$$);
call guard('issue', $$(select viewer_is('caseDirector', 'gipsMaster', 'professional', 'caseManager'))$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, update');
call guard('issue_step', $$(select viewer_is('caseDirector', 'gipsMaster', 'professional', 'caseManager'))$$,
  $$(select viewer_is('caseDirector'))$$, 'insert');

-- Who may see what: the director alone sees and sets it ---------------------------------------------------------------
call guard('shield', $$(select viewer_is('caseDirector'))$$,
  $$(select viewer_is('caseDirector')) and set_by_id = (select viewer_person())$$, 'insert');
call lets('shield', 'update', $$(select viewer_is('caseDirector'))$$,
  'subject, subject_id, audience, person_id, reason, set_by_id, since');
call guard('opening', $$(select viewer_is('caseDirector'))$$,
  $$(select viewer_is('caseDirector')) and set_by_id = (select viewer_person())$$, 'insert');
call lets('opening', 'update', $$(select viewer_is('caseDirector'))$$, 'subject, subject_id, person_id, set_by_id, since');

-- The outbox: written with its cause; who gets which message is never read back by a request, except by its director.
-- Links to an account are never written by a request inside a dossier.
call guard('message', $$(select viewer_is('caseDirector'))$$,
  $$(select viewer_is('caseDirector')) and kind not in ('accountInvitation', 'passwordReset')$$, 'insert');
grant select, update on message to gips_worker;
create policy worker on message for all to gips_worker using (true) with check (true);
grant select (id, email, name, language, closed_at) on person to gips_worker;
create policy worker on person for select to gips_worker using (true);

-- Audit lines carry a dossier, too; the app reads them through dossier_trail() and writes them through functions.
