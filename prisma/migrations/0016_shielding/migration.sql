-- Shielding made whole (domain: shielding; docs/decisions/0016): what a definitive plan quotes of somebody who is hidden,
-- the network of another adult, a child's own score, and where those work who help a member whose address is hidden.

-- Looking through other eyes -------------------------------------------------------------------------------------------
-- As before; but that it is the case director who looks is known from the gate's line too (docs/decisions/0012), not
-- derived anew for each row.
create function account_roles() returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select l.roles from audit_line l
      where l.id = nullif(current_setting('gips.line', true), '')::bigint
        and l.transaction = pg_current_xact_id_if_assigned() and l.kind <> 'refusal'
        and l.family_id = nullif(current_setting('gips.family', true), '')::uuid),
    roles_in(account_person(), nullif(current_setting('gips.family', true), '')::uuid))
$$;

create or replace function viewer_person() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when nullif(current_setting('gips.view_as', true), '') is null then account_person()
    when 'caseDirector' = any (account_roles()) then current_setting('gips.view_as', true)::uuid
  end
$$;

create or replace function viewer_roles() returns text[]
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when nullif(current_setting('gips.view_as', true), '') is null then account_roles()
    else roles_in(viewer_person(), nullif(current_setting('gips.family', true), '')::uuid)
  end
$$;

-- Somebody of the network ----------------------------------------------------------------------------------------------
-- Another adult's friends may be where that adult hides. To a family account somebody of the network reads like the
-- personal data of the member to whom they belong, and of each member whose confidant they are; without either they
-- belong to the whole family. They are shielded and opened by their own id, as 'memberDetails'.
create function sees_network(p_family uuid, p_person uuid, p_roles text[], p_member uuid, p_id uuid, p_related uuid)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sees_row(p_family, p_person, p_roles, p_member, 'memberDetails', p_id, p_related, null, false)
    or exists (
      select from confidant c
      where c.family_id = p_family and c.network_person_id = p_id
        and sees_row(p_family, p_person, p_roles, p_member, 'memberDetails', p_id, c.member_id, null, false))
$$;

