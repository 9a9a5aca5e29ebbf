-- A term that a region makes longer counts for what is closed already, too; a shorter one never does (docs/decisions/0023).

-- As before; and what is closed is kept until the end of a longer term. Its director is told of the erasure anew, when that
-- comes. Who closes a dossier meanwhile waits, and closes it with the new term.
create or replace function put_region(p_id uuid, p_name text, p_retention_years int, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  if exists (select from region g where lower(g.name) = lower(p_name) and g.id <> p_id) then return false; end if;
  perform from family f where f.region_id = p_id order by f.id for no key update;
  insert into region (id, name, retention_years) values (p_id, p_name, p_retention_years)
    on conflict (id) do update set name = excluded.name, retention_years = excluded.retention_years;
  with kept_longer as (
    update family f set retention_until = retention_end(f.ended_on, p_retention_years), erasure_told_on = null
    where f.region_id = p_id and f.state = 'closed' and f.retention_until < retention_end(f.ended_on, p_retention_years)
    returning f.id)
  insert into audit_line (family_id, person_id, person_name, session_id, roles, kind, "right", subject, request_id)
  select k.id, p.id, p.name, viewer_session(), platform_roles_of(p.id), 'change', 'regions.manage', 'retention', p_request
  from kept_longer k, person p where p.id = session_person();
  perform note_on_platform('regions.manage', 'region ' || p_id, jsonb_build_object('retentionYears', p_retention_years), p_request);
  return true;
end $$;
