-- A region's own series of agendas: the national ones less questions that may be left out. A series has versions; a dossier
-- keeps the series that its region had when it was registered, a plan keeps the version with which it began
-- (docs/decisions/0026).

-- CreateTable
CREATE TABLE "agenda_series" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agenda_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_series_version" (
    "series_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agenda_series_version_pkey" PRIMARY KEY ("series_id","number")
);

-- CreateTable
CREATE TABLE "optional_item" (
    "kind" "plan_kind" NOT NULL,
    "agenda_version" INTEGER NOT NULL,
    "item_key" TEXT NOT NULL,

    CONSTRAINT "optional_item_pkey" PRIMARY KEY ("kind","agenda_version","item_key")
);

-- CreateTable
CREATE TABLE "series_left_out" (
    "series_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "plan_kind" NOT NULL,
    "agenda_version" INTEGER NOT NULL,
    "item_key" TEXT NOT NULL,

    CONSTRAINT "series_left_out_pkey" PRIMARY KEY ("series_id","number","kind","agenda_version","item_key")
);

-- AlterTable
ALTER TABLE "region" ADD COLUMN     "series_id" UUID;

-- AlterTable
ALTER TABLE "family" ADD COLUMN     "series_id" UUID;

-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "series_id" UUID,
ADD COLUMN     "series_number" INTEGER,
ADD COLUMN     "left_out" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "agenda_series"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family" ADD CONSTRAINT "family_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "agenda_series"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_series_id_series_number_fkey" FOREIGN KEY ("series_id", "series_number") REFERENCES "agenda_series_version"("series_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agenda_series_version" ADD CONSTRAINT "agenda_series_version_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "agenda_series"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agenda_series_version" ADD CONSTRAINT "agenda_series_version_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "series_left_out" ADD CONSTRAINT "series_left_out_series_id_number_fkey" FOREIGN KEY ("series_id", "number") REFERENCES "agenda_series_version"("series_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "series_left_out" ADD CONSTRAINT "series_left_out_kind_agenda_version_item_key_fkey" FOREIGN KEY ("kind", "agenda_version", "item_key") REFERENCES "optional_item"("kind", "agenda_version", "item_key") ON DELETE NO ACTION ON UPDATE NO ACTION;

alter table plan alter column left_out set not null;

alter table agenda_series add constraint series_name_is_a_line check (name = trim(name) and char_length(name) between 1 and 80);
-- Two series of one name would be told apart by nobody; put_agenda_series looks here.
create unique index agenda_series_one_name on agenda_series (lower(name));
alter table agenda_series_version add constraint series_numbers_begin_at_one check (number >= 1);
alter table plan add constraint left_out_by_a_series
  check ((series_id is null) = (series_number is null) and (series_id is not null or left_out = '{}'));

-- What may be left out, as lib/domain/agendas marks it (a test compares). A question that the method demands, or that does
-- not exist, stands not here, so that no series can refer to it. A later version of an agenda adds its own rows.
insert into optional_item (kind, agenda_version, item_key) values
  ('gips1', 1, 'support.network'),
  ('gips3', 1, 'support.network'),
  ('gips4', 1, 'support.network'),
  ('gips4', 1, 'evaluation.remaining'),
  ('gips4', 1, 'riskAfterwards.factors'),
  ('gips5', 1, 'support.network'),
  ('gips5', 1, 'table.rules'),
  ('gips5', 1, 'table.relapsePlans'),
  ('gips5', 1, 'table.help'),
  ('gips5', 1, 'table.confidants'),
  ('gips5', 1, 'table.mattersMost'),
  ('gips5', 1, 'table.place');

-- Read and written by the functions below alone.
alter table agenda_series enable row level security;
alter table agenda_series_version enable row level security;
alter table optional_item enable row level security;
alter table series_left_out enable row level security;

-- What a dossier and a plan keep -----------------------------------------------------------------------------------------
-- A new dossier gets the series of its region at that moment, whatever the statement says, and keeps it.
create function family_takes_series() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.series_id := (select r.series_id from region r where r.id = new.region_id);
  elsif new.series_id is distinct from old.series_id then
    raise exception 'a dossier keeps its series of agendas' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger takes_series before insert or update of series_id on family for each row execute function family_takes_series();

-- A new plan begins with the newest version of the dossier's series, whatever the statement says, and keeps its agenda.
create function plan_takes_agenda() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.series_id := (select f.series_id from family f where f.id = new.family_id);
    new.series_number := (select max(v.number) from agenda_series_version v where v.series_id = new.series_id);
    new.left_out := array(select l.item_key from series_left_out l
      where l.series_id = new.series_id and l.number = new.series_number and l.kind = new.kind
        and l.agenda_version = new.agenda_version order by l.item_key);
  elsif (new.kind, new.agenda_version, new.series_id, new.series_number, new.left_out)
    is distinct from (old.kind, old.agenda_version, old.series_id, old.series_number, old.left_out)
  then
    raise exception 'a plan keeps the agenda with which it began' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger takes_agenda before insert or update of kind, agenda_version, series_id, series_number, left_out on plan
  for each row execute function plan_takes_agenda();

-- What the entered dossier's series leaves out of an agenda now: for the blank agenda of a plan that did not begin.
create function left_out_of_dossier(p_kind text, p_agenda_version int) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select l.item_key from family f join series_left_out l on l.series_id = f.series_id
  where f.id = (select entered_family()) and l.kind::text = p_kind and l.agenda_version = p_agenda_version
    and l.number = (select max(v.number) from agenda_series_version v where v.series_id = f.series_id)
  order by 1
$$;

-- What an administrator reads and does -----------------------------------------------------------------------------------
-- Every series as it is now, with the regions that chose it.
create function agenda_series_in_list()
returns table (id uuid, name text, number int, changed_at timestamptz, left_out jsonb, regions jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.name, v.number, v.made_at,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'agendaVersion', l.agenda_version, 'key', l.item_key)
        order by l.kind, l.item_key), '[]')
      from series_left_out l where l.series_id = v.series_id and l.number = v.number),
    (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) order by r.name), '[]')
      from region r where r.series_id = s.id)
  from agenda_series s join agenda_series_version v on v.series_id = s.id
  where (select viewer_administers())
    and v.number = (select max(l.number) from agenda_series_version l where l.series_id = s.id)
  order by lower(s.name)
