import type { MigrationList } from '@prisma/schema-engine-wasm'
import { Client } from 'pg'
import { ScriptFailure } from '@/scripts/database/engine-adapter'
import { migrateJobTables } from '@/scripts/database/job-tables'
import { ensureRoles, keepLoginKey, type RoleUrls } from '@/scripts/database/roles'
import { dataModel, MIGRATIONS_FOLDER, migrationsOnDisk, withSchemaEngine } from '@/scripts/database/schema-engine'

const HAND_WRITTEN_INDEX = /-- DropIndex\nDROP INDEX "(?!\w+_(idx|key|pkey)")\w+";\n+/g
const NO_FILTERS = { externalTables: [], externalEnums: [] }

/**
 * Brings a database up to date: first the roles (migrations grant to them), then the migrations in order, each in one
 * transaction, then the job queue's tables. Returns the names of the migrations it applied. Two at once wait for each
 * other; a statement that waits over 5 s for a lock fails, so that a running application is never held up behind it.
 */
export async function migrateDatabase(
  ownerUrl: string,
  urls: RoleUrls,
  migrationsFolder = MIGRATIONS_FOLDER,
): Promise<string[]> {
  const guard = new Client({ connectionString: ownerUrl })
  await guard.connect()
  try {
    await guard.query("SELECT pg_advisory_lock(hashtext('gips migrations'))")
    await ensureRoles(ownerUrl, urls)
    const applied = await applyMigrations(ownerUrl, migrationsFolder)
    await keepLoginKey(ownerUrl, urls)
    await migrateJobTables(ownerUrl)
    return applied
  } finally {
    await guard.end()
  }
}

/**
 * The SQL that leads from a live database to prisma/schema.prisma; empty when they agree. Indexes written by hand in a
 * migration, known by a name that does not end as Prisma's do, are left alone.
 */
export async function differenceToSchema(ownerUrl: string): Promise<string> {
  const { stdout } = await withSchemaEngine(ownerUrl, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', configDir: '.', ...dataModel() },
      to: { tag: 'schemaDatamodel', ...dataModel() },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    }),
  )
  const ours = (stdout ?? '').replace(HAND_WRITTEN_INDEX, '')
  return ours.includes(';') ? ours : ''
}

async function applyMigrations(ownerUrl: string, folder: string): Promise<string[]> {
  const migrationsList = migrationsOnDisk(folder)
  return withSchemaEngine(ownerUrl, async (engine) => {
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: NO_FILTERS,
    })
    // A migration runs in one transaction: one that failed left nothing behind and may be tried again.
    for (const migrationName of history.failedMigrationNames) {
      await engine.markMigrationRolledBack({ migrationName })
    }
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS })
    return appliedMigrationNames
  }).catch((error: unknown) => {
    throw error instanceof ScriptFailure ? new Error(`${nameOf(error, migrationsList)}: ${error.message}`) : error
  })
}

function nameOf(failure: ScriptFailure, list: MigrationList): string {
  const failed = list.migrationDirectories.find(({ migrationFile }) => migrationFile.content.value === failure.script)
  return `Migration ${failed?.path ?? 'unknown'} failed and left nothing behind`
}
