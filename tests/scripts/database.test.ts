import { Client } from 'pg'
import { expect, test } from 'vitest'
import { differenceToSchema } from '@/scripts/database/migrate'
import { ensureRoles } from '@/scripts/database/roles'
import { createTestDatabase } from '@/tests/support/database'

test('the migrations lead to prisma/schema.prisma', async () => {
  const { ownerUrl } = await createTestDatabase()
  expect(await differenceToSchema(ownerUrl)).toBe('')
})

test('the roles of app and worker own nothing and bypass nothing', async () => {
  const { appUrl, workerUrl } = await createTestDatabase()
  for (const connectionString of [appUrl, workerUrl]) {
    const client = new Client({ connectionString })
    await client.connect()
    const { rows } = await client.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
         (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned FROM pg_roles WHERE rolname = current_user`,
    )
    await client.end()
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 }])
  }
})

test('databases of one server can be prepared at once, though their roles are the same', async () => {
  const [one, two, three] = [await createTestDatabase(), await createTestDatabase(), await createTestDatabase()]
  const all = Array.from({ length: 8 }).flatMap(() => [one, two, three])
  await expect(Promise.all(all.map((database) => ensureRoles(database.ownerUrl, database)))).resolves.toHaveLength(24)
})
