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

-- The rows of a version with all that they quote, for the case director who makes the next version of them: to be kept again
-- as they were. To be read there is frozen_rows(), for everyone.
create function rows_to_carry(p_version uuid) returns setof frozen_row
language sql stable security definer set search_path = public, pg_temp as $$
  select r.* from frozen_row r
  where r.family_id = (select entered_family()) and r.plan_version_id = p_version
    and (select viewer_is('caseDirector')) and (select may_write())
  order by r.position
$$;
revoke execute on function rows_to_carry(uuid) from public;
grant execute on function rows_to_carry(uuid) to gips_app;
