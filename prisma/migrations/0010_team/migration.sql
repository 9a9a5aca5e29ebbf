-- The team and the people: finding a colleague's account, the names that an anonymous plan must not hold, and policies
-- that were wider than the rights table (domain: who may do what).

-- The case director adds a professional by the e-mail address of an account. One address, one answer: no list, nobody
-- whose account is closed, and no account of a family member, in whatever dossier.
create function find_account(p_email text) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name from person p
  where entered_family() is not null and viewer_is('caseDirector')
    and p.email = lower(trim(p_email)) and p.closed_at is null
    and not exists (select from family_access a where a.person_id = p.id)
$$;

-- Everyone whose name may stand in a text of the entered dossier, also who left and who is hidden from the viewer: a
-- name that the viewer may not read must be replaced all the more. For the server's own use, in a fixed order.
create function names_to_anonymise()
returns table (source text, id uuid, first_names text, prefix text, surname text, initials text, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select source, id, first_names, prefix, surname, initials, name from (
    select 1 as rank, 'member' as source, m.id, m.first_names, m.prefix, m.surname, m.initials,
      concat_ws(' ', m.first_names, m.prefix, m.surname) as name, m.position
    from family_member m where m.family_id = entered_family()
    union all
    select 2, 'network', n.id, null, null, null, null, n.name, 0 from network_person n where n.family_id = entered_family()
    union all
    select 3, 'account', p.id, null, null, null, null, p.name, 0 from person p where p.id in (
      select m.person_id from team_membership m where m.family_id = entered_family()
      union select a.person_id from family_access a where a.family_id = entered_family()
      union select t.person_id from participant t where t.family_id = entered_family())
  ) everyone
  order by rank, position, id
$$;

-- As before, but the mail address and phone number of a family account are contact data of a family member: for that
-- account itself and the case director only.
create or replace function dossier_people()
returns table (person_id uuid, name text, initials text, profession text, email text, phone text,
  organisation text, sector text, place text, is_shielded boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with v as (select entered_family() as fam, viewer_person() as me, viewer_is('caseDirector') as is_director,
    viewer_is('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager') as is_team),
  hidden as (
    select s.subject, s.subject_id from shield s, v
    where not v.is_team and s.family_id = v.fam and s.subject in ('teamMember', 'memberContact')
      and (s.audience = 'allFamily' or (s.audience = 'account' and s.person_id = v.me))
      and (s.until is null or s.until > gips_now())),
  people as (
    select m.person_id,
      bool_or(m.id in (select subject_id from hidden where subject = 'teamMember')) as is_shielded,
      bool_or(exists (select from hidden h where h.subject = 'memberContact' and (m.works_with_all or exists (
        select from membership_member w
        where w.family_id = m.family_id and w.membership_id = m.id and w.member_id = h.subject_id)))) as hides_place,
      false as is_family
    from team_membership m, v where m.family_id = v.fam group by m.person_id
    union all
    select distinct a.person_id, false, false, true from family_access a, v where a.family_id = v.fam
      and not exists (select from team_membership m where m.family_id = v.fam and m.person_id = a.person_id)),
  shown as (
    select o.*, not o.is_shielded and (v.is_team or not o.hides_place)
      and (not o.is_family or v.is_director or o.person_id = v.me) as shows_contact
    from people o, v)
  select p.id,
    case when o.is_shielded then 'Een professional' else p.name end,
    case when o.is_shielded then '–' else p.initials end,
    p.profession,
    case when o.shows_contact then p.email end,
    case when o.shows_contact then p.phone end,
    case when o.is_shielded or o.hides_place then null else g.name end,
    case when o.is_shielded or o.hides_place then null else g.sector::text end,
    case when o.is_shielded or o.hides_place then null else g.place end,
    o.is_shielded
  from shown o join person p on p.id = o.person_id left join organisation g on g.id = p.organisation_id
$$;

-- Whom a member trusts, or why nobody: for whom that member's own data are, not for every account of the family.
drop policy reads on confidant;
create policy reads on confidant for select to gips_app using (family_id = (select entered_family())
  and ((select sees_everything()) or may_see('memberDetails', member_id, member_id, null)));

-- A measure of the court reads like the other details of a member; consent like the other documents.
drop policy reads on protection_measure;
create policy reads on protection_measure for select to gips_app using (family_id = (select entered_family())
  and (select viewer_is('caseDirector', 'gipsMaster', 'professional', 'caseManager', 'family'))
  and ((select sees_everything()) or may_see('memberDetails', member_id, member_id, null)));
drop policy reads on consent;
create policy reads on consent for select to gips_app using (family_id = (select entered_family())
  and ((select viewer_is('caseDirector', 'gipsMaster', 'professional')) or member_id = (select viewer_member()))
  and ((select sees_everything()) or may_see('memberDetails', member_id, member_id, null)));

revoke execute on function find_account(text), names_to_anonymise() from public;
grant execute on function find_account(text), names_to_anonymise() to gips_app;
