-- What somebody agreed to do who can do it no longer: of the family who died, and who moved out and is no parent (a parent
-- stays a parent, decision 27); of the network who no longer belongs to it. The case director hands it over or drops it,
-- as for who leaves the team (migration 0021).

create function who_left() returns table (id uuid, kind text, has_died boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, 'member', m.deceased_on is not null from family_member m
  where m.family_id = entered_family() and viewer_is('caseDirector')
    and (m.deceased_on is not null or (m.moved_out_on is not null and m.kind not in ('parent', 'stepParent') and not exists (
      select from child_adult c where c.family_id = m.family_id and c.adult_id = m.id and c.relation <> 'carer')))
  union all
  select n.id, 'network', false from network_person n
  where n.family_id = entered_family() and viewer_is('caseDirector') and n.ended_on <= dutch_today()
$$;

-- Who may take an agreement over from them: whoever is in the team, the family or its network now.
create function who_may_take_over() returns table (id uuid, person_id uuid, member_id uuid, network_person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct m.person_id, m.person_id, null::uuid, null::uuid from team_membership m
  where m.family_id = entered_family() and viewer_is('caseDirector') and (m.until is null or m.until > gips_now())
  union all
  select f.id, null, f.id, null from family_member f
  where f.family_id = entered_family() and viewer_is('caseDirector') and f.kind <> 'unborn'
    and f.id not in (select w.id from who_left() w)
  union all
  select n.id, null, null, n.id from network_person n
  where n.family_id = entered_family() and viewer_is('caseDirector') and n.id not in (select w.id from who_left() w)
$$;

create function pass_on_left_behind(p_from uuid, p_left uuid[], p_handed jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := entered_family();
begin
  if not may_write() or not viewer_is('caseDirector') or not exists (select from who_left() w where w.id = p_from) or exists (
    select from jsonb_to_recordset(p_handed) as h("personId" uuid)
    where not exists (select from who_may_take_over() t where t.id = h."personId"))
  then raise exception 'only the case director passes on what was left behind, to who is there' using errcode = 'insufficient_privilege';
  end if;
  insert into agreement_doer (family_id, id, agreement_id, person_id, member_id, network_person_id)
    select fam, gen_random_uuid(), d.agreement_id, t.person_id, t.member_id, t.network_person_id
    from jsonb_to_recordset(p_handed) as h("agreementId" uuid, "personId" uuid)
    join agreement_doer d on d.family_id = fam and d.agreement_id = h."agreementId" and p_from in (d.member_id, d.network_person_id)
    join who_may_take_over() t on t.id = h."personId"
    on conflict do nothing;
  delete from agreement_doer d
    where d.family_id = fam and p_from in (d.member_id, d.network_person_id) and (d.agreement_id = any (p_left)
      or d.agreement_id in (select h."agreementId" from jsonb_to_recordset(p_handed) as h("agreementId" uuid)));
  if exists (
    select from agreement a
    where a.family_id = fam and a.id = any (p_left) and a.dropped_at is null and not a.by_everyone
      and not exists (select from agreement_doer d where d.family_id = fam and d.agreement_id = a.id))
  then raise exception 'an agreement in force may not be left to nobody' using errcode = 'insufficient_privilege';
  end if;
end $$;

revoke execute on function who_left(), who_may_take_over(), pass_on_left_behind(uuid, uuid[], jsonb) from public;
grant execute on function who_left(), who_may_take_over(), pass_on_left_behind(uuid, uuid[], jsonb) to gips_app;
