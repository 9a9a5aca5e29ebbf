-- The languages of families (docs/decisions/0039; lib/domain/mail-words.ts has the same list), and the app that tells at once what
-- waits for the morning in the mail.

alter table person drop constraint person_language_is_written;
alter table person add constraint person_language_is_written check (language in ('nl', 'en', 'ar', 'tr', 'pl', 'uk'));

-- As before. Beyond Dutch and English there is mail for families only: nobody else's choice of such a language is taken.
create or replace function change_own_mail(p_left_out text[], p_weekday int, p_request text, p_language text default null) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := session_person();
begin
  if p_language not in ('nl', 'en') and not is_family_account(me) then return false; end if;
  update person set mail_left_out = p_left_out, digest_weekday = p_weekday, language = coalesce(p_language, language)
    where id = me;
  if not found then return false; end if;
  perform note_on_platform('account.own', 'account ' || me, '{"what": "mail"}', p_request);
  return true;
end $$;

-- As before, with the language of the invitation and of all mail after it. Whoever set up the account chose already.
drop function invite_family_member(uuid, uuid, text, jsonb, text);
create function invite_family_member(p_person uuid, p_member uuid, p_email text, p_link jsonb, p_request text,
  p_language text default null)
returns table (outcome text, person_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam uuid := demand_director();
  who family_member;
  known person;
  said text;
begin
  perform demand_link_proof('invitation', p_link);
  select * into who from family_member m where m.family_id = fam and m.id = p_member and m.deceased_on is null;
  if not found then return query select 'absent', null::uuid; return; end if;
  if not exists (select from member_details d where d.family_id = fam and d.member_id = p_member and d.safe_channel = 'email')
  then return query select 'unsafe', null::uuid; return; end if;
  select * into known from person p where p.email = lower(p_email);
  if known.id is not null then
    said := case
      when known.closed_at is not null or not is_family_account(known.id) or is_of_somebody_else(known, who) then 'taken'
      when known.password_hash is not null then 'known'
      when send_account_link(known.id, 'invitation', interval '7 days', fam, p_link) then 'invited'
      else 'often' end;
    if said = 'invited' then
      update person p set language = coalesce(p_language, p.language) where p.id = known.id;
    end if;
    return query select said, known.id;
    return;
  end if;
  said := make_account(p_person,
    jsonb_build_object('email', p_email, 'name', concat_ws(' ', who.first_names, who.prefix, who.surname), 'initials', who.initials),
    fam, p_link, p_request);
  if said = 'invited' then
    update person p set language = coalesce(p_language, p.language) where p.id = p_person;
  end if;
  return query select said, p_person;
end $$;

-- Since when a message whose mail was put off stands in the app. Null: since it is due.
-- AlterTable
ALTER TABLE "message" ADD COLUMN     "in_app_at" TIMESTAMPTZ(3);

-- As before, each with that moment.
create or replace function message_is_open_to(p_message message, p_person uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  fam uuid := p_message.family_id;
  about jsonb := p_message.payload;
  roles text[];
begin
  if p_message.state in ('cancelled', 'dropped') or coalesce(p_message.in_app_at, p_message.due_at) > gips_now() then return false; end if;
  if fam is null then return true; end if;
  roles := roles_in(p_person, fam);
  return cardinality(roles) > 0
    and (about -> 'planId' is null or not plan_is_shielded_from(fam, (about ->> 'planId')::uuid, p_person))
    and (about -> 'meeting' is null or not plan_is_shielded_from(fam, (
      select g.plan_id from meeting g where g.family_id = fam and g.id = (about ->> 'meeting')::uuid), p_person))
    and (about -> 'agreements' is null or exists (
      select from agreement a
      where a.family_id = fam and about -> 'agreements' ? a.id::text and may_know_agreement(fam, a.id, p_person)))
    and (about -> 'signal' is null or roles && array['caseDirector', 'gipsMaster', 'caseManager'] or exists (
      select from signal_view v
      where v.family_id = fam and v.signal_id = (about ->> 'signal')::uuid and v.person_id = p_person))
    and (about -> 'assessment' is null or roles && array['caseDirector', 'gipsMaster', 'professional', 'caseManager']);
end $$;

create or replace function has_unread_messages(p_person uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from message m where m.recipient_id = p_person and m.read_at is null) then return false; end if;
  return p_person = session_person() and exists (
    select from (
      select m.id from message m
      where m.recipient_id = p_person and m.read_at is null and coalesce(m.in_app_at, m.due_at) <= gips_now()
        and m.state not in ('cancelled', 'dropped')
      order by m.due_at desc limit 50) newest
    join message m on m.id = newest.id
    where message_is_open_to(m, p_person));
end $$;

create or replace function read_my_messages() returns table (id uuid, kind text, payload jsonb, at timestamptz, is_new boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  me uuid := session_person();
begin
  if me is null then return; end if;
  return query
    with newest as materialized (
      select m.* from message m
      where m.recipient_id = me and coalesce(m.in_app_at, m.due_at) <= gips_now() and m.state not in ('cancelled', 'dropped')
      order by m.due_at desc, m.id desc limit 400),
    marked as (
      update message m set read_at = gips_now()
      where m.recipient_id = me and m.read_at is null and coalesce(m.in_app_at, m.due_at) <= gips_now())
    select m.id, m.kind, m.payload - 'link', coalesce(m.in_app_at, m.due_at), m.read_at is null from newest n join message m on m.id = n.id
    where message_is_open_to(m, me)
    order by coalesce(m.in_app_at, m.due_at) desc, m.id desc limit 200;
end $$;

revoke execute on function invite_family_member(uuid, uuid, text, jsonb, text, text) from public;
grant execute on function invite_family_member(uuid, uuid, text, jsonb, text, text) to gips_app;
