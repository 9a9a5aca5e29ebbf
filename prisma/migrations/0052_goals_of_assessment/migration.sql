-- Which extra assessment a safety goal came from, and with which version of the safety plan it went in force. In a table of
-- its own and not beside the goal: a family account reads the goal and knows of no extra assessment.
CREATE TABLE "assessment_goal" (
    "family_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "plan_version_id" UUID NOT NULL,

    CONSTRAINT "assessment_goal_pkey" PRIMARY KEY ("family_id","goal_id")
);
ALTER TABLE "assessment_goal" ADD CONSTRAINT "assessment_goal_family_id_goal_id_fkey" FOREIGN KEY ("family_id", "goal_id") REFERENCES "goal"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "assessment_goal" ADD CONSTRAINT "assessment_goal_family_id_assessment_id_fkey" FOREIGN KEY ("family_id", "assessment_id") REFERENCES "safety_assessment"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "assessment_goal" ADD CONSTRAINT "assessment_goal_family_id_plan_version_id_fkey" FOREIGN KEY ("family_id", "plan_version_id") REFERENCES "plan_version"("family_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

call guard('assessment_goal', $$assessment_id in (select id from safety_assessment) and goal_id in (select id from goal)$$,
  $$(select viewer_is('caseDirector')) and assessment_id in (
    select id from safety_assessment where kind = 'extra' and closed_at is not null)$$, 'insert');