$$;

-- Adds a series, or the next version of one. p_base: the version that was looked at, 0 for a new one. p_left_out: kind,
-- agendaVersion and key of each question. Answers 'kept', 'taken' (another has this name) or 'changed' (somebody was first).
create function put_agenda_series(p_id uuid, p_base int, p_name text, p_left_out jsonb, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := demand_administrator();
  latest int;
begin
  if exists (select from agenda_series s where lower(s.name) = lower(p_name) and s.id <> p_id) then return 'taken'; end if;
  if p_base = 0 then
    insert into agenda_series (id, name, created_at) values (p_id, p_name, gips_now()) on conflict (id) do nothing;
  end if;
  perform from agenda_series s where s.id = p_id for update;
  latest := coalesce((select max(v.number) from agenda_series_version v where v.series_id = p_id), 0);
  if latest <> p_base then return 'changed'; end if;
  update agenda_series set name = p_name where id = p_id;
  insert into agenda_series_version (series_id, number, made_by_id, made_at) values (p_id, latest + 1, me, gips_now());
  insert into series_left_out (series_id, number, kind, agenda_version, item_key)
    select distinct p_id, latest + 1, l.kind::plan_kind, l."agendaVersion", l.key
    from jsonb_to_recordset(p_left_out) as l(kind text, "agendaVersion" int, key text);
  perform note_on_platform('agendas.manage', 'agendas ' || p_id,
    jsonb_build_object('version', latest + 1, 'leftOut', jsonb_array_length(p_left_out)), p_request);
  return 'kept';
exception when unique_violation then
  return 'taken';
end $$;

-- The agendas with which a region's new dossiers start; null: the national ones. Says whether region and series are there.
create function choose_agenda_series(p_region uuid, p_series uuid, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform demand_administrator();
  if p_series is not null and not exists (select from agenda_series s where s.id = p_series) then return false; end if;
  update region set series_id = p_series where id = p_region;
  if not found then return false; end if;
  perform note_on_platform('agendas.manage', 'region ' || p_region, jsonb_build_object('series', p_series), p_request);
  return true;
end $$;

revoke execute on function
  family_takes_series(), plan_takes_agenda(), left_out_of_dossier(text, int), agenda_series_in_list(),
  put_agenda_series(uuid, int, text, jsonb, text), choose_agenda_series(uuid, uuid, text) from public;
grant execute on function
  left_out_of_dossier(text, int), agenda_series_in_list(), put_agenda_series(uuid, int, text, jsonb, text),
  choose_agenda_series(uuid, uuid, text) to gips_app;
