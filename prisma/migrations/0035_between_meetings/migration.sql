-- Between the meetings: what the case director measures, the progress meetings and the issues that nobody can remove. The
-- tables were there; here what their pages keep besides, and who reads and writes it (docs/decisions/0030).

-- CreateEnum
CREATE TYPE "follow_up" AS ENUM ('instrument', 'agreements', 'help', 'intervention');

-- CreateEnum
CREATE TYPE "goal_progress" AS ENUM ('ahead', 'same', 'behind', 'reached');

-- CreateEnum
CREATE TYPE "help_works" AS ENUM ('yes', 'partly', 'no', 'notStarted');

-- AlterTable
ALTER TABLE "issue" ADD COLUMN     "tried" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "measurement" ADD COLUMN     "considered_at" TIMESTAMPTZ(3),
ADD COLUMN     "follow_up_note" TEXT,
ADD COLUMN     "follow_ups" "follow_up"[],
ADD COLUMN     "key_decision" TEXT;

-- AlterTable
ALTER TABLE "progress_meeting" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "progress_participant" ADD COLUMN     "remark" TEXT;

-- CreateTable
CREATE TABLE "measurement_correction" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "measurement_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measurement_correction_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "progress_goal" (
    "family_id" UUID NOT NULL,
    "progress_meeting_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "progress" "goal_progress" NOT NULL,
    "help_works" "help_works" NOT NULL,
    "remark" TEXT,

    CONSTRAINT "progress_goal_pkey" PRIMARY KEY ("family_id","progress_meeting_id","goal_id")
);

-- CreateTable
CREATE TABLE "progress_score" (
    "family_id" UUID NOT NULL,
    "progress_meeting_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "current_safety" DECIMAL(3,1) NOT NULL,
    "lasting_safety" DECIMAL(3,1) NOT NULL,

    CONSTRAINT "progress_score_pkey" PRIMARY KEY ("family_id","progress_meeting_id","child_id")
);

-- AddForeignKey
ALTER TABLE "measurement_correction" ADD CONSTRAINT "measurement_correction_family_id_measurement_id_fkey" FOREIGN KEY ("family_id", "measurement_id") REFERENCES "measurement"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "measurement_correction" ADD CONSTRAINT "measurement_correction_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_goal" ADD CONSTRAINT "progress_goal_family_id_progress_meeting_id_fkey" FOREIGN KEY ("family_id", "progress_meeting_id") REFERENCES "progress_meeting"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_goal" ADD CONSTRAINT "progress_goal_family_id_goal_id_fkey" FOREIGN KEY ("family_id", "goal_id") REFERENCES "goal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_score" ADD CONSTRAINT "progress_score_family_id_progress_meeting_id_fkey" FOREIGN KEY ("family_id", "progress_meeting_id") REFERENCES "progress_meeting"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_score" ADD CONSTRAINT "progress_score_family_id_child_id_fkey" FOREIGN KEY ("family_id", "child_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

alter table progress_score add constraint progress_score_range
  check (current_safety between 0 and 10 and lasting_safety between 0 and 10);
alter table issue add constraint issue_resolved_once check ((level = 'resolved') = (resolved_on is not null));

-- Measurements: written under one's own name, of today or earlier. A mistake is mended by who made it, within a day; from
-- then on the figures stand and a correction is added to them.
revoke insert, update on measurement from gips_app;
drop policy adds on measurement;
drop policy changes on measurement;
call lets('measurement', 'insert', $$(select viewer_is('caseDirector')) and author_person_id = (select viewer_person())
    and created_at <= (select gips_now()) + interval '1 second'
    and measured_on <= ((select gips_now()) at time zone 'Europe/Amsterdam')::date$$);
call lets('measurement', 'update', $$(select viewer_is('caseDirector'))
    and measured_on <= ((select gips_now()) at time zone 'Europe/Amsterdam')::date$$,
  'child_id, author_person_id, created_at');

create function stands_after_a_day() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if row_security_active(tg_relid)
    and (old.author_person_id is distinct from viewer_person() or old.created_at < gips_now() - interval '1 day')
  then raise exception 'what was measured stands' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stands before update of measured_on, contact, current_safety, lasting_safety, explanation on measurement
  for each row execute function stands_after_a_day();
revoke execute on function stands_after_a_day() from public;

call guard('measurement_correction', $$measurement_id in (select id from measurement)$$,
  $$(select viewer_is('caseDirector')) and person_id = (select viewer_person())$$, 'insert');

-- Progress meetings: professionals and family accounts read the ones they took part in, as whole as their other rows are:
-- a goal or child that is closed to them stays out, and so does what another adult of the family answered.
create function own_progress_meetings() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.progress_meeting_id from progress_participant p
  where p.family_id = entered_family() and (p.person_id = viewer_person() or p.member_id = viewer_member())
$$;
revoke execute on function own_progress_meetings() from public;
grant execute on function own_progress_meetings() to gips_app;

revoke insert, update, delete on progress_meeting, progress_participant from gips_app;
drop policy reads on progress_meeting;
drop policy adds on progress_meeting;
drop policy changes on progress_meeting;
drop policy removes on progress_meeting;
drop policy reads on progress_participant;
drop policy adds on progress_participant;
drop policy changes on progress_participant;
drop policy removes on progress_participant;

call guard('progress_meeting', $$(select viewer_is('caseDirector', 'gipsMaster', 'caseManager'))
    or ((select viewer_is('professional', 'family')) and id in (select own_progress_meetings()))$$,
  $$(select viewer_is('caseDirector')) and author_person_id = (select viewer_person())
    and created_at <= (select gips_now()) + interval '1 second'
    and held_on <= ((select gips_now()) at time zone 'Europe/Amsterdam')::date$$, 'insert');
call lets('progress_meeting', 'update', $$(select viewer_is('caseDirector')) and author_person_id = (select viewer_person())
    and created_at > (select gips_now()) - interval '1 day'
    and held_on <= ((select gips_now()) at time zone 'Europe/Amsterdam')::date$$, 'author_person_id, created_at');

-- Its parts are written while it may still be mended.
create function open_progress_meetings() returns setof uuid language sql stable set search_path = public, pg_temp as $$
  select m.id from progress_meeting m
  where (select viewer_is('caseDirector')) and m.author_person_id = (select viewer_person())
    and m.created_at > (select gips_now()) - interval '1 day'
$$;
revoke execute on function open_progress_meetings() from public;
grant execute on function open_progress_meetings() to gips_app;

call guard('progress_participant', $$progress_meeting_id in (select id from progress_meeting)
    and ((select sees_everything()) or may_see('answer', id, member_id, person_id))$$,
  $$progress_meeting_id in (select open_progress_meetings())$$, 'insert, delete');
call guard('progress_goal', $$progress_meeting_id in (select id from progress_meeting) and goal_id in (select id from goal)$$,
  $$progress_meeting_id in (select open_progress_meetings())$$, 'insert, delete');
call guard('progress_score', $$progress_meeting_id in (select id from progress_meeting)
    and ((select sees_everything()) or may_see('memberDetails', child_id, child_id, null))$$,
  $$progress_meeting_id in (select open_progress_meetings())$$, 'insert, delete');

-- Issues: each step under one's own name; what an issue is, and when it began, no request changes.
drop policy adds on issue_step;
call lets('issue_step', 'insert', $$(select viewer_is('caseDirector')) and person_id = (select viewer_person())$$);
revoke update on issue from gips_app;
drop policy changes on issue;
call lets('issue', 'update', $$(select viewer_is('caseDirector'))$$, 'kind, text, tried, goal_id, opened_on');
