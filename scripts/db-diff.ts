import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { differenceToSchema } from '@/scripts/database/migrate'
import { MIGRATIONS_FOLDER, migrationsOnDisk } from '@/scripts/database/schema-engine'
import { fail } from '@/scripts/processes/child'
import { createTestDatabase, dropTestDatabases, startTestServer } from '@/tests/support/database'

try {
  await writeDifference(process.argv[2])
} catch (error) {
  fail(error)
}

/** Writes a new migration with the SQL that leads from the migrations on disk to prisma/schema.prisma. */
async function writeDifference(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    throw new Error('Give the migration a name of small letters, digits and underscores: npm run db:diff -- add_badges')
  }
  const server = await startTestServer()
  try {
    const { ownerUrl } = await createTestDatabase()
    const sql = await differenceToSchema(ownerUrl)
    console.log(
      sql ? `Wrote ${write(name, sql)}; read it before you commit it.` : 'The migrations already lead to the schema.',
    )
  } finally {
    await dropTestDatabases(server)
    await server.stop()
  }
}

function write(name: string, sql: string): string {
  const last = migrationsOnDisk().migrationDirectories.at(-1)?.path ?? '0000'
  const number = String(Number(last.slice(0, 4)) + 1).padStart(4, '0')
  const folder = join(MIGRATIONS_FOLDER, `${number}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), sql)
  return folder
}
