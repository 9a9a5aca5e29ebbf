import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AuditLine, BEGINNING, LINE_COLUMNS, lineHash } from '@/lib/jobs/audit/line-hash'
import { createSealer } from '@/lib/jobs/audit/seal'
import { prepareTrail, SECRET, type Trail, writeLines } from '@/tests/jobs/trail'

// Someone with all rights on the database, but without APP_SECRET and without the folder of exported heads.

let trail: Trail
const family = v7()
const chain = family

beforeEach(async () => {
  trail = await prepareTrail()
  await writeLines(trail, family, 6)
  await writeLines(trail, null, 3)
  await trail.sealer.sealAll()
  for (const table of ['audit_line', 'audit_seal']) {
    await trail.sql.query(`alter table ${table} disable trigger ${table}_append_only`)
  }
})
afterEach(() => trail.close())

/** Makes the seals and the head of the chain fit its lines again, as far as that goes without the key. */
async function rechain(): Promise<void> {
  const { rows } = await trail.sql.query<AuditLine & { position: string }>(
    `select s.position::text, ${LINE_COLUMNS} from audit_seal s join audit_line l on l.id = s.line_id
     where s.chain = $1 order by s.position`,
    [chain],
  )
  let hash: Buffer = BEGINNING
  for (const row of rows) {
    hash = lineHash(hash, Number(row.position), row)
    await trail.sql.query('update audit_seal set hash = $3 where chain = $1 and position = $2', [
      chain,
      row.position,
      hash,
    ])
  }
  await trail.sql.query('update audit_head set position = $2, hash = $3 where chain = $1', [chain, rows.length, hash])
}

test('an honest trail is whole', async () => {
  expect(await trail.verify()).toEqual({ lines: 9, chains: 2, exportedHeads: 2, findings: [] })
})

test.each([
  ['who did it', `person_name = 'Iemand anders'`],
  ['when', `at = at + interval '1 microsecond'`],
  ['what', `kind = 'change'`],
  ['with which role', `roles = '{caseDirector}'`],
  ['the detail', `detail = '{"n": 3}'`],
  ['the subject', 'subject = null'],
  ['the request', `request_id = 'x'`],
  ['the session', 'session_id = gen_random_uuid()'],
  ['the dossier', 'family_id = null'],
])('an edit is found: %s', async (_what, change) => {
  await trail.sql.query(`update audit_line set ${change} where id = 4`)
  const { findings } = await trail.verify()
  expect(findings).toMatchObject([{ chain, position: 4, lineId: '4' }])
})

test('a removed line is found, with or without its seal', async () => {
  await trail.sql.query('delete from audit_line where id = 3')
  expect((await trail.verify()).findings).toEqual([
    { chain, position: 3, lineId: '3', problem: 'the line was removed' },
  ])
  await trail.sql.query('delete from audit_seal where line_id = 3')
  expect((await trail.verify()).findings).toEqual([
    { chain, position: 4, lineId: '4', problem: '1 seals are missing before this one' },
  ])
})

test('two lines that changed places are found', async () => {
  await trail.sql.query(`update audit_seal set line_id = -1 where line_id = 2`)
  await trail.sql.query(`update audit_seal set line_id = 2 where line_id = 5`)
  await trail.sql.query(`update audit_seal set line_id = 5 where line_id = -1`)
  expect((await trail.verify()).findings).toMatchObject([{ chain, position: 2, lineId: '5' }])
})

test('a cut tail is found, also when the head was put back', async () => {
  const { rows } = await trail.sql.query('select hash from audit_seal where line_id = 4')
  await trail.sql.query('delete from audit_seal where line_id in (5, 6)')
  await trail.sql.query('delete from audit_line where id in (5, 6)')
  expect((await trail.verify()).findings).toMatchObject([
    { chain, position: 5, problem: expect.stringContaining('cut') },
  ])
  await trail.sql.query('update audit_head set position = 4, hash = $2 where chain = $1', [chain, rows[0]?.hash])
  expect((await trail.verify()).findings).toMatchObject([
    { chain, position: 4, problem: expect.stringContaining('key') },
  ])
})

