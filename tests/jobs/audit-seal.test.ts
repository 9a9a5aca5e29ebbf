import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSealer } from '@/lib/jobs/audit/seal'
import { newFolder, until, withWorker } from '@/tests/jobs/ground'
import { prepareTrail, SECRET, type Trail, writeLines } from '@/tests/jobs/trail'

let trail: Trail

beforeEach(async () => {
  trail = await prepareTrail()
})
afterEach(() => trail.close())

async function seals(chain: string): Promise<{ position: number; line: string }[]> {
  const { rows } = await trail.sql.query(
    'select position::int, line_id::text as line from audit_seal where chain = $1 order by position',
    [chain],
  )
  return rows
}

test('lines get their place per dossier, in the order in which they were written', async () => {
  const [one, two] = [v7(), v7()]
  await writeLines(trail, one, 3)
  await writeLines(trail, null, 2)
  await writeLines(trail, two, 1)
  await writeLines(trail, one, 1)
  expect(await trail.sealer.sealAll()).toBe(7)
  expect((await seals(one)).map(({ position, line }) => [position, line])).toEqual([
    [1, '1'],
    [2, '2'],
    [3, '3'],
    [4, '7'],
  ])
  expect(await seals('platform')).toHaveLength(2)
  expect(await seals(two)).toHaveLength(1)
  expect(await trail.verify()).toEqual({ lines: 7, chains: 3, exportedHeads: 3, findings: [] })
  expect(await trail.sealer.sealAll()).toBe(0)
})

test('a line whose transaction is still open holds up no other, gets a later place, and is never skipped', async () => {
  const family = v7()
  await writeLines(trail, family, 1)
  const slow = new Client({ connectionString: trail.database.ownerUrl })
  await slow.connect()
  await slow.query('begin')
  await slow.query(`insert into audit_line (family_id, roles, kind, "right") values ($1, '{}', 'change', 'x')`, [
    family,
  ])
  await writeLines(trail, family, 2)
  expect(await trail.sealer.sealAll()).toBe(3)
  await writeLines(trail, family, 1)
  expect(await trail.sealer.sealAll()).toBe(1)
  await slow.query('commit')
  await slow.end()
  expect(await trail.sealer.sealAll()).toBe(1)
  expect((await seals(family)).map(({ line }) => line)).toEqual(['1', '3', '4', '5', '2'])
  expect((await trail.verify()).findings).toEqual([])
})

test('two sealers at once give each line one place', async () => {
  const other = createSealer(trail.worker, SECRET, trail.folder)
  const families = [v7(), v7(), null]
  for (let round = 0; round < 10; round++) {
    await Promise.all([
      ...families.map((family) => writeLines(trail, family, 20)),
      trail.sealer.sealAll(),
      other.sealAll(),
    ])
  }
  await until(
    async () => (await trail.sealer.sealAll()) + (await other.sealAll()),
    (sealed) => sealed === 0,
  )
  expect(await trail.verify()).toEqual({ lines: 600, chains: 3, exportedHeads: 3, findings: [] })
})

test('a restored trail, whose transactions have numbers that this server has yet to reach, is sealed as well', async () => {
  const family = v7()
  await writeLines(trail, family, 2)
  await trail.sql.query('alter table audit_line disable trigger audit_line_append_only')
  await trail.sql.query(`update audit_line set transaction = '99999999999'`)
  await writeLines(trail, family, 2)
  expect(await trail.sealer.sealAll()).toBe(4)
  expect(await trail.sealer.sealAll()).toBe(0)
  expect((await trail.verify()).findings).toEqual([])
})

test('a running worker seals a line within five seconds', async () => {
  await withWorker(trail, null, async () => {
    await writeLines(trail, v7(), 1)
    await until(
      async () => (await trail.sql.query('select from audit_seal')).rowCount,
      (sealed) => sealed === 1,
      5_000,
    )
  })
})

test('the worker adds seals and can change neither a line nor a seal', async () => {
  await writeLines(trail, null, 1)
  await trail.sealer.sealAll()
  const denied = /permission denied/
  for (const sql of [
    `update audit_line set kind = 'x'`,
    'delete from audit_line',
    `insert into audit_line (roles, kind, "right") values ('{}', 'x', 'x')`,
    'delete from audit_seal',
    `update audit_seal set hash = ''`,
    'delete from audit_head',
  ]) {
    await expect(trail.worker.query(sql)).rejects.toThrow(denied)
  }
})

test('thousands of lines are sealed and verified without a fault', async () => {
  const families = Array.from({ length: 20 }, () => v7())
  for (const family of families) {
    await writeLines(trail, family, 1_000)
  }
  const begun = performance.now()
  expect(await trail.sealer.sealAll()).toBe(20_000)
  const sealed = performance.now()
  const verdict = await trail.verify()
  const verified = performance.now()
  expect(verdict).toMatchObject({ lines: 20_000, chains: 20, findings: [] })
  const perSecond = (from: number, until: number) => Math.round(20_000 / ((until - from) / 1000))
  console.log(`sealed ${perSecond(begun, sealed)} lines/s, verified ${perSecond(sealed, verified)} lines/s`)
})

test('a worker that starts after a long absence seals what has gathered, whichever sealer was last', async () => {
  await writeLines(trail, null, 5)
  await trail.sealer.sealAll()
  await writeLines(trail, null, 5)
  const later = createSealer(trail.worker, SECRET, trail.folder)
  expect(await later.sealAll()).toBe(5)
  await writeLines(trail, null, 5)
  expect(await trail.sealer.sealAll()).toBe(5)
  const elsewhere = createSealer(trail.worker, SECRET, newFolder())
  await writeLines(trail, null, 5)
  expect(await elsewhere.sealAll()).toBe(5)
  expect(await trail.verify()).toMatchObject({ lines: 20, findings: [] })
})
