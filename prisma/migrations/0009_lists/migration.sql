-- Lists of agreements, in one dossier and over all dossiers of one person. Unlike the functions of the gate these run
-- with the rights of who calls them: the row policies decide about every row, also in the loops.

-- Agreements in force with what time works upon. `settled_for`: the last occurrence whose newest tick says that it was
-- done. A tick without a day stands for the due date, in a rhythm for the day on which it was given.
create function agreement_times()
returns table (id uuid, plan_id uuid, due_on date, rhythm rhythm, rhythm_until date, is_own boolean, settled_for date)
language sql stable as $$
  select a.id, a.plan_id, a.due_on, a.rhythm, a.rhythm_until, a.id in (select own_agreements()), (
    select max(t.day) from (
      select distinct on (d.day) d.day, k.state
      from agreement_tick k, lateral (select coalesce(k.for_day, case a.rhythm
        when 'once' then a.due_on else (k.ticked_at at time zone 'Europe/Amsterdam')::date end) as day) d
      where k.family_id = a.family_id and k.agreement_id = a.id
      order by d.day, k.ticked_at desc, k.id desc) t
    where t.state = 'done')
  from agreement a join plan p on p.family_id = a.family_id and p.id = a.plan_id
  where a.in_force_at is not null and a.dropped_at is null
$$;

-- The same with everything a person needs to see and tick it off.
create function agreement_cards()
returns table (id uuid, plan_kind plan_kind, plan_ordinal int, text text, by_everyone boolean, due_on date, rhythm rhythm,
  rhythm_until date, is_own boolean, settled_for date, doers jsonb, goals jsonb, last_tick jsonb)
language sql stable as $$
  with people as materialized (select person_id, name from dossier_people())
  select a.id, p.kind, p.ordinal, a.text, a.by_everyone, a.due_on, a.rhythm, a.rhythm_until, t.is_own, t.settled_for,
    (select coalesce(jsonb_agg(jsonb_build_object('id', coalesce(d.person_id, d.member_id, d.network_person_id),
        'name', coalesce(o.name, split_part(m.first_names, ' ', 1), n.name)) order by d.id), '[]')
      from agreement_doer d
      left join people o on o.person_id = d.person_id
      left join family_member m on m.family_id = d.family_id and m.id = d.member_id
      left join network_person n on n.family_id = d.family_id and n.id = d.network_person_id
      where d.family_id = a.family_id and d.agreement_id = a.id),
    (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'text', g.text) order by g.position, g.id), '[]')
      from agreement_goal l join goal g on g.family_id = l.family_id and g.id = l.goal_id
      where l.family_id = a.family_id and l.agreement_id = a.id),
    (select jsonb_build_object('state', k.state, 'remark', k.remark, 'forDay', k.for_day, 'at', k.ticked_at, 'by', o.name)
      from agreement_tick k left join people o on o.person_id = k.person_id
      where k.family_id = a.family_id and k.agreement_id = a.id
      order by k.ticked_at desc, k.id desc limit 1)
  from agreement_times() t
  join agreement a on a.id = t.id
  join plan p on p.family_id = a.family_id and p.id = a.plan_id
$$;

-- The viewer's own agreements over all dossiers that are not closed. Whoever reads them leaves a line in each dossier.
create function my_agreements(p_request text)
returns table (code text, family_name text, roles text[], card jsonb)
language plpgsql as $$
declare
  f record;
begin
  for f in select m.family_id, m.code, m.name, m.roles from my_families() m where m.state <> 'closed' loop
    continue when not step_into(f.family_id);
    return query select f.code, f.name, f.roles, to_jsonb(c) from agreement_cards() c where c.is_own;
    if found then
      perform note_line('read', 'agreements.mine', null, null, p_request);
    end if;
  end loop;
  perform set_config('gips.family', '', true);
end $$;

-- What tells which of the viewer's dossiers needs attention: plans with their meetings, closed assessments, agreements.
create function my_situations()
returns table (family_id uuid, code text, name text, state family_state, roles text[], director text, situation jsonb)
language plpgsql as $$
declare
  f record;
begin
  for f in select * from my_families() loop
    continue when not step_into(f.family_id);
    return query select f.family_id, f.code, f.name, f.state, f.roles, f.director, jsonb_build_object(
      'plans', (
        select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'ordinal', p.ordinal, 'state', p.state,
            'version', p.version, 'heldOn', g.held_on, 'part', g.part,
            'provisionalOn', (p.provisional_at at time zone 'Europe/Amsterdam')::date) order by p.kind, p.ordinal), '[]')
        from plan p left join meeting g on g.family_id = p.family_id and g.plan_id = p.id),
      'assessments', (
        select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'closedAt', a.closed_at,
            'heldOn', coalesce(g.held_on, (a.closed_at at time zone 'Europe/Amsterdam')::date),
            'assessedMembers', (select coalesce(jsonb_agg(s.member_id order by s.id), '[]') from assessed_member s
              where s.assessment_id = a.id and s.dropped_reason is null),
            'scores', (select coalesce(jsonb_agg(jsonb_build_object('memberId', s.member_id, 'scorerId', s.scorer_person_id,
                'side', s.side, 'score', s.score, 'situation', s.situation)), '[]')
              from safety_score s where s.assessment_id = a.id and s.side = 'professional'))), '[]')
        from safety_assessment a
        left join meeting g on g.family_id = a.family_id and g.plan_id = a.plan_id
        where a.closed_at is not null),
      'agreements', (
        select coalesce(jsonb_agg(jsonb_build_object('dueOn', t.due_on, 'rhythm', t.rhythm, 'rhythmUntil', t.rhythm_until,
            'settledFor', t.settled_for, 'isOwn', t.is_own)), '[]')
        from agreement_times() t));
  end loop;
  perform set_config('gips.family', '', true);
end $$;

revoke execute on function agreement_times(), agreement_cards(), my_agreements(text), my_situations() from public;
grant execute on function agreement_times(), agreement_cards(), my_agreements(text), my_situations() to gips_app;
