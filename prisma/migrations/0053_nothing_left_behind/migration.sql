-- What is left behind no more: mails with the reminders of several dossiers, and a signal that reaches nobody.

-- A mail with reminders may tell of several dossiers, so that it belongs to none and no erasure took it along. It goes with the
-- last of them, as every other message goes with its dossier; until then what it says of an erased one is taken out.
create function digest_is_over(p_message message) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_message.kind = 'reminders' and p_message.family_id is null
    and not exists (select from reminder r where r.message_id = p_message.id)
    and not exists (
      select from jsonb_array_elements(coalesce(p_message.payload -> 'lines', '[]')) l
      join family f on f.code = l ->> 'code' and f.state <> 'erased')
$$;

create function erase_from_digests(p_messages uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  update message m set payload = jsonb_set(m.payload, '{lines}', coalesce((
      select jsonb_agg(l) from jsonb_array_elements(m.payload -> 'lines') l
      where exists (select from family f where f.code = l ->> 'code' and f.state <> 'erased')), '[]'))
    where m.id = any (p_messages) and m.kind = 'reminders' and m.family_id is null and m.payload ? 'lines'
$$;

-- As before, and the mails with reminders that told of it.
create or replace function erase_next_dossier(p_forms text[]) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  fam family;
  people uuid[];
  removals text;
  digests uuid[];
begin
  if not exists (select from family f
    where f.state = 'closed' and erasure_step(f.retention_until, f.legal_hold, f.erasure_told_on, dutch_today()) = 'erase')
  then return null; end if;
  -- No line of it is being sealed meanwhile: the sealer holds the same lock.
  perform pg_advisory_xact_lock(hashtextextended('gips audit sealer', 0));
  select f.* into fam from family f
    where f.state = 'closed' and erasure_step(f.retention_until, f.legal_hold, f.erasure_told_on, dutch_today()) = 'erase'
    order by f.retention_until, f.id limit 1 for update skip locked;
  if not found then return null; end if;
  people := accounts_of_this_family_only(fam.id);
  digests := array(select distinct r.message_id from reminder r where r.family_id = fam.id and r.message_id is not null);
  perform keep_nameless(fam, p_forms);
  -- One statement, so that no order of tables matters to the references between them.
  select string_agg(format('d%s as (delete from %I where family_id = $1)', c.oid, c.relname), ', ') into removals
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'family_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'audit_line';
  execute 'with ' || removals || ' select' using fam.id;
  delete from gips_secret.passage where family_id = fam.id;
  update account_link set sent_from_id = null where sent_from_id = fam.id;
  delete from account_link where person_id = any (people);
  delete from recovery_code where person_id = any (people);
  delete from second_factor_removal where person_id = any (people);
  delete from message where recipient_id = any (people);
  delete from session where person_id = any (people);
  delete from person where id = any (people);
  update family set state = 'erased', name = '', direction_organisation_id = null, started_on = null, ended_on = null,
      end_kind = null, end_reason = null, retention_until = null, erasure_told_on = null, key_id = '', wrapped_key = ''
    where id = fam.id;
  perform erase_from_digests(digests);
  delete from message m where m.family_id is null and m.id = any (digests) and digest_is_over(m);
  perform blank_lines(fam.id, fam.code, people);
  return fam.code;
end $$;

-- What earlier erasures left.
select erase_from_digests(array(select m.id from message m where m.kind = 'reminders' and m.family_id is null));
delete from message m where m.family_id is null and m.kind = 'reminders' and m.state not in ('waiting', 'sending')
  and digest_is_over(m);

-- As before; but where nobody directs except who reports, the chair is told at once, and in aftercare the case manager too: a
-- signal of which only its reporter knows reaches nobody. The clock tells them no second time.
create or replace function tell_of_signal(p_signal uuid, p_host text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  reported safety_signal;
  directors uuid[];
begin
  select s.* into reported from safety_signal s
    where s.family_id = entered_family() and s.id = p_signal and s.state = 'reported'
      and s.reporter_person_id = viewer_person() and may_write();
  if not found then return 0; end if;
  directors := team_to_tell(reported, array['caseDirector', 'deputy']);
  if cardinality(directors) > 0 then return tell_of_signal_to('signalReported', reported, directors, p_host); end if;
  return tell_of_signal_to('signalUnseen', reported, team_to_tell(reported, case
    when exists (select from family f where f.id = reported.family_id and f.state = 'aftercare')
    then array['gipsMaster', 'caseManager'] else array['gipsMaster'] end), p_host);
end $$;

revoke execute on function digest_is_over(message), erase_from_digests(uuid[]) from public;
