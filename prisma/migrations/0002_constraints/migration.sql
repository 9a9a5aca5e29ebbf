-- What may never be stored, whatever the code does.

alter table person add constraint person_email_is_lower_case check (email = lower(email));
alter table family add constraint family_code_form check (code ~ '^G-[0-9]{4,}$');

-- One active case director, one active deputy; nobody twice in the same role.
create unique index team_membership_one_case_director on team_membership (family_id)
  where role = 'caseDirector' and until is null;
create unique index team_membership_one_deputy on team_membership (family_id)
  where role = 'deputy' and until is null;
create unique index team_membership_once on team_membership (family_id, person_id, role, plan_id) nulls not distinct
  where until is null;
alter table team_membership add constraint team_membership_ends_after_start check (until is null or until >= since);
alter table team_membership add constraint note_taker_has_a_plan check ((role = 'noteTaker') = (plan_id is not null));
create unique index family_access_once on family_access (family_id, person_id) where until is null;
alter table family_access add constraint family_access_ends_after_start check (until is null or until >= since);
create unique index platform_role_once on platform_role (person_id, role, region_id) nulls not distinct where until is null;
alter table platform_role add constraint coordinator_has_a_region
  check ((role = 'regionCoordinator') = (region_id is not null));

-- Scores are 0 to 10 with one decimal (numeric(3,1)); percentages 0 to 100.
alter table safety_score add constraint safety_score_range check (score between 0 and 10);
alter table safety_score add constraint cannot_judge_has_no_score check (not (cannot_judge and score is not null));
alter table safety_score add constraint safety_score_one_scorer
  check (num_nonnulls(scorer_person_id, scorer_member_id, scorer_network_id) = 1);
alter table safety_score add constraint safety_score_side_fits_scorer check (
  (side = 'professional' and scorer_person_id is not null)
  or (side = 'family' and scorer_member_id is not null)
  or (side = 'network' and scorer_network_id is not null));
create unique index safety_score_once on safety_score
  (family_id, assessment_id, member_id, scorer_person_id, scorer_member_id, scorer_network_id, situation)
  nulls not distinct;
alter table goal add constraint goal_expected_effect_range check (expected_effect between 0 and 10);
alter table participant add constraint participant_rating_range check (rating_score between 0 and 10);
alter table measurement add constraint measurement_range
  check (current_safety between 0 and 10 and lasting_safety between 0 and 10);
alter table goal_evaluation add constraint goal_evaluation_range check (percent between 0 and 100);
alter table top_three_choice add constraint top_three_choice_rank check (rank between 1 and 3);
alter table top_three_decision add constraint top_three_decision_rank check (rank between 1 and 3);

-- Somebody is a person with an account, a family member or someone of the network: exactly one of them.
alter table participant add constraint participant_is_one check (num_nonnulls(person_id, member_id, network_person_id) = 1);
create unique index participant_once on participant (family_id, meeting_id, person_id, member_id, network_person_id)
  nulls not distinct;
alter table agreement_doer add constraint doer_is_one check (num_nonnulls(person_id, member_id, network_person_id) = 1);
create unique index agreement_doer_once on agreement_doer (family_id, agreement_id, person_id, member_id, network_person_id)
  nulls not distinct;
alter table goal_evaluation add constraint evaluator_is_one
  check (num_nonnulls(person_id, member_id, network_person_id) = 1);
create unique index goal_evaluation_once on goal_evaluation
  (family_id, goal_id, plan_id, person_id, member_id, network_person_id) nulls not distinct;
alter table answer add constraint answer_one_respondent
  check (num_nonnulls(respondent_member_id, respondent_network_id, respondent_person_id) <= 1);
create unique index answer_once on answer
  (family_id, plan_id, item_key, respondent_member_id, respondent_network_id, respondent_person_id) nulls not distinct;
alter table plan_response add constraint responder_at_most_one check (num_nonnulls(member_id, network_person_id) = 1);
create unique index plan_response_once on plan_response (family_id, plan_id, member_id, network_person_id) nulls not distinct;
alter table confidant add constraint confidant_or_reason
  check (num_nonnulls(network_person_id, adult_member_id, not_needed_reason) = 1);

alter table agreement add constraint rhythm_has_an_end check (rhythm = 'once' or rhythm_until is not null);
alter table agreement add constraint agreement_drop_has_a_reason check ((dropped_at is null) = (dropped_reason is null));
alter table goal add constraint goal_close_has_a_reason check ((closed_at is null) = (closed_reason is null));
alter table assessed_member add constraint dropped_reason_is_said check (dropped_reason is null or dropped_reason <> '');
alter table residence add constraint residence_ends_after_start check (until_on is null or until_on >= from_on);
alter table plan add constraint plan_repeats check (ordinal = 1 or kind in ('gips2', 'gips3', 'gips4'));
alter table plan add constraint plan_version_range check (version >= 0);
alter table shield add constraint shield_account check ((audience = 'account') = (person_id is not null));
alter table shield add constraint shield_subject check ((subject = 'dossier') = (subject_id is null));

-- A text is at most 100,000 characters; the screens stop earlier.
alter table answer add constraint answer_text_length check (char_length(text) <= 100000);

-- The steps of a plan, also for whoever finds a way around the code (GIPS §3.5). A definitive plan goes back to
-- provisional only to be revised.
create function plan_step_is_allowed() returns trigger language plpgsql as $$
begin
  if new.state = old.state
    or (old.state, new.state) in (
      ('preparation', 'invited'), ('invited', 'preparation'), ('invited', 'meeting'),
      ('meeting', 'provisional'), ('provisional', 'meeting'), ('provisional', 'definitive'), ('definitive', 'provisional'))
    or (new.kind = 'gips5' and (old.state, new.state) = ('meeting', 'definitive'))
  then return new;
  end if;
  raise exception 'a plan does not go from % to %', old.state, new.state using errcode = 'check_violation';
end $$;
create trigger plan_steps before update of state on plan for each row execute function plan_step_is_allowed();
