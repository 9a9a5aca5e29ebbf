-- What a dashboard seldom needs stands in functions that are planned apart: a statement sets up every node of its plan, also
-- those that it never runs, and with the row policies these two were two fifths of them.

-- What the viewer still has to do from their seat in a meeting that is called or under way; as before, apart now.
create or replace function own_tasks()
returns table (kind plan_kind, ordinal int, state plan_state, agenda_version int, role participant_role, has_draft boolean,
  has_scored boolean)
language plpgsql stable as $$
begin
  return query
    select p.kind, p.ordinal, p.state, p.agenda_version, t.role,
      exists (
        select from top_three_draft d join draft_text x on x.family_id = d.family_id and x.draft_id = d.id
        where d.plan_id = p.id and d.person_id = (select viewer_person()) and x.text <> ''),
      coalesce(r.given >= r.wanted, false)
    from plan p
      join meeting g on g.family_id = p.family_id and g.plan_id = p.id
      join participant t on t.family_id = g.family_id and t.meeting_id = g.id
      left join lateral (
        select count(*) as wanted, count(*) filter (where exists (
          select from safety_score c
          where c.assessment_id = a.id and c.member_id = s.member_id and c.situation is null
            and (c.scorer_person_id = t.person_id or c.scorer_member_id = t.member_id)
            and (c.score is not null or c.cannot_judge))) as given
        from safety_assessment a
          join assessed_member s on s.family_id = a.family_id and s.assessment_id = a.id and s.dropped_reason is null
          join family_member m on m.family_id = s.family_id and m.id = s.member_id
        where a.plan_id = p.id and a.kind = 'meeting'
          and (t.person_id is not null or m.id = t.member_id or m.kind in ('child', 'unborn'))
        having count(*) > 0) r on true
    where p.family_id = (select entered_family()) and p.state in ('invited', 'meeting')
      and (t.person_id = (select viewer_person()) or (t.member_id = (select viewer_member()) and t.is_admitted))
      and t.role in ('caseDirector', 'professional', 'family') and t.attendance <> 'absent'
    order by p.kind, p.ordinal;
end $$;

-- What meetings found of the goals: percentages, reviews of safety goals, and whether a goal is good enough.
create function goal_findings() returns json
language plpgsql stable as $$
begin
  return json_build_object(
    'evaluations', (select json_agg(json_build_object('goalId', e.goal_id, 'planId', e.plan_id, 'percent', e.percent))
      from goal_evaluation e where e.percent is not null),
    'reviews', (select json_agg(json_build_object('goalId', r.goal_id, 'planId', r.plan_id, 'result', r.result))
      from goal_review r where r.result is not null),
    'verdicts', (
      select json_agg(json_build_object('goalId', v.goal_id, 'planId', v.plan_id, 'isGoodEnough', v.is_good_enough))
      from goal_verdict v where v.is_good_enough is not null));
end $$;

revoke execute on function goal_findings() from public;
grant execute on function goal_findings() to gips_app;
