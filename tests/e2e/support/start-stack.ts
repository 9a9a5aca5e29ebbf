import { mkdirSync, openSync } from 'node:fs'
import { seedDemoAt } from '@/prisma/seed'
import { freePort } from '@/scripts/database/free-port'
import { startMailCatcher } from '@/scripts/mail/catcher'
import { bareSettings, startProcess } from '@/scripts/processes/parent'
import { createTestDatabase, dropTestDatabases, startTestServer, type TestDatabase } from '@/tests/support/database'

/** Where the processes write what they say. */
export const LOGS = '.test/logs'

interface Running {
  stop(): Promise<void>
}

/**
 * What the browser tests run against: a fresh database with the demo families, two app processes on two ports, one
 * worker and one mail catcher, from the production build. Their addresses stand in the settings E2E_BASE_URL,
 * E2E_SECOND_URL, E2E_MAIL_URL (its web page) and E2E_OWNER_URL (the database's owner). Leaves nothing running.
 */
export default async function startStack(): Promise<() => Promise<void>> {
  mkdirSync(LOGS, { recursive: true })
  const started: Running[] = []
  const stop = async () => {
    for (const running of started.reverse()) {
      await running.stop()
    }
  }
  try {
    await startAll(started)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function startAll(started: Running[]): Promise<void> {
  const server = await startTestServer()
  started.push(server, { stop: () => dropTestDatabases(server) })
  const database = await createTestDatabase()
  const mail = await startMailCatcher({ host: '127.0.0.1', smtpPort: 0, webPort: 0 })
  started.push(mail)
  const begun = [
    startApp(1, database, started),
    startApp(2, database, started),
    seedDemoAt(database.ownerUrl, server.secrets.MASTER_KEY),
  ] as const
  // Where one fails, the others have started all the same, and are stopped.
  await Promise.allSettled(begun)
  const [first, second] = await Promise.all(begun)
  started.push(await startWorker(database, first, mail.smtpUrl))
  Object.assign(process.env, {
    E2E_BASE_URL: first,
    E2E_SECOND_URL: second,
    E2E_MAIL_URL: mail.webUrl,
    E2E_OWNER_URL: database.ownerUrl,
  })
}

async function startApp(number: number, { appUrl }: TestDatabase, started: Running[]): Promise<string> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const output = openSync(`${LOGS}/app-${number}.log`, 'w')
  started.push(await startProcess({ name: 'server', settings: appSettings(address, appUrl), output }))
  return address
}

function startWorker({ workerUrl }: TestDatabase, address: string, smtpUrl: string): Promise<Running> {
  const settings = workerSettings(address, workerUrl, smtpUrl)
  return startProcess({ name: 'worker', settings, output: openSync(`${LOGS}/worker.log`, 'w') })
}

/** The settings of a worker beside the app at this address. */
export function workerSettings(address: string, databaseUrl: string, smtpUrl: string) {
  return {
    ...shared(address),
    WORKER_DATABASE_URL: databaseUrl,
    SMTP_URL: smtpUrl,
    AUDIT_EXPORT_DIR: '.test/audit-heads',
    VAPID_PRIVATE_KEY: process.env.VAPID_PRIVATE_KEY,
  }
}

/** The settings of one app process that answers at this address. */
export function appSettings(address: string, databaseUrl: string) {
  return { ...shared(address), APP_DATABASE_URL: databaseUrl, PORT: new URL(address).port }
}

function shared(address: string) {
  const { APP_SECRET, MASTER_KEY, VAPID_PUBLIC_KEY } = process.env
  return {
    ...bareSettings(),
    NODE_ENV: 'production',
    APP_SECRET,
    MASTER_KEY,
    VAPID_PUBLIC_KEY,
    APP_URL: address,
    DEMO: '1',
  }
}
