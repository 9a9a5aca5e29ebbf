-- A round in which everyone scores unseen until it is revealed (docs/decisions/0022), the chair's own notes, and when the
-- meeting came to which question.

-- CreateEnum
CREATE TYPE "score_round_state" AS ENUM ('open', 'revealed', 'stopped');

-- AlterTable
ALTER TABLE "safety_score" ADD COLUMN     "held_back" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "score_round" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "score_round_state" NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "score_round_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "chair_note" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chair_note_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "chair_note_save" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chair_note_save_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "agenda_visit" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "item_key" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_visit_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "score_round_family_id_plan_id_number_key" ON "score_round"("family_id", "plan_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "chair_note_family_id_plan_id_person_id_part_key" ON "chair_note"("family_id", "plan_id", "person_id", "part");

-- CreateIndex
CREATE INDEX "agenda_visit_family_id_plan_id_started_at_idx" ON "agenda_visit"("family_id", "plan_id", "started_at");

-- AddForeignKey
ALTER TABLE "score_round" ADD CONSTRAINT "score_round_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "score_round" ADD CONSTRAINT "score_round_family_id_assessment_id_fkey" FOREIGN KEY ("family_id", "assessment_id") REFERENCES "safety_assessment"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "score_round" ADD CONSTRAINT "score_round_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "score_round" ADD CONSTRAINT "score_round_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "chair_note" ADD CONSTRAINT "chair_note_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "chair_note" ADD CONSTRAINT "chair_note_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "chair_note_save" ADD CONSTRAINT "chair_note_save_family_id_note_id_fkey" FOREIGN KEY ("family_id", "note_id") REFERENCES "chair_note"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agenda_visit" ADD CONSTRAINT "agenda_visit_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- At most one round is open in an assessment; also what the row policies ask.
create unique index score_round_open on score_round (family_id, assessment_id) where state = 'open';
alter table score_round add constraint score_round_ended
  check ((state = 'open') = (ended_at is null) and (ended_at is null) = (ended_by_id is null));
alter table chair_note add constraint chair_note_length check (char_length(text) <= 20000);

