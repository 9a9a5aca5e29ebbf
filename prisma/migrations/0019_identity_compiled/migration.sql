-- The functions by which every row policy asks who is looking, in a form that PostgreSQL keeps compiled for the whole
-- connection. As SQL functions they were set up anew at each of the hundred places where a page's policies call them,
-- which cost three times what they do (docs/performance.md). What they answer is the same as before.

-- The roles of the account itself, from the line that the gate wrote in this very transaction (docs/decisions/0012).
create or replace function account_roles() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := nullif(current_setting('gips.family', true), '')::uuid;
  proven text[];
begin
  select l.roles into proven from audit_line l
    where l.id = nullif(current_setting('gips.line', true), '')::bigint
      and l.transaction = pg_current_xact_id_if_assigned() and l.kind <> 'refusal' and l.family_id = fam;
  return coalesce(proven, roles_in(account_person(), fam));
end $$;

create or replace function viewer_roles() returns text[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if nullif(current_setting('gips.view_as', true), '') is null then return account_roles(); end if;
  return roles_in(viewer_person(), nullif(current_setting('gips.family', true), '')::uuid);
end $$;

create or replace function viewer_is(variadic p_roles text[]) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return viewer_roles() && p_roles;
end $$;

-- Whoever has a role in a dossier has it through a row that refers to it: so it exists.
create or replace function entered_family() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if cardinality(viewer_roles()) > 0 then
    return nullif(current_setting('gips.family', true), '')::uuid;
  end if;
  return null;
end $$;

create or replace function account_person() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  person uuid;
begin
  select l.person_id into person from audit_line l
    where l.id = nullif(current_setting('gips.line', true), '')::bigint
      and l.transaction = pg_current_xact_id_if_assigned() and l.family_id is not null and l.kind <> 'refusal';
  if person is not null then return person; end if;
  select s.person_id into person from session s where s.id = viewer_session();
  if person is not null then return person; end if;
  select o.person_id into person from projector_pass o join person p on p.id = o.person_id
    where o.token_hash = decode(nullif(current_setting('gips.pass', true), ''), 'hex')
      and o.family_id = nullif(current_setting('gips.family', true), '')::uuid
      and o.revoked_at is null and o.expires_at > gips_now() and p.closed_at is null;
  return person;
end $$;

create or replace function viewer_person() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if nullif(current_setting('gips.view_as', true), '') is null then return account_person(); end if;
  if 'caseDirector' = any (account_roles()) then
    return current_setting('gips.view_as', true)::uuid;
  end if;
  return null;
end $$;

create or replace function sees_everything() returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  roles text[] := viewer_roles();
begin
  if 'caseDirector' = any (roles) then return true; end if;
  if not roles && array['gipsMaster', 'noteTaker', 'professional', 'caseManager'] then return false; end if;
  return not exists (
    select from shield s
    where s.family_id = nullif(current_setting('gips.family', true), '')::uuid
      and s.audience = 'professionalsElsewhere' and (s.until is null or s.until > gips_now()));
end $$;

create or replace function may_see(p_kind subject_kind, p_id uuid, p_about uuid, p_author uuid, p_own_words boolean default false)
returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return sees_row(nullif(current_setting('gips.family', true), '')::uuid, viewer_person(), viewer_roles(), viewer_member(),
    p_kind, p_id, p_about, p_author, p_own_words);
end $$;
