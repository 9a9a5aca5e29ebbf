-- Extra assessments and measurements that the case director opened to a family account (docs/decisions/0044). Closed unless
-- opened, whomever they are about: so they are asked of may_see as somebody else's own words, about nobody.

-- As before, and of extra assessments a family account reads the closed ones that were opened to it.
create or replace function readable_assessments() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := nullif(current_setting('gips.family', true), '')::uuid;
  sees_extra boolean := viewer_is('caseDirector', 'gipsMaster', 'caseManager');
  is_family boolean := viewer_is('family');
  me uuid := viewer_person();
begin
  return query
    with readable as materialized (select readable_plans() as id), hidden as materialized (select hidden_plans() as id)
    select a.id from safety_assessment a left join plan p on p.family_id = a.family_id and p.id = a.plan_id
    where a.family_id = fam and (
      (a.closed_at is not null and p.version > 0 and p.id not in (select h.id from hidden h))
      or p.id in (select r.id from readable r)
      or (a.kind = 'extra' and (sees_extra
        or exists (
          select from assessment_invitee i
          where i.family_id = fam and i.assessment_id = a.id and i.person_id = me)
        or (is_family and a.closed_at is not null and may_see('assessment', a.id, null, null, true)))));
end $$;

alter policy reads on measurement using (family_id = (select entered_family())
  and ((select viewer_is('caseDirector', 'gipsMaster', 'professional', 'caseManager'))
    or ((select viewer_is('family')) and may_see('measurement', id, null, null, true))));