-- The round -------------------------------------------------------------------------------------------------------------
-- Whether the viewer leads the rounds of this plan's meeting: the case director, the chair, and its note-taker, from a
-- session of their own.
create function leads_round(p_plan uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return may_write() and exists (
    select from plan p
    where p.family_id = entered_family() and p.id = p_plan and p.state = 'meeting' and p.id in (select readable_plans())
      and (viewer_is('caseDirector', 'gipsMaster') or p.id in (select writable_plans())));
end $$;

-- Assessments of this dossier in which a round is open.
create function open_rounds() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select r.assessment_id from score_round r
    where r.family_id = nullif(current_setting('gips.family', true), '')::uuid and r.state = 'open';
end $$;

-- Whether a round is open in this assessment, held so until this transaction ends: a score that is being saved is there
-- before its round is revealed, or is told that it was.
create function keep_round(p_assessment uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from score_round r
    where r.family_id = entered_family() and r.assessment_id = p_assessment and r.state = 'open' for share;
  return found;
end $$;

-- Opens a round in the assessment of this meeting, which is made at the first need with every child on its list. Says
-- what became of it: 'opened', 'open' where one is open already, 'late' for a plan that has gone on.
create function open_score_round(p_plan uuid, p_assessment uuid, p_round uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
  assessment uuid;
begin
  if not leads_round(p_plan) then return 'late'; end if;
  -- Whoever moves the plan on waits, or was first.
  perform 1 from plan p where p.family_id = fam and p.id = p_plan and p.state = 'meeting' for share;
  if not found then return 'late'; end if;
  insert into safety_assessment (family_id, id, kind, plan_id, opened_at)
    select fam, p_assessment, 'meeting', p_plan, gips_now()
    where not exists (select from safety_assessment a where a.family_id = fam and a.plan_id = p_plan and a.kind = 'meeting')
    on conflict do nothing;
  if found then
    insert into assessed_member (family_id, id, assessment_id, member_id)
    select fam, gen_random_uuid(), p_assessment, m.id from family_member m
    where m.family_id = fam and m.kind in ('child', 'unborn') and m.deceased_on is null;
  end if;
  select a.id into assessment from safety_assessment a
    where a.family_id = fam and a.plan_id = p_plan and a.kind = 'meeting' and a.closed_at is null
    order by a.opened_at, a.id limit 1;
  if assessment is null then return 'late'; end if;
  insert into score_round (family_id, id, plan_id, assessment_id, number, opened_at, opened_by_id)
    select fam, p_round, p_plan, assessment, coalesce(max(r.number), 0) + 1, gips_now(), viewer_person()
    from score_round r where r.family_id = fam and r.plan_id = p_plan
    on conflict do nothing;
  return case when found then 'opened' else 'open' end;
end $$;

-- Who is asked in this plan's round, and for how many family members they have given: the director and the professionals
-- who are there and still involved, and of the family who was admitted. Who they are is for who leads the round; the
-- others learn how many.
create function score_seats(p_plan uuid) returns table (participant_id uuid, asked int, given int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  fam uuid := entered_family();
  leads boolean := leads_round(p_plan);
begin
  if p_plan not in (select readable_plans()) then return; end if;
  return query
    with assessment as (
      select a.id from safety_assessment a
      where a.family_id = fam and a.plan_id = p_plan and a.kind = 'meeting' order by a.opened_at, a.id limit 1),
    seats as (
      select t.* from participant t join meeting g on g.family_id = fam and g.id = t.meeting_id
      where t.family_id = fam and g.plan_id = p_plan and is_seated(t) and (
        (t.role in ('caseDirector', 'professional') and cardinality(roles_in(t.person_id, fam)) > 0)
        or (t.role = 'family' and t.member_id is not null and t.is_admitted))),
    wanted as (
      select t.id, m.id as member_id, t.person_id, t.member_id as self
      from seats t, assessment a, family_member m
      where m.family_id = fam and m.deceased_on is null and case
        when t.member_id is not null then m.id = t.member_id or m.kind in ('child', 'unborn')
        else exists (select from assessed_member s
          where s.family_id = fam and s.assessment_id = a.id and s.member_id = m.id and s.dropped_reason is null) end),
    counted as (
      select w.id, count(*)::int as asked, count(*) filter (where exists (
        select from safety_score c, assessment a
        where c.family_id = fam and c.assessment_id = a.id and c.member_id = w.member_id and c.situation is null
          and (c.scorer_person_id = w.person_id or c.scorer_member_id = w.self)
          and (c.score is not null or c.cannot_judge)))::int as given
      from wanted w group by w.id)
    select case when leads then c.id end, c.asked, c.given from counted c order by case when leads then c.id end, c.given;
end $$;

-- A score that is saved while a round is open is held back; what is saved openly is not. No request says which.
create function hold_back_score() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from score_round r
    where r.family_id = new.family_id and r.assessment_id = new.assessment_id and r.state = 'open' for share;
  new.held_back := found;
  return new;
end $$;
create trigger holds_back before insert or update on safety_score for each row execute function hold_back_score();

-- With the round its scores are revealed; those of a round that was stopped wait for the next that is.
create function release_scores() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update safety_score set held_back = false
    where family_id = new.family_id and assessment_id = new.assessment_id and held_back;
  return null;
end $$;
create trigger releases_scores after update of state on score_round
  for each row when (new.state = 'revealed') execute function release_scores();

-- A meeting's plan does not go on while a round is open: the update finds no row.
create function wait_for_round() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from score_round r where r.family_id = new.family_id and r.plan_id = new.id and r.state = 'open') then
    return null;
  end if;
  return new;
end $$;
create trigger waits_for_round before update of state on plan
  for each row when (old.state = 'meeting' and new.state <> 'meeting') execute function wait_for_round();

call guard('score_round', $$plan_id in (select readable_plans())$$);
grant update (state, ended_at, ended_by_id) on score_round to gips_app;
create policy changes on score_round for update to gips_app
  using (family_id = (select entered_family()) and state = 'open' and leads_round(plan_id))
  with check (family_id = (select entered_family()) and state <> 'open' and ended_by_id = (select viewer_person()));

-- Scores ----------------------------------------------------------------------------------------------------------------
-- As before. While a round is open, and what was held back in one that was stopped, is read by who gave it or typed it
-- alone, in a session of their own: not by a projector, nor through somebody else's eyes.
alter policy reads on safety_score using (family_id = (select entered_family())
  and (assessment_id in (select readable_assessments())
    or (scorer_member_id = (select viewer_member()) and assessment_id in (select c.assessment_id from called_assessments() c)))
  and ((not held_back and assessment_id not in (select open_rounds()))
    or ((select may_write()) and (author_person_id = (select viewer_person())
      or scorer_person_id = (select viewer_person()) or scorer_member_id = (select viewer_member()))))
  and ((select sees_everything()) or may_see('answer', id, about_member_id, author_person_id,
    scorer_network_id is not null or is_child(scorer_member_id))));

-- As before, and what may not be read may not be written over.
alter policy changes on safety_score
  using (family_id = (select entered_family()) and (select may_write())
    and ((not held_back and assessment_id not in (select open_rounds()))
      or author_person_id = (select viewer_person()) or scorer_person_id = (select viewer_person())
      or scorer_member_id = (select viewer_member()))
    and writes_score(assessment_id, scorer_person_id, scorer_member_id, about_member_id, (select viewer_person())));

-- As before, and what was not revealed: none of it counts, not even for who gave it.
create or replace function away_scores() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
begin
  return query select s.id
    from participant t
    join meeting g on g.family_id = fam and g.id = t.meeting_id
    join safety_assessment a on a.family_id = fam and a.plan_id = g.plan_id
    join safety_score s on s.family_id = fam and s.assessment_id = a.id and s.scorer_person_id = t.person_id
    where t.family_id = fam and t.attendance = 'absent' and s.side = 'professional'
    union select s.id from safety_score s
    where s.family_id = fam and (s.held_back or s.assessment_id in (select open_rounds()));
end $$;

-- The chair's own notes --------------------------------------------------------------------------------------------------
-- Read and written by their author alone, in a session of their own: by the case director and the chair, from the
-- invitation until the plan is definitive. Then they are erased.
create function chaired_plans() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if may_write() and viewer_is('caseDirector', 'gipsMaster') then
    return query select p.id from plan p
      where p.family_id = entered_family() and p.state in ('invited', 'meeting', 'provisional')
        and p.id in (select readable_plans());
  end if;
end $$;

call guard('chair_note', $$person_id = (select viewer_person()) and plan_id in (select chaired_plans())$$,
  $$person_id = (select viewer_person()) and plan_id in (select chaired_plans())$$,
  'insert, update', 'plan_id, person_id, part');
call guard('chair_note_save', $$note_id in (select id from chair_note)$$, $$note_id in (select id from chair_note)$$, 'insert');

create function erase_chair_notes() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from chair_note_save s using chair_note n
    where n.family_id = new.family_id and n.plan_id = new.id and s.family_id = n.family_id and s.note_id = n.id;
  delete from chair_note n where n.family_id = new.family_id and n.plan_id = new.id;
  return null;
end $$;
create trigger erases_chair_notes after update of state on plan
  for each row when (new.state = 'definitive') execute function erase_chair_notes();

-- When the meeting came to a question: written by whoever moves the projector, read by the team.
call guard('agenda_visit', $$not (select viewer_is('family')) and plan_id in (select readable_plans())$$,
  $$leads_round(plan_id)$$, 'insert');

revoke execute on function leads_round(uuid), open_rounds(), keep_round(uuid), open_score_round(uuid, uuid, uuid),
  score_seats(uuid), hold_back_score(), release_scores(), wait_for_round(), chaired_plans(), erase_chair_notes() from public;
grant execute on function leads_round(uuid), open_rounds(), keep_round(uuid), open_score_round(uuid, uuid, uuid),
  score_seats(uuid), chaired_plans() to gips_app;
