-- A percentage from one's own seat is given at the table (GIPS §3.5.5): while people are only invited, and once the plan is
-- provisional, the database takes none, as the app does. What director and note-taker write down is another branch.
create or replace function own_evaluation(p_plan uuid, p_person uuid, p_member uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from plan p
    where p.family_id = (select entered_family()) and p.id = p_plan and p.version = 0 and p.state = 'meeting'
      and p.id in (select scoring_plans()) and case
        when viewer_is('family') then p_member = viewer_member()
        else p_person = viewer_person()
      end)
$$;
