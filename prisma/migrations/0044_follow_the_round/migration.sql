-- Who of the family was admitted to a meeting follows its round of scores (decision 35). As standing_of_readers, with
-- whether the reader is of the family and was admitted: by the same rule as readable_plans.
create function standing_of_followers(p_family uuid, p_plan uuid, p_tokens bytea[])
returns table (token bytea, roles text[], is_note_taker boolean, plan_state plan_state, plan_version int, is_admitted boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.token, s.roles, s.is_note_taker, s.plan_state, s.plan_version,
    s.plan_state in ('invited', 'meeting') and exists (
      select from session e
      join family_access a on a.family_id = p_family and a.person_id = e.person_id
        and a.since <= gips_now() and (a.until is null or a.until > gips_now())
      join plan p on p.family_id = a.family_id and p.id = p_plan
      join meeting g on g.family_id = p.family_id and g.plan_id = p.id
      join participant t on t.family_id = g.family_id and t.meeting_id = g.id and t.member_id = a.member_id
      where e.token_hash = s.token and t.is_admitted
        and sees_row(p_family, e.person_id, s.roles, a.member_id, 'plan', p.id, p.about_member_id, null, false))
  from standing_of_readers(p_family, p_plan, p_tokens) s
$$;
revoke execute on function standing_of_followers(uuid, uuid, bytea[]) from public;
grant execute on function standing_of_followers(uuid, uuid, bytea[]) to gips_app;
