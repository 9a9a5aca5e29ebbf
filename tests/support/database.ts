import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { type EmbeddedServer, startEmbeddedServer } from '@/scripts/database/embedded-server'
import { isAlive } from '@/scripts/database/file-lock'
import { migrateDatabase } from '@/scripts/database/migrate'
import { letRolesConnect, type RoleUrls, roleUrls } from '@/scripts/database/roles'

export interface TestDatabase extends RoleUrls {
  name: string
  ownerUrl: string
}

const TEST_FOLDER = '.test'
const ONE_DAY_MS = 86_400_000
const SOURCES = ['prisma/migrations', 'scripts/database']
/** What this process made and did not drop yet. */
const own: string[] = []
let elsewhere: Promise<Client> | undefined

/** Starts the server for tests (a cluster of its own in .test), with one migrated template to copy from. */
export async function startTestServer(): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ folder: TEST_FOLDER, durable: false })
  const template = await prepareTemplate(server).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  Object.assign(process.env, {
    TEST_OWNER_URL: server.ownerUrl(template),
    TEST_RUN: String(process.pid),
    APP_SECRET: server.secrets.APP_SECRET,
    MASTER_KEY: server.secrets.MASTER_KEY,
    APP_URL: 'http://localhost:3000',
    VAPID_PUBLIC_KEY: server.secrets.push.publicKey,
    VAPID_PRIVATE_KEY: server.secrets.push.privateKey,
  })
  return server
}

/** Fills a database that test files may ask a copy of, instead of the empty one; it goes with the run. */
export async function prepareSource(server: EmbeddedServer, fill: (ownerUrl: string) => Promise<void>): Promise<void> {
  const name = `gips_test_${required('TEST_RUN')}_source`
  const template = new URL(required('TEST_OWNER_URL')).pathname.slice(1)
  await asOwner(server.ownerUrl('postgres'), async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  })
  await fill(server.ownerUrl(name))
  process.env.TEST_SOURCE_URL = server.ownerUrl(name)
}

/**
 * A fresh copy of the migrated template (or of what the run prepared), for one test file. Sets APP_DATABASE_URL and WORKER_DATABASE_URL, so that the
 * code under test finds it. It is dropped when that file ends (`file-end.ts`), and at the latest when the run does.
 */
export async function createTestDatabase(
  of: 'TEST_OWNER_URL' | 'TEST_SOURCE_URL' = 'TEST_OWNER_URL',
): Promise<TestDatabase> {
  const templateUrl = new URL(required(of))
  const name = `gips_test_${required('TEST_RUN')}_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  // From elsewhere: nobody may be in the template while it is copied, and two files may be copying it.
  const client = await fromElsewhere()
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${templateUrl.pathname.slice(1)} STRATEGY file_copy`)
  // The roles came with the template; who may connect is not copied.
  await letRolesConnect(client, name)
  own.push(name)
  const ownerUrl = withDatabase(templateUrl.href, name)
  const urls = roleUrls(ownerUrl, { APP_SECRET: required('APP_SECRET') })
  Object.assign(process.env, { APP_DATABASE_URL: urls.appUrl, WORKER_DATABASE_URL: urls.workerUrl })
  return { name, ownerUrl, ...urls }
}

/** Drops what this process made so far. */
export async function dropOwnDatabases(): Promise<void> {
  for (const name of own.splice(0)) {
    const client = await fromElsewhere()
    const drop = `DROP DATABASE IF EXISTS ${escapeIdentifier(name)}`
    // A connection that is just ending is waited for; one that nobody ended is cut off after some seconds.
    await client.query(drop).catch(() => client.query(`${drop} WITH (FORCE)`))
  }
}

/** Drops the databases of this run and of runs whose process is gone. */
export async function dropTestDatabases(server: EmbeddedServer): Promise<void> {
  await asOwner(server.ownerUrl('postgres'), async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname LIKE 'gips\\_test\\_%'",
    )
    for (const { datname } of rows) {
      const run = Number(datname.split('_')[2])
      if (run === process.pid || !isAlive(run)) {
        await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(datname)} WITH (FORCE)`)
      }
    }
  })
}

async function prepareTemplate(server: EmbeddedServer): Promise<string> {
  const name = `gips_template_${fingerprint()}`
  const draft = `${name}_draft`
  await asOwner(server.ownerUrl('postgres'), async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('gips template'))")
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount) {
      return
    }
    await dropOldTemplates(client)
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${draft}`)
    const ownerUrl = server.ownerUrl(draft)
    await migrateDatabase(ownerUrl, roleUrls(ownerUrl, server.secrets))
    await client.query(`COMMENT ON DATABASE ${draft} IS '${Date.now()}'`)
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`)
  })
  return name
}

/** Another run may be copying from an older template at this moment: one that was made today stays. */
async function dropOldTemplates(client: Client): Promise<void> {
  const { rows } = await client.query<{ datname: string; made: string | null }>(
    "SELECT datname, shobj_description(oid, 'pg_database') AS made FROM pg_database WHERE datname LIKE 'gips\\_template\\_%'",
  )
  for (const { datname, made } of rows) {
    if (Date.now() - Number(made ?? 0) > ONE_DAY_MS && !datname.endsWith('_draft')) {
      await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(datname)}`).catch(() => undefined)
    }
  }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of SOURCES) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) {
        hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)))
      }
    }
  }
  return hash.digest('hex').slice(0, 12)
}

/** A connection outside the databases of tests, kept for all files of this process. */
function fromElsewhere(): Promise<Client> {
  elsewhere ??= (async () => {
    const client = new Client({ connectionString: withDatabase(required('TEST_OWNER_URL'), 'postgres') })
    // The server may stop before this process does.
    client.on('error', () => undefined)
    await client.connect()
    return client
  })()
  return elsewhere
}

async function asOwner(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) {
    throw new Error(`${name} is not set: this test runs by vitest's project "integration".`)
  }
  return value
}
