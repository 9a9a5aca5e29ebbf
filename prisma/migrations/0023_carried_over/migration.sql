-- What is carried over from plan to plan: the review of open safety goals, the evaluation of goals at GIPS 4, and what
-- becomes of agreements that are still in force. All of it takes effect once the plan in which it was decided is adopted.

-- CreateEnum
CREATE TYPE "carry_decision" AS ENUM ('kept', 'changed', 'dropped');

-- AlterTable
ALTER TABLE "goal_evaluation" ADD COLUMN     "author_person_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "percent" DROP NOT NULL;

-- AlterTable
ALTER TABLE "goal_review" ADD COLUMN     "author_person_id" UUID,
ADD COLUMN     "closes" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "result" DROP NOT NULL;

-- AlterTable
ALTER TABLE "goal_verdict" ADD COLUMN     "author_person_id" UUID,
ADD COLUMN     "closes" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "is_good_enough" DROP NOT NULL;

-- CreateTable
CREATE TABLE "carried_agreement" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "decision" "carry_decision",
    "reason" TEXT NOT NULL DEFAULT '',
    "replaced_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "author_person_id" UUID,

    CONSTRAINT "carried_agreement_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "carried_agreement_family_id_agreement_id_plan_id_key" ON "carried_agreement"("family_id", "agreement_id", "plan_id");

-- AddForeignKey
ALTER TABLE "goal_review" ADD CONSTRAINT "goal_review_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal_evaluation" ADD CONSTRAINT "goal_evaluation_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "goal_verdict" ADD CONSTRAINT "goal_verdict_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "carried_agreement" ADD CONSTRAINT "carried_agreement_family_id_agreement_id_fkey" FOREIGN KEY ("family_id", "agreement_id") REFERENCES "agreement"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "carried_agreement" ADD CONSTRAINT "carried_agreement_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "carried_agreement" ADD CONSTRAINT "carried_agreement_family_id_replaced_by_id_fkey" FOREIGN KEY ("family_id", "replaced_by_id") REFERENCES "agreement"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "carried_agreement" ADD CONSTRAINT "carried_agreement_author_person_id_fkey" FOREIGN KEY ("author_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

alter table goal_review add constraint goal_review_remark_length check (char_length(remark) <= 20000);
alter table goal_evaluation add constraint goal_evaluation_remark_length check (char_length(remark) <= 20000);
alter table goal_verdict add constraint goal_verdict_reason_length check (char_length(reason) <= 20000);
alter table carried_agreement add constraint carried_agreement_reason_length check (char_length(reason) <= 20000);
-- What takes the place of an agreement is another one.
alter table carried_agreement add constraint replaced_by_another check (replaced_by_id <> agreement_id);

-- Plans of which the viewer reads what their meeting found: adopted ones, and those that may be read while they are made.
create function plans_with_findings() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from plan p
  where p.family_id = (select entered_family()) and (
    (p.version > 0 and p.id not in (select hidden_plans())) or p.id in (select readable_plans()))
$$;

-- Plans of which the findings may still be written: until they are adopted for the first time. A revision changes what was
-- agreed on, not what a meeting found.
create function plans_taking_findings() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id from plan p
  where p.family_id = (select entered_family()) and p.version = 0 and p.id in (select writable_plans())
$$;

revoke execute on function plans_with_findings(), plans_taking_findings() from public;
grant execute on function plans_with_findings(), plans_taking_findings() to gips_app;

drop policy reads on goal_review;
drop policy adds on goal_review;
drop policy changes on goal_review;
drop policy removes on goal_review;
revoke update, delete on goal_review from gips_app;
call guard('goal_review',
  $$goal_id in (select id from goal) and plan_id in (select plans_with_findings())$$,
  $$goal_id in (select id from goal) and plan_id in (select plans_taking_findings())$$, 'insert, update', 'goal_id, plan_id');

drop policy reads on goal_verdict;
drop policy adds on goal_verdict;
drop policy changes on goal_verdict;
drop policy removes on goal_verdict;
revoke update, delete on goal_verdict from gips_app;
call guard('goal_verdict',
  $$goal_id in (select id from goal) and plan_id in (select plans_with_findings())$$,
  $$goal_id in (select id from goal) and plan_id in (select plans_taking_findings())$$, 'insert, update', 'goal_id, plan_id');

-- A professional's percentage is read with the goal. What somebody of the family gave is an answer like any other: their
-- own; and what a child or somebody of the network gave are words of their own.
drop policy reads on goal_evaluation;
drop policy adds on goal_evaluation;
drop policy changes on goal_evaluation;
drop policy removes on goal_evaluation;
revoke update, delete on goal_evaluation from gips_app;
call guard('goal_evaluation',
  $$goal_id in (select id from goal) and plan_id in (select plans_with_findings())
    and (person_id is not null or (select sees_everything())
      or may_see('answer', id, member_id, null, network_person_id is not null or is_child(member_id)))$$,
  $$goal_id in (select id from goal) and plan_id in (select plans_taking_findings())$$,
  'insert, update', 'goal_id, plan_id, person_id, member_id, network_person_id');

call guard('carried_agreement',
  $$agreement_id in (select id from agreement) and plan_id in (select plans_with_findings())$$,
  $$agreement_id in (select id from agreement) and plan_id in (select plans_taking_findings())$$,
  'insert, update', 'agreement_id, plan_id');
