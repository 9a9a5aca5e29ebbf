import type { Client } from 'pg'

/** Professionals work with so many families each. */
const FAMILIES_OF_ONE_TEAM = 15
/** Lines in the trail of one family that was worked with for a while. */
const LINES_OF_ONE_FAMILY = 60
/** Codes of copies begin here: G-100001. */
const FIRST_CODE = 100_000

interface Table {
  name: string
  columns: { name: string; type: string; refersTo: string | null }[]
}

/**
 * Fills a database with copies number `from` to `to` of one dossier: every row of every dossier table under new keys, a
 * team of copied professionals for each fifteen families, and a trail. One statement a table, as the owner; rows of one
 * family lie spread over each table, as they would after years. Ids inside frozen JSON stay those of the original, and
 * contact data cannot be opened (it is sealed under the original's place): for measuring, not for reading. The owner must
 * have been allowed to set session_replication_role.
 */
export async function copyFamily(owner: Client, code: string, from: number, to: number): Promise<void> {
  const tables = await dossierTables(owner)
  await owner.query('begin')
  // What is copied was checked when the original was written, and nobody is looking at it yet: no triggers.
  await owner.query('set local session_replication_role = replica')
  await owner.query(copyOfPeople(tables), [code, from, to])
  for (const table of tables) {
    await owner.query(copyOf(table), [code, from, to])
  }
  await owner.query(trail, [code, from, to, LINES_OF_ONE_FAMILY])
  await owner.query('commit')
}

const tablesWithReferences = `
  select c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
    (select k.confrelid::regclass::text from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'f' and k.conkey[cardinality(k.conkey)] = a.attnum
      order by cardinality(k.conkey) limit 1) as refers_to
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'audit%'
    and (c.relname = 'family' or exists (
      select from pg_attribute f where f.attrelid = c.oid and f.attname = 'family_id' and f.attnotnull))
  order by c.relname, a.attnum`

async function dossierTables(owner: Client): Promise<Table[]> {
  const { rows } = await owner.query<{ name: string; column: string; type: string; refers_to: string | null }>(
    tablesWithReferences,
  )
  const tables = new Map<string, Table>()
  for (const { name, column, type, refers_to } of rows) {
    const table = tables.get(name) ?? { name, columns: [] }
    table.columns.push({ name: column, type, refersTo: refers_to })
    tables.set(name, table)
  }
  return [...tables.values()]
}

function copyOf({ name, columns }: Table): string {
  const key = name === 'family' ? 'id' : 'family_id'
  return `
    insert into ${name} (${columns.map((column) => quoted(column.name)).join(', ')})
    select ${columns.map((column) => copied(name, column)).join(', ')}
    from (select r.* from ${name} r where r.${key} = (select id from family where code = $1)) r,
      generate_series($2::int, $3::int) n`
}

function copied(table: string, { name, type, refersTo }: Table['columns'][number]): string {
  const column = `r.${quoted(name)}`
  if (table === 'family' && name === 'code') {
    return `'G-' || (${FIRST_CODE} + n)`
  }
  if (name === 'token_hash') {
    return `sha256(${column} || n::text::bytea)`
  }
  if (type !== 'uuid' || refersTo === 'region' || refersTo === 'organisation') {
    return column
  }
  const isPerson = refersTo === 'person' || (refersTo === null && name.endsWith('person_id'))
  return newId(column, isPerson ? `(n / ${FAMILIES_OF_ONE_TEAM})` : 'n')
}

/** A key of a copy follows from the original's, so that references between copied rows hold without being looked up. */
function newId(column: string, copy: string): string {
  return `md5(${column}::text || ${copy})::uuid`
}

/** Everyone whom a row of the dossier names, once for each team. */
function copyOfPeople(tables: readonly Table[]): string {
  const named = tables.flatMap(({ name, columns }) =>
    columns
      .filter(({ refersTo }) => refersTo === 'person')
      .map((column) => `select ${quoted(column.name)} from ${name}, original where family_id = original.id`),
  )
  return `
    with original as (select id from family where code = $1)
    insert into person (id, name, initials, email, phone, profession, organisation_id)
    select ${newId('p.id', 'team')}, p.name, p.initials, 'team' || team || '.' || p.email, p.phone, p.profession, p.organisation_id
    from person p, generate_series($2::int / ${FAMILIES_OF_ONE_TEAM}, $3::int / ${FAMILIES_OF_ONE_TEAM}) team
    where p.id in (${named.join(' union ')})
    on conflict do nothing`
}

const trail = `
  insert into audit_line (family_id, person_id, person_name, roles, kind, "right", subject)
  select f.id, m.person_id, p.name, array[m.role::text], 'read', 'dossier.read', null
  from generate_series(1, $4::int) line, generate_series($2::int, $3::int) n
  join family o on o.code = $1
  join family f on f.code = 'G-' || (${FIRST_CODE} + n)
  join lateral (select * from team_membership t where t.family_id = f.id order by t.id limit 1) m on true
  join person p on p.id = m.person_id`

function quoted(name: string): string {
  return `"${name}"`
}
