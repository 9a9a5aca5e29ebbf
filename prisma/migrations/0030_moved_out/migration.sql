-- The list of who is assessed begins with the children who live in the family: who moved out comes on it only where the
-- case director puts them there.
create or replace function open_assessment(p_plan uuid, p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
begin
  if not may_write() or p_plan not in (select writable_plans() union select scoring_plans())
    or exists (select from safety_assessment a where a.family_id = fam and a.plan_id = p_plan and a.kind = 'meeting')
  then return;
  end if;
  insert into safety_assessment (family_id, id, kind, plan_id, opened_at) values (fam, p_id, 'meeting', p_plan, gips_now())
    on conflict do nothing;
  if found then
    insert into assessed_member (family_id, id, assessment_id, member_id)
    select fam, gen_random_uuid(), p_id, m.id from family_member m
    where m.family_id = fam and m.kind in ('child', 'unborn') and m.deceased_on is null and m.moved_out_on is null;
  end if;
end $$;
