import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import { EngineAdapter } from '@/scripts/database/engine-adapter'

export type { SchemaEngine }

export const MIGRATIONS_FOLDER = 'prisma/migrations'
const SCHEMA_FILE = 'prisma/schema.prisma'

/** The engine keeps its WebAssembly instance in its module: one is made per process. */
let started: Promise<void> | undefined

/**
 * Lets Prisma's own schema engine, as WebAssembly, work on one database through the pg adapter. What the server says
 * about a failing script is thrown in the server's own words.
 */
export async function withSchemaEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  started ??= startEngine()
  await started
  const adapter = new EngineAdapter(databaseUrl)
  const datamodels = dataModel().files.map(({ path, content }): [string, string] => [path, content])
  const made: unknown = engineModule.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
  const engine = (await made) as SchemaEngine
  try {
    return await work(engine)
  } catch (error) {
    throw adapter.failure ?? error
  } finally {
    engine.free()
    await adapter.close()
  }
}

/** prisma/schema.prisma in the form the engine takes. */
export function dataModel(): SchemasContainer {
  return { files: [{ path: resolve(SCHEMA_FILE), content: readFileSync(SCHEMA_FILE, 'utf8') }] }
}

/** The migrations on disk, oldest first, in Prisma's own layout. */
export function migrationsOnDisk(folder = MIGRATIONS_FOLDER): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir: resolve(folder),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, path, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

async function startEngine(): Promise<void> {
  // The engine reports a panic to this registry before it throws.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } })
  const require = createRequire(import.meta.url)
  const path = require.resolve('@prisma/schema-engine-wasm').replace('schema_engine.js', 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(path), {
    './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports,
  })
  const exported = instance.exports as { __wbindgen_start(): void }
  ;(engineModule as unknown as { __wbg_set_wasm(exported: unknown): void }).__wbg_set_wasm(exported)
  exported.__wbindgen_start()
}
