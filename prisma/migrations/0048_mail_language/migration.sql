-- The language in which somebody gets their mail (lib/domain/mail-words.ts has the same list).
update person set language = 'nl' where language not in ('nl', 'en');
alter table person add constraint person_language_is_written check (language in ('nl', 'en'));

drop function own_mail();
create function own_mail() returns table (left_out text[], weekday int, language text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.mail_left_out, p.digest_weekday, p.language from person p where p.id = session_person()
$$;

-- As before, with the language; without one it stays as it is.
drop function change_own_mail(text[], int, text);
create function change_own_mail(p_left_out text[], p_weekday int, p_request text, p_language text default null) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := session_person();
begin
  update person set mail_left_out = p_left_out, digest_weekday = p_weekday, language = coalesce(p_language, language)
    where id = me;
  if not found then return false; end if;
  perform note_on_platform('account.own', 'account ' || me, '{"what": "mail"}', p_request);
  return true;
end $$;

revoke execute on function own_mail(), change_own_mail(text[], int, text, text) from public;
grant execute on function own_mail(), change_own_mail(text[], int, text, text) to gips_app;
