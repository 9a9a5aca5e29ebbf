import { Client, escapeIdentifier } from 'pg'
import type { VapidKeys } from 'web-push'
import { DEMO_DATABASE, ownerEnv, type StartEnv } from '@/lib/env'
import { seedDemoAt } from '@/prisma/seed'
import { startEmbeddedServer } from '@/scripts/database/embedded-server'
import { migrateDatabase } from '@/scripts/database/migrate'
import { refuseUnreachable } from '@/scripts/database/reachable'
import { type RoleUrls, roleUrls } from '@/scripts/database/roles'
import type { Secrets } from '@/scripts/database/secrets'

export interface Prepared extends RoleUrls {
  APP_SECRET: string
  MASTER_KEY: string
  APP_URL: string
  /** The keys for alerts on devices, made at the first start of the demo; null: those of the settings, if any. */
  push: VapidKeys | null
  /** True only for the embedded database: fictional people, accounts with a known password. */
  demo: boolean
  stop(): Promise<void>
}

/** Brings up the database that DATABASE_URL names, or the embedded one with the demo, and migrates it. */
export function prepareDatabase(env: StartEnv): Promise<Prepared> {
  return env.DATABASE_URL ? prepareGiven() : prepareEmbedded(env)
}

async function prepareGiven(): Promise<Prepared> {
  const env = ownerEnv()
  const urls = roleUrls(env.DATABASE_URL, env)
  await refuseUnreachable('DATABASE_URL', env.DATABASE_URL)
  console.log('Migrating the database ...')
  report(await migrateDatabase(env.DATABASE_URL, urls))
  await refuseUnreachable('APP_DATABASE_URL', urls.appUrl)
  await refuseUnreachable('WORKER_DATABASE_URL', urls.workerUrl)
  const { APP_SECRET, MASTER_KEY, APP_URL } = env
  const stop = async () => undefined
  return { ...urls, APP_SECRET, MASTER_KEY: MASTER_KEY.toString('base64'), APP_URL, push: null, demo: false, stop }
}

async function prepareEmbedded(env: StartEnv): Promise<Prepared> {
  console.log('Starting the embedded PostgreSQL ...')
  const server = await startEmbeddedServer({ folder: env.GIPS_DATA_DIR, durable: true })
  const { APP_SECRET, MASTER_KEY, push } = server.secrets
  try {
    const ownerUrl = server.ownerUrl(DEMO_DATABASE)
    const urls = roleUrls(ownerUrl, { APP_SECRET })
    if (await isNew(server.ownerUrl('postgres'))) {
      await makeDemo(server.ownerUrl, server.secrets)
    } else {
      report(await migrateDatabase(ownerUrl, urls))
    }
    const APP_URL = env.APP_URL ?? `http://localhost:${env.PORT}`
    return { ...urls, APP_SECRET, MASTER_KEY, APP_URL, push, demo: true, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Made under another name and renamed at the end: a start that was killed half-way leaves no half demo. */
async function makeDemo(ownerUrl: (database: string) => string, secrets: Secrets): Promise<void> {
  const draft = `${DEMO_DATABASE}_draft`
  const serverUrl = ownerUrl('postgres')
  console.log('Making the demo database with its families ...')
  await execute(serverUrl, `DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
  await execute(serverUrl, `CREATE DATABASE ${draft}`)
  await migrateDatabase(ownerUrl(draft), roleUrls(ownerUrl(draft), secrets))
  await seedDemoAt(ownerUrl(draft), secrets.MASTER_KEY)
  await execute(serverUrl, `ALTER DATABASE ${draft} RENAME TO ${escapeIdentifier(DEMO_DATABASE)}`)
}

async function isNew(serverUrl: string): Promise<boolean> {
  const { rowCount } = await execute(serverUrl, `SELECT 1 FROM pg_database WHERE datname = '${DEMO_DATABASE}'`)
  return rowCount === 0
}

async function execute(url: string, sql: string): Promise<{ rowCount: number | null }> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

function report(applied: readonly string[]): void {
  for (const name of applied) {
    console.log(`  applied ${name}`)
  }
}
