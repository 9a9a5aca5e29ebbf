-- Why a message about a dossier is not wanted any more, for its director: a fixed sentence, put into words by
-- lib/domain/delivery-words.ts. Asked by the worker when it drops the message; mails with reminders have reasons of their own.
create function why_not_sent(p_id uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when p.closed_at is not null then 'the account is closed'
    when not dossier_takes_message(m.id) then 'the dossier is closed'
    when m.family_id is null then 'its reason is gone'
    when cardinality(roles_in(p.id, m.family_id)) = 0 then 'the involvement has ended'
    when not mail_is_safe_for(m.family_id, p.id) then 'no safe channel'
    else 'its reason is gone' end
  from message m join person p on p.id = m.recipient_id where m.id = p_id
$$;
revoke execute on function why_not_sent(uuid) from public;
grant execute on function why_not_sent(uuid) to gips_worker;
