-- GIPS 3: one meeting makes recovery plans for several members of the family, each with a TOP-3 of its own.

-- DropIndex
DROP INDEX "top_three_choice_family_id_plan_id_person_id_rank_is_draft_key";

-- DropIndex
DROP INDEX "top_three_decision_family_id_plan_id_rank_key";

-- DropIndex
DROP INDEX "top_three_draft_family_id_plan_id_person_id_key";

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "bears_difference" BOOLEAN,
ADD COLUMN     "meets_minimum" BOOLEAN,
ADD COLUMN     "relation_is_good" BOOLEAN;

-- AlterTable
ALTER TABLE "top_three_choice" ADD COLUMN     "about_member_id" UUID;

-- AlterTable
ALTER TABLE "top_three_decision" ADD COLUMN     "about_member_id" UUID;

-- AlterTable
ALTER TABLE "top_three_draft" ADD COLUMN     "about_member_id" UUID;

-- CreateTable
CREATE TABLE "recovery_plan" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "recovery_plan_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateTable
CREATE TABLE "recovery_waiver" (
    "family_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recovery_waiver_pkey" PRIMARY KEY ("family_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recovery_plan_family_id_plan_id_member_id_key" ON "recovery_plan"("family_id", "plan_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_waiver_family_id_member_id_key" ON "recovery_waiver"("family_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "top_three_choice_family_id_plan_id_person_id_about_member_i_key" ON "top_three_choice"("family_id", "plan_id", "person_id", "about_member_id", "rank", "is_draft") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "top_three_decision_family_id_plan_id_about_member_id_rank_key" ON "top_three_decision"("family_id", "plan_id", "about_member_id", "rank") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "top_three_draft_family_id_plan_id_person_id_about_member_id_key" ON "top_three_draft"("family_id", "plan_id", "person_id", "about_member_id") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "recovery_plan" ADD CONSTRAINT "recovery_plan_family_id_plan_id_fkey" FOREIGN KEY ("family_id", "plan_id") REFERENCES "plan"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recovery_plan" ADD CONSTRAINT "recovery_plan_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recovery_waiver" ADD CONSTRAINT "recovery_waiver_family_id_member_id_fkey" FOREIGN KEY ("family_id", "member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "top_three_choice" ADD CONSTRAINT "top_three_choice_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "top_three_draft" ADD CONSTRAINT "top_three_draft_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "top_three_decision" ADD CONSTRAINT "top_three_decision_family_id_about_member_id_fkey" FOREIGN KEY ("family_id", "about_member_id") REFERENCES "family_member"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Whose recovery plan: known with the plan that makes it, to whom may read of that member. Another adult's is closed to
-- family accounts until the case director opens it. Chosen by the case director alone.
call guard('recovery_plan',
  $$(plan_id in (select readable_plans()) or plan_id in (select id from plan where version > 0))
    and ((select sees_everything()) or may_see('plan', plan_id, member_id, null))$$,
  $$plan_id in (select writable_plans()) and (select viewer_is('caseDirector'))$$, 'insert, delete');

-- Why a child has no recovery plan: the case director's reason, for the team.
call guard('recovery_waiver', $$(select viewer_is('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager'))$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, update, delete', 'member_id');

-- The three conditions on which a parent attends are the case director's to judge.
grant update (meets_minimum, relation_is_good, bears_difference) on participant to gips_app;
drop trigger directors_columns on participant;
create trigger directors_columns
  before update of role, attendance, is_admitted, admitted_reason, meets_minimum, relation_is_good, bears_difference
  on participant for each row execute function only_the_director(
    'role', 'attendance', 'is_admitted', 'admitted_reason', 'meets_minimum', 'relation_is_good', 'bears_difference');