test('a tail that was cut back to an older head, signed by us, is found by the exported head', async () => {
  const { rows } = await trail.sql.query('select * from audit_head where chain = $1', [chain])
  await writeLines(trail, family, 2)
  await trail.sealer.sealAll()
  await trail.sql.query('delete from audit_seal where chain = $1 and position > 6', [chain])
  await trail.sql.query('delete from audit_line where family_id = $1 and id > 6', [family])
  const { position, hash, mac } = rows[0] ?? {}
  await trail.sql.query('update audit_head set position = $2, hash = $3, mac = $4 where chain = $1', [
    chain,
    position,
    hash,
    mac,
  ])
  expect((await trail.verify()).findings).toEqual([
    { chain, position: 7, lineId: null, problem: 'the chain was cut: the exported head says 8 lines' },
  ])
})

test('a line put in between is found, with or without a seal', async () => {
  const insert = `insert into audit_line (id, at, transaction, family_id, roles, kind, "right")
    select 1000, at, transaction, family_id, '{}', 'read', 'x' from audit_line where id = 3`
  await trail.sql.query(insert)
  await trail.sql.query(`update audit_line set at = at - interval '1 hour' where id = 1000`)
  expect((await trail.verify()).findings).toMatchObject([
    { chain, lineId: '1000', problem: expect.stringContaining('seal') },
  ])
  await createSealer(trail.worker, SECRET, trail.folder).sealAll()
  expect((await trail.verify()).findings).toMatchObject([
    { chain, position: 7, lineId: '1000', problem: expect.stringContaining('put in later') },
  ])
  await trail.sql.query(
    'update audit_seal set position = position + 100 where chain = $1 and position between 4 and 6',
    [chain],
  )
  await trail.sql.query('update audit_seal set position = 4 where line_id = 1000')
  await trail.sql.query('update audit_seal set position = position - 99 where chain = $1 and position > 100', [chain])
  expect((await trail.verify()).findings).toMatchObject([{ chain, position: 4, lineId: '1000' }])
})

test('a chain made anew without the key is found, and the sealer does not continue it', async () => {
  await trail.sql.query(`update audit_line set person_name = 'Iemand anders' where id = 2`)
  await rechain()
  const anew = { chain, position: 6, lineId: '6', problem: expect.stringContaining('made anew') }
  expect((await trail.verify()).findings).toEqual([anew])
  await writeLines(trail, family, 1)
  await writeLines(trail, null, 1)
  expect(await createSealer(trail.worker, SECRET, trail.folder).sealAll()).toBe(1)
  expect((await trail.verify()).findings).toEqual([anew])

  rmSync(join(trail.folder, `${chain}.json`))
  expect((await trail.verify()).findings).toEqual([
    { chain, position: 6, lineId: null, problem: 'the chain was made anew: its head was not signed with our key' },
  ])
  expect(await createSealer(trail.worker, SECRET, trail.folder).sealAll()).toBe(0)
})

test('a chain that was removed as a whole is found by its exported head, and is not begun anew', async () => {
  await trail.sql.query('delete from audit_line where family_id = $1', [family])
  await trail.sql.query('delete from audit_seal where chain = $1', [chain])
  await trail.sql.query('delete from audit_head where chain = $1', [chain])
  const cut = { chain, position: 1, lineId: null, problem: 'the chain was cut: the exported head says 6 lines' }
  expect((await trail.verify()).findings).toEqual([cut])
  await writeLines(trail, family, 8)
  expect(await createSealer(trail.worker, SECRET, trail.folder).sealAll()).toBe(0)
  expect((await trail.verify()).findings).toEqual([cut])
})

test('a changed exported head is refused by name', async () => {
  const path = join(trail.folder, `${chain}.json`)
  writeFileSync(path, JSON.stringify({ chain, position: 4, hash: 'ab'.repeat(32), mac: 'cd'.repeat(32) }))
  await expect(trail.verify()).rejects.toThrow(path)
})

test('a line that has been without a seal for over ten seconds is found; a new one is not', async () => {
  await writeLines(trail, family, 1)
  expect((await trail.verify()).findings).toEqual([])
  await trail.sql.query(`update audit_line set at = at - interval '11 seconds' where id = 10`)
  expect((await trail.verify()).findings).toEqual([
    { chain, position: null, lineId: '10', problem: 'without a seal for over 10 s (1 lines)' },
  ])
})

test('heads that were signed by someone else are found', async () => {
  await trail.sql.query('update audit_head set mac = $1', [Buffer.alloc(32)])
  expect((await trail.verify()).findings).toHaveLength(2)
})
