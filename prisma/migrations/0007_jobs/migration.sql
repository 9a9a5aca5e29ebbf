-- What happens later. A message becomes a job in the transaction that writes it: both exist or neither. The function runs
-- as the owner, because the app has no right on the job queue; the queue's schema is made after the migrations and is
-- looked up when a message is written.
create function queue_message_job() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Due by the clock of the product, run by the clock of the server. 25 attempts with growing delay are four days, as
  -- long as a mail server should try (RFC 5321, 4.5.4.1).
  perform graphile_worker.add_job(
    'send_message', json_build_object('id', new.id), job_key => new.id::text, max_attempts => 25,
    run_at => now() + greatest(new.due_at - gips_now() - interval '1 millisecond', interval '0'));
  return null;
end $$;
create trigger message_becomes_job after insert on message
  for each row when (new.state = 'waiting') execute function queue_message_job();

-- Messages that are not finished: the sweeper compares them with the jobs.
create index message_unfinished on message (due_at) where state in ('waiting', 'sending');

-- Whether a professional or a family account is kept from this plan (the same shields as in may_see).
create function plan_is_shielded_from(p_family uuid, p_plan uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from shield s, (select roles_in(p_person, p_family) as roles) r
    where s.family_id = p_family and s.subject = 'plan' and s.subject_id = p_plan
      and (s.until is null or s.until > gips_now()) and not 'caseDirector' = any (r.roles)
      and case s.audience
        when 'account' then s.person_id = p_person
        when 'allFamily' then r.roles = array['family']
        when 'professionalsElsewhere' then not exists (
          select from team_membership m join plan p on p.family_id = m.family_id and p.id = p_plan
          where m.family_id = p_family and m.person_id = p_person and (m.until is null or m.until > gips_now())
            and (m.works_with_all or exists (
              select from membership_member w
              where w.family_id = m.family_id and w.membership_id = m.id and w.member_id = p.about_member_id)))
      end)
$$;

-- Whether a family account may be written to by e-mail: nothing is sent before that channel is recorded as safe.
create function mail_is_safe_for(p_family uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(bool_and(coalesce(d.safe_channel, '') = 'email'), true)
  from family_access a
  left join member_details d on d.family_id = a.family_id and d.member_id = a.member_id
  where a.family_id = p_family and a.person_id = p_person and (a.until is null or a.until > gips_now())
$$;

-- A link is mailed to its own account only.
create function account_link_is_open(p_link uuid, p_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from account_link
    where id = p_link and person_id = p_person and used_at is null and expires_at > gips_now())
$$;

-- Asked at the moment of sending, because between writing and sending access may have ended or a link may be used.
create function message_is_wanted(p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from message m join person p on p.id = m.recipient_id
    where m.id = p_id and p.closed_at is null and case m.kind
      when 'planDefinitive' then cardinality(roles_in(p.id, m.family_id)) > 0
        and mail_is_safe_for(m.family_id, p.id)
        and not plan_is_shielded_from(m.family_id, (m.payload ->> 'planId')::uuid, p.id)
      when 'involvementEnded' then cardinality(roles_in(p.id, m.family_id)) = 0
      when 'accountInvitation' then account_link_is_open((m.payload ->> 'link')::uuid, p.id)
      when 'passwordReset' then account_link_is_open((m.payload ->> 'link')::uuid, p.id)
      else false
    end)
$$;

revoke execute on function
  queue_message_job(), plan_is_shielded_from(uuid, uuid, uuid), mail_is_safe_for(uuid, uuid), message_is_wanted(uuid),
  account_link_is_open(uuid, uuid) from public;
grant execute on function message_is_wanted(uuid) to gips_worker;

-- The sealer looks for lines by the transaction that wrote them: those since its last look.
drop index audit_line_by_transaction;
create index audit_line_by_transaction on audit_line (transaction);
