-- What moved to tables of its own (0014, 0041) and stayed empty for one release, so that two versions could run side by side.
alter table participant drop column rating_score, drop column rating_went_well, drop column rating_better,
  drop column invitation_answer;

-- As before, and whoever adds a percentage from their own seat is the one who wrote it down, as in `changes`.
alter policy adds on goal_evaluation with check (
  family_id = (select entered_family()) and (select may_write()) and goal_id in (select id from goal)
  and (plan_id in (select plans_taking_findings())
    or (own_evaluation(plan_id, person_id, member_id)
      and (author_person_id is null or author_person_id = (select viewer_person())))));