create function sees_network_person(p_id uuid, p_related uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select sees_network(nullif(current_setting('gips.family', true), '')::uuid, viewer_person(), viewer_roles(),
    viewer_member(), p_id, p_related)
$$;

drop policy reads on network_person;
create policy reads on network_person for select to gips_app using (family_id = (select entered_family())
  and ((select sees_everything()) or sees_network_person(id, related_member_id)));

-- Contact data go with the person, and are about the member to whom that person belongs.
drop policy reads on network_contact;
create policy reads on network_contact for select to gips_app using (family_id = (select entered_family())
  and (select viewer_is('caseDirector', 'gipsMaster', 'professional', 'caseManager'))
  and exists (
    select from network_person n
    where n.family_id = network_contact.family_id and n.id = network_contact.network_person_id
      and ((select sees_everything()) or may_see('memberContact', n.id, n.related_member_id, null))));

-- Everyone of the network, as the viewer may know them: who does something in a plan is somebody, named or not.
create function dossier_network() returns table (id uuid, name text, relation text, is_hidden boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with v as materialized (
    select entered_family() as fam, viewer_person() as me, viewer_roles() as roles, viewer_member() as self,
      sees_everything() as sees_all)
  select n.id, case when h.is_hidden then 'Iemand uit het netwerk' else n.name end,
    case when not h.is_hidden then n.relation end, h.is_hidden
  from v join network_person n on n.family_id = v.fam, lateral (
    select not v.sees_all and not sees_network(v.fam, v.me, v.roles, v.self, n.id, n.related_member_id) as is_hidden) h
$$;

-- The same for a projector: nameless when one at the table may not know them, unless they sit at the table themselves.
create function room_network(p_plan uuid) returns table (id uuid, name text, relation text, is_hidden boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, case when h.is_hidden then 'Iemand uit het netwerk' else d.name end,
    case when not h.is_hidden then d.relation end, h.is_hidden
  from dossier_network() d
  join network_person n on n.family_id = entered_family() and n.id = d.id, lateral (
    select d.is_hidden or (
      exists (
        select from room_audience(p_plan) a
        where not sees_network(n.family_id, a.person_id, a.roles, a.member_id, n.id, n.related_member_id))
      and not exists (
        select from participant t join meeting g on g.family_id = t.family_id and g.id = t.meeting_id
        where t.family_id = n.family_id and g.plan_id = p_plan and t.network_person_id = n.id and is_seated(t))
    ) as is_hidden) h
$$;

-- As before, but of the network only for whom the viewer may know.
create or replace function own_agreements() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select d.agreement_id from agreement_doer d
  where d.family_id = (select entered_family()) and (
    d.person_id = (select viewer_person()) or d.member_id = (select viewer_member())
    or ((select viewer_is('family')) and d.network_person_id in (select n.id from dossier_network() n where not n.is_hidden)))
  union
  select a.id from agreement a where a.family_id = (select entered_family()) and a.by_everyone
$$;

-- As before; who of the network is hidden does what they do without a name.
create or replace function agreement_cards()
returns table (id uuid, plan_kind plan_kind, plan_ordinal int, text text, by_everyone boolean, due_on date, rhythm rhythm,
  rhythm_until date, is_own boolean, settled_for date, doers jsonb, goals jsonb, last_tick jsonb)
language sql stable as $$
  with people as materialized (select person_id, name from dossier_people()),
    network as materialized (select n.id, n.name from dossier_network() n)
  select a.id, p.kind, p.ordinal, a.text, a.by_everyone, a.due_on, a.rhythm, a.rhythm_until, t.is_own, t.settled_for,
    (select coalesce(jsonb_agg(jsonb_build_object('id', coalesce(d.person_id, d.member_id, d.network_person_id),
        'name', coalesce(o.name, split_part(m.first_names, ' ', 1), n.name)) order by d.id), '[]')
      from agreement_doer d
      left join people o on o.person_id = d.person_id
      left join family_member m on m.family_id = d.family_id and m.id = d.member_id
      left join network n on n.id = d.network_person_id
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

-- Professionals --------------------------------------------------------------------------------------------------------
-- As before; but who leads or writes the meeting of a plan goes on reading it, with whomever they work.
create or replace function sees_row(p_family uuid, p_person uuid, p_roles text[], p_member uuid,
  p_kind subject_kind, p_id uuid, p_about uuid, p_author uuid, p_own_words boolean)
returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if 'caseDirector' = any (p_roles) then return true; end if;
  if p_roles && array['gipsMaster', 'noteTaker', 'professional', 'caseManager'] then
    return not exists (
      select from shield s
      where s.family_id = p_family and s.subject = p_kind and s.subject_id = p_id and s.audience = 'professionalsElsewhere'
        and (s.until is null or s.until > gips_now()))
      or exists (
        select from team_membership m
        where m.family_id = p_family and m.person_id = p_person and (m.until is null or m.until > gips_now())
          and p_about is not null
          and (m.works_with_all
            or exists (
              select from membership_member w
              where w.family_id = m.family_id and w.membership_id = m.id and w.member_id = p_about)
            or (p_kind = 'plan' and (m.role = 'gipsMaster' or m.plan_id = p_id))));
  end if;
  if not 'family' = any (p_roles) then return false; end if;
  if exists (
    select from shield s
    where s.family_id = p_family and s.subject = p_kind and s.subject_id = p_id
      and (s.audience = 'allFamily' or (s.audience = 'account' and s.person_id = p_person))
      and (s.until is null or s.until > gips_now()))
  then return false; end if;
  if p_author = p_person then return true; end if;
  if exists (
    select from opening o
    where o.family_id = p_family and o.subject = p_kind and o.subject_id = p_id and o.person_id = p_person
      and (o.until is null or o.until > gips_now()))
  then return true; end if;
  if p_about = p_member then return true; end if;
  if p_own_words then return false; end if;
  return p_about is null or exists (
    select from child_adult c where c.family_id = p_family and c.child_id = p_about and c.adult_id = p_member);
end $$;

-- As before; where a member lives is hidden from professionals elsewhere, so are the place and organisation of those who
-- work with that member, and their mail address, which tells it. Only members live somewhere that somebody works with:
-- hiding the address of somebody of the network hides nobody's organisation.
create or replace function dossier_people()
returns table (person_id uuid, name text, initials text, profession text, email text, phone text,
  organisation text, sector text, place text, is_shielded boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with v as (select entered_family() as fam, viewer_person() as me, viewer_is('caseDirector') as is_director,
    viewer_is('caseDirector', 'gipsMaster', 'noteTaker', 'professional', 'caseManager') as is_team),
  hidden as (
    select s.subject, s.subject_id from shield s, v
    where s.family_id = v.fam and (s.until is null or s.until > gips_now()) and (
      (not v.is_team and s.subject in ('teamMember', 'memberContact')
        and (s.audience = 'allFamily' or (s.audience = 'account' and s.person_id = v.me)))
      or (v.is_team and not v.is_director and s.subject = 'memberContact' and s.audience = 'professionalsElsewhere'
        and not viewer_works_with(s.subject_id)))),
  people as (
    select m.person_id,
      bool_or(m.id in (select subject_id from hidden where subject = 'teamMember')) as is_shielded,
      bool_or(exists (
        select from hidden h join family_member f on f.family_id = m.family_id and f.id = h.subject_id
        where h.subject = 'memberContact' and (m.works_with_all or exists (
          select from membership_member w
          where w.family_id = m.family_id and w.membership_id = m.id and w.member_id = f.id)))) as hides_place,
      false as is_family
    from team_membership m, v where m.family_id = v.fam group by m.person_id
    union all
    select distinct a.person_id, false, false, true from family_access a, v where a.family_id = v.fam
      and not exists (select from team_membership m where m.family_id = v.fam and m.person_id = a.person_id)),
  shown as (
    select o.*, not o.is_shielded and (not o.is_family or v.is_director or o.person_id = v.me) as shows_contact, v.is_team
    from people o, v)
  select p.id,
    case when o.is_shielded then 'Een professional' else p.name end,
    case when o.is_shielded then '–' else p.initials end,
    p.profession,
    case when o.shows_contact and not o.hides_place then p.email end,
    case when o.shows_contact and (o.is_team or not o.hides_place) then p.phone end,
    case when o.is_shielded or o.hides_place then null else g.name end,
    case when o.is_shielded or o.hides_place then null else g.sector::text end,
    case when o.is_shielded or o.hides_place then null else g.place end,
    o.is_shielded
  from shown o join person p on p.id = o.person_id left join organisation g on g.id = p.organisation_id
$$;

-- As before; who is shielded in one role is nameless in every other.
create or replace function my_families()
returns table (family_id uuid, code text, name text, state family_state, roles text[], plan_kind plan_kind, plan_ordinal int,
  plan_state plan_state, meeting_on date, meeting_part part_of_day, director text)
language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select f.*, roles_in(account_person(), f.id) as my_roles, a.member_id
    from family f left join family_access a on a.family_id = f.id and a.person_id = account_person()
      and (a.until is null or a.until > gips_now())
    where f.state <> 'erased' and f.id in (
      select m.family_id from team_membership m where m.person_id = account_person()
      union select c.family_id from family_access c where c.person_id = account_person()))
  select f.id, f.code, f.name, f.state, f.my_roles, p.kind, p.ordinal, p.state, g.held_on, g.part,
    (select case when f.my_roles = array['family'] and exists (
        select from team_membership e
        join shield s on s.family_id = f.id and s.subject = 'teamMember' and s.subject_id = e.id
        where e.family_id = f.id and e.person_id = m.person_id
          and (s.audience = 'allFamily' or (s.audience = 'account' and s.person_id = account_person()))
          and (s.until is null or s.until > gips_now()))
      then 'Een professional' else d.name end
      from team_membership m join person d on d.id = m.person_id
      where m.family_id = f.id and m.role = 'caseDirector' and m.until is null)
  from own f
  left join lateral (
    select * from plan l
    where l.family_id = f.id
      and sees_row(f.id, account_person(), f.my_roles, f.member_id, 'plan', l.id, l.about_member_id, null, false)
    order by l.kind desc, l.ordinal desc limit 1) p on true
  left join meeting g on g.family_id = p.family_id and g.plan_id = p.id
  where cardinality(f.my_roles) > 0
  order by f.code
$$;

-- Answers and scores ---------------------------------------------------------------------------------------------------
create function is_child(p_member uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from family_member m
    where m.family_id = nullif(current_setting('gips.family', true), '')::uuid and m.id = p_member
      and m.kind in ('child', 'unborn'))
$$;

-- Whatever its row says: what somebody of the network answered are words of their own.
drop policy reads on answer;
create policy reads on answer for select to gips_app using (family_id = (select entered_family())
  and (plan_id in (select readable_plans())
    or (respondent_member_id = (select viewer_member()) and plan_id in (select id from plan where state <> 'preparation')))
  and ((select sees_everything())
    or may_see('answer', id, about_member_id, author_person_id, is_own_words or respondent_network_id is not null)));
update frozen_row r set is_own_words = true from answer a
  where r.kind = 'answer' and a.family_id = r.family_id and a.id = r.subject_id and a.respondent_network_id is not null;

-- A proposal about nobody in particular, or a child's, reads live as it will once it is frozen.
drop policy reads on proposal;
create policy reads on proposal for select to gips_app using (family_id = (select entered_family())
  and plan_id in (select readable_plans()) and (response_id is null or response_id in (select id from plan_response))
  and ((select sees_everything())
    or may_see('answer', id, about_member_id, null, about_member_id is null or is_child(about_member_id))));

-- A score is an answer like any other; what a child gave and why are words of its own.
drop policy reads on safety_score;
create policy reads on safety_score for select to gips_app using (family_id = (select entered_family())
  and (assessment_id in (select readable_assessments())
    or (scorer_member_id = (select viewer_member()) and assessment_id in (select c.assessment_id from called_assessments() c)))
  and ((select sees_everything())
    or may_see('answer', id, about_member_id, author_person_id, is_child(scorer_member_id))));

-- What a definitive plan quotes ----------------------------------------------------------------------------------------
-- A frozen row holds names as they were, and a goal the words of its concern. `quotes` tells whose they are:
-- [{ kind: person | network | concern, id, text }]. It lies outside the hash, which is of what was adopted.
alter table frozen_row add column quotes jsonb not null default '[]';

update frozen_row r set quotes = q.quotes
from (
  select r.family_id, r.id, jsonb_agg(distinct jsonb_build_object('kind', n.kind, 'id', n.id, 'text', n.text)) as quotes
  from frozen_row r, lateral (
    select 'person' as kind, a.respondent_person_id as id, r.content ->> 'respondent' as text
      from answer a where r.kind = 'answer' and a.family_id = r.family_id and a.id = r.subject_id
    union all select 'network', a.respondent_network_id, r.content ->> 'respondent'
      from answer a where r.kind = 'answer' and a.family_id = r.family_id and a.id = r.subject_id
    union all select 'person', s.scorer_person_id, r.content ->> 'scorer'
      from safety_score s where r.kind = 'score' and s.family_id = r.family_id and s.id = r.subject_id
    union all select 'network', s.scorer_network_id, r.content ->> 'scorer'
      from safety_score s where r.kind = 'score' and s.family_id = r.family_id and s.id = r.subject_id
    union all select 'person', r.author_person_id, r.content ->> 'participant'
      where r.content ->> 'kind' = 'topThreeChoice'
    union all select 'network', s.network_person_id, r.content ->> 'who'
      from plan_response s where r.kind = 'response' and s.family_id = r.family_id and s.id = r.subject_id
    union all select 'network', s.network_person_id, r.content ->> 'who'
      from proposal o join plan_response s on s.family_id = o.family_id and s.id = o.response_id
      where r.kind = 'proposal' and o.family_id = r.family_id and o.id = r.subject_id
    union all select 'concern', g.concern_id, r.content ->> 'concern'
      from goal g where r.kind = 'goal' and g.family_id = r.family_id and g.id = r.subject_id
    union all select 'person', p.id, p.name
      from person p where r.kind = 'agreement' and r.content -> 'doers' ? p.name and p.id in (
        select m.person_id from team_membership m where m.family_id = r.family_id)
    union all select 'network', n.id, n.name
      from network_person n where r.kind = 'agreement' and n.family_id = r.family_id and r.content -> 'doers' ? n.name
  ) n where n.id is not null group by r.family_id, r.id) q
where r.family_id = q.family_id and r.id = q.id;

-- The one rule of who sees which row of a plan, live or adopted, for any person: what is the same for all rows of a plan
-- is found out once.
create function sees_plan_row(p_family uuid, p_person uuid, p_roles text[], p_member uuid,
  p_kind frozen_kind, p_subject uuid, p_about uuid, p_author uuid, p_own_words boolean)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sees_row(p_family, p_person, p_roles, p_member,
      case when p_kind in ('answer', 'response', 'proposal', 'score', 'decision') then 'answer'
        when p_kind in ('concern', 'topThree') then 'concern' when p_kind = 'goal' then 'goal'
        when p_kind = 'agreement' then 'agreement' else 'plan' end::subject_kind,
      p_subject, p_about, p_author,
      p_own_words or (p_kind in ('response', 'proposal') and (p_about is null or is_child(p_about)))
        or (p_kind = 'score' and exists (
          select from safety_score s where s.family_id = p_family and s.id = p_subject and is_child(s.scorer_member_id))))
    and not (p_kind = 'topThree' and p_own_words and 'family' = any (p_roles))
$$;

create function sees_frozen(p_kind frozen_kind, p_subject uuid, p_about uuid, p_author uuid, p_own_words boolean)
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sees_plan_row(nullif(current_setting('gips.family', true), '')::uuid, viewer_person(), viewer_roles(),
    viewer_member(), p_kind, p_subject, p_about, p_author, p_own_words)
$$;

drop policy reads on frozen_row;
create policy reads on frozen_row for select to gips_app using (family_id = (select entered_family())
  and plan_version_id in (select id from plan_version)
  and ((select sees_everything()) or sees_frozen(kind, subject_id, about_member_id, author_person_id, is_own_words)));

-- What the rows of a plan may quote and this viewer may not read: professionals, people of the network, concerns.
create function hidden_quotes() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select case when sees_everything() then '{}' else array(
    select person_id from dossier_people() where is_shielded
    union all select id from dossier_network() where is_hidden
    union all select c.id from concern c, (
        select entered_family() as fam, viewer_person() as me, viewer_roles() as roles, viewer_member() as self) v
      where c.family_id = v.fam
        and not sees_row(v.fam, v.me, v.roles, v.self, 'concern', c.id, c.about_member_id, c.author_person_id, false)) end
$$;

-- A row without what is hidden of the things it quotes.
create function as_read(p_content jsonb, p_quotes jsonb, p_hidden uuid[]) returns jsonb
language plpgsql immutable set search_path = public, pg_temp as $$
declare
  quote jsonb;
  nobody jsonb;
begin
  for quote in select e from jsonb_array_elements(p_quotes) e where (e ->> 'id')::uuid = any (p_hidden) loop
    if quote ->> 'kind' = 'concern' then
      p_content := jsonb_set(p_content, '{concern}', 'null', false);
    else
      nobody := to_jsonb(case quote ->> 'kind' when 'network' then 'Iemand uit het netwerk' else 'Een professional' end);
      select jsonb_object_agg(f.key, case
        when f.key in ('respondent', 'scorer', 'participant', 'who') and f.value = quote -> 'text' then nobody
        when f.key = 'doers' then (
          select coalesce(jsonb_agg(case when d.name = quote -> 'text' then nobody else d.name end order by d.place), '[]')
          from jsonb_array_elements(f.value) with ordinality d(name, place))
        else f.value end)
      into p_content from jsonb_each(p_content) f;
    end if;
  end loop;
  return p_content;
end $$;

-- The rows of adopted versions as the viewer may read them. The app's role reads the content by this function alone: a
-- policy decides about rows, and a name is only part of one. p_items: of these questions only.
create function frozen_rows(p_versions uuid[], p_items text[] default null)
returns table (id uuid, plan_version_id uuid, "position" int, kind frozen_kind, section_key text, item_key text,
  subject_id uuid, about_member_id uuid, content jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  with v as materialized (
    select entered_family() as fam, viewer_person() as me, viewer_roles() as roles, viewer_member() as self,
      sees_everything() as sees_all, hidden_quotes() as hidden)
  select r.id, r.plan_version_id, r.position, r.kind, r.section_key, r.item_key, r.subject_id, r.about_member_id,
    as_read(r.content, r.quotes, v.hidden)
  from v
  join frozen_row r on r.family_id = v.fam
  join plan_version w on w.family_id = r.family_id and w.id = r.plan_version_id
  where r.plan_version_id = any (p_versions) and (p_items is null or r.item_key = any (p_items))
    and w.plan_id not in (select hidden_plans())
    and (v.sees_all or sees_plan_row(v.fam, v.me, v.roles, v.self,
      r.kind, r.subject_id, r.about_member_id, r.author_person_id, r.is_own_words))
$$;

-- The same for rows of a plan that was not adopted yet: they read as they will once it is.
create function rows_as_read(p_plan uuid, p_rows jsonb) returns table ("position" int, content jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  with v as materialized (
    select entered_family() as fam, viewer_person() as me, viewer_roles() as roles, viewer_member() as self,
      hidden_quotes() as hidden)
  select r.position, as_read(r.content, r.quotes, v.hidden)
  from v, jsonb_to_recordset(p_rows) as r("position" int, kind frozen_kind, "subjectId" uuid, "aboutMemberId" uuid,
    "authorPersonId" uuid, "isOwnWords" boolean, content jsonb, quotes jsonb)
  where v.fam is not null and p_plan not in (select hidden_plans())
    and sees_plan_row(v.fam, v.me, v.roles, v.self, r.kind, r."subjectId", r."aboutMemberId", r."authorPersonId",
      r."isOwnWords")
  order by r.position
$$;

revoke select on frozen_row from gips_app;
grant select (family_id, id, plan_version_id, position, kind, section_key, item_key, subject_id, about_member_id,
  author_person_id, is_own_words, hash) on frozen_row to gips_app;

revoke execute on function
  account_roles(), sees_plan_row(uuid, uuid, text[], uuid, frozen_kind, uuid, uuid, uuid, boolean),
  sees_network(uuid, uuid, text[], uuid, uuid, uuid), sees_network_person(uuid, uuid), dossier_network(), room_network(uuid),
  is_child(uuid), sees_frozen(frozen_kind, uuid, uuid, uuid, boolean), hidden_quotes(),
  as_read(jsonb, jsonb, uuid[]), frozen_rows(uuid[], text[]), rows_as_read(uuid, jsonb)
  from public;
grant execute on function
  sees_network_person(uuid, uuid), dossier_network(), room_network(uuid), is_child(uuid),
  sees_frozen(frozen_kind, uuid, uuid, uuid, boolean), hidden_quotes(), as_read(jsonb, jsonb, uuid[]),
  frozen_rows(uuid[], text[]), rows_as_read(uuid, jsonb)
  to gips_app;
