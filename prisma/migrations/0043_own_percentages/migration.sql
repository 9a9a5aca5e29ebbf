-- How far the goals are reached, said from one's own seat at the table (GIPS §3.5.5): whoever gives scores there gives
-- percentages too, in their own name and nobody else's. Who writes in the meeting goes on to write everyone's.
create function own_evaluation(p_plan uuid, p_person uuid, p_member uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from plan p
    where p.family_id = (select entered_family()) and p.id = p_plan and p.version = 0
      and p.id in (select scoring_plans()) and case
        when viewer_is('family') then p_member = viewer_member()
        else p_person = viewer_person()
      end)
$$;
revoke execute on function own_evaluation(uuid, uuid, uuid) from public;
grant execute on function own_evaluation(uuid, uuid, uuid) to gips_app;

alter policy adds on goal_evaluation with check (
  family_id = (select entered_family()) and (select may_write()) and goal_id in (select id from goal)
  and (plan_id in (select plans_taking_findings()) or own_evaluation(plan_id, person_id, member_id)));
alter policy changes on goal_evaluation
  using (family_id = (select entered_family()) and (select may_write()) and goal_id in (select id from goal)
    and (plan_id in (select plans_taking_findings()) or own_evaluation(plan_id, person_id, member_id)))
  with check (family_id = (select entered_family()) and (select may_write()) and goal_id in (select id from goal)
    and (plan_id in (select plans_taking_findings())
      or (own_evaluation(plan_id, person_id, member_id) and author_person_id = (select viewer_person()))));
