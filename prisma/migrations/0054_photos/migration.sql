-- Photos of people. Of a family member it is the dossier's, sealed under its key, and seen by who may see both what is
-- personal and where that member lives: a face with a street behind it tells both. A new photo is a new row.
create table member_photo (
  family_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  sealed bytea not null check (octet_length(sealed) <= 65536),
  primary key (family_id, id),
  foreign key (family_id, member_id) references family_member (family_id, id)
);
create unique index member_photo_family_id_member_id_key on member_photo (family_id, member_id);
call guard('member_photo',
  $$(select viewer_is('caseDirector', 'gipsMaster', 'professional', 'caseManager', 'family'))
    and ((select sees_everything()) or (may_see('memberDetails', member_id, member_id, null)
      and may_see('memberContact', member_id, member_id, null)))$$,
  $$(select viewer_is('caseDirector'))$$, 'insert, delete');

-- Of a professional it is their own, sealed under MASTER_KEY: `photo_id` in their row says which photo it is. Like the rest
-- of an account it is reached by functions only.
create table person_photo (
  person_id uuid primary key references person (id) on delete cascade,
  sealed bytea not null check (octet_length(sealed) <= 65536)
);

-- Whose photo this viewer may see: of who works with this family now and is not hidden from the viewer.
create function dossier_photos() returns table (person_id uuid, photo_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.photo_id from dossier_people() d join person p on p.id = d.person_id
  where p.photo_id is not null and not d.is_shielded and exists (
    select from team_membership m
    where m.family_id = entered_family() and m.person_id = p.id and (m.until is null or m.until > gips_now()))
$$;

create function dossier_photo(p_person uuid) returns table (photo_id uuid, sealed bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.photo_id, f.sealed from dossier_photos() d join person_photo f on f.person_id = d.person_id
  where d.person_id = p_person
$$;

create function own_photo() returns table (photo_id uuid, sealed bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.photo_id, f.sealed from person p join person_photo f on f.person_id = p.id where p.id = session_person()
$$;

-- Puts this photo in the place of the one before, or takes that away. False for an account of the family: its member's photo
-- stands in the dossier.
create function change_own_photo(p_photo uuid, p_sealed bytea, p_request text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := session_person();
begin
  if me is null or is_family_account(me) then return false; end if;
  update person set photo_id = case when p_sealed is not null then p_photo end where id = me;
  delete from person_photo where person_id = me;
  if p_sealed is not null then
    insert into person_photo (person_id, sealed) values (me, p_sealed);
  end if;
  perform note_on_platform('account.own', 'account ' || me, '{"what": "photo"}', p_request);
  return true;
end $$;

-- Nobody sees the photo of an account that is closed; it does not come back with the account.
create function photo_goes_with_account() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from person_photo where person_id = new.id;
  new.photo_id := null;
  return new;
end $$;
create trigger photo_goes_with_account before update of closed_at on person
  for each row when (new.closed_at is not null and old.closed_at is null) execute function photo_goes_with_account();

revoke execute on function dossier_photos(), dossier_photo(uuid), own_photo(), change_own_photo(uuid, bytea, text),
  photo_goes_with_account() from public;
grant execute on function dossier_photos(), dossier_photo(uuid), own_photo(), change_own_photo(uuid, bytea, text) to gips_app;
