-- Databases that were made before PostgreSQL 15 let everybody create in this schema.
revoke create on schema public from public;

-- The clock of the product: now, moved by the row that only tests write.
create function gips_now() returns timestamptz language sql stable security definer set search_path = public, pg_temp as $$
  select now() + coalesce((select moved_by from test_clock where id = 1), interval '0')
$$;

-- Audit lines and seals are written once. Not even the owner's own code changes one without dropping this trigger.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_line_append_only before update or delete or truncate on audit_line
  for each statement execute function audit_is_append_only();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
  for each statement execute function audit_is_append_only();

alter table audit_line enable row level security;
alter table audit_seal enable row level security;
alter table audit_head enable row level security;
alter table test_clock enable row level security;

-- The sealer of the worker: reads the lines whose transaction is over, adds seals, moves the heads.
grant select on audit_line to gips_worker;
grant select, insert on audit_seal to gips_worker;
grant select, insert, update on audit_head to gips_worker;
create policy sealer_reads on audit_line for select to gips_worker using (true);
create policy sealer_reads on audit_seal for select to gips_worker using (true);
create policy sealer_adds on audit_seal for insert to gips_worker with check (true);
create policy sealer_heads on audit_head for all to gips_worker using (true) with check (true);

create index audit_line_by_transaction on audit_line (id) include (transaction);
