import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { SettingsError } from '@/lib/env'
import { startEmbeddedServer } from '@/scripts/database/embedded-server'
import { differenceToSchema, migrateDatabase } from '@/scripts/database/migrate'
import { roleUrls } from '@/scripts/database/roles'
import { MIGRATIONS_FOLDER, migrationsOnDisk } from '@/scripts/database/schema-engine'
import { fail } from '@/scripts/processes/child'

const SCRATCH = `gips_scratch_${process.pid}`

try {
  const name = process.argv[2]
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    throw new SettingsError(
      'Give the migration a name of small letters, digits and underscores: npm run db:diff -- add_badges',
    )
  }
  const sql = await difference()
  console.log(
    sql ? `Wrote ${write(name, sql)}; read it before you commit it.` : 'The migrations already lead to the schema.',
  )
} catch (error) {
  fail(error)
}

/** The SQL from the migrations on disk, applied to a scratch database, to prisma/schema.prisma. */
async function difference(): Promise<string> {
  const server = await startEmbeddedServer({ folder: '.test', durable: false })
  const client = new Client({ connectionString: server.ownerUrl('postgres') })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${SCRATCH}`)
    await migrateDatabase(server.ownerUrl(SCRATCH), roleUrls(server.ownerUrl(SCRATCH), server.secrets))
    return await differenceToSchema(server.ownerUrl(SCRATCH))
  } finally {
    await client.query(`DROP DATABASE IF EXISTS ${SCRATCH} WITH (FORCE)`)
    await client.end()
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
