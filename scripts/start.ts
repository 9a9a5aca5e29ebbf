import { join } from 'node:path'
import { SettingsError, type StartEnv, startEnv } from '@/lib/env'
import { APP_MEMORY, WORKER_MEMORY } from '@/scripts/processes/memory-limits'
import { bareSettings, startProcess } from '@/scripts/processes/parent'
import { announcement } from '@/scripts/start/announce'
import { waitForPort } from '@/scripts/start/free-the-port'
import { type Prepared, prepareDatabase } from '@/scripts/start/prepare-database'
import { buildIfChanged } from '@/scripts/start/production-build'

interface Running {
  stop(): Promise<void>
}

const development = process.argv.includes('--dev')
const callOff = new AbortController()
/** What was started, in this order; it is stopped in the opposite order. */
const started: Promise<Running>[] = []
let ending: Promise<void> | undefined

for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
  process.on(event, () => end(0))
}

try {
  await startAll(startEnv())
} catch (error) {
  if (!ending) {
    console.error(error instanceof SettingsError ? error.message : error)
    await end(1)
  }
}

async function startAll(env: StartEnv): Promise<void> {
  await waitForPort(env.PORT, env.HOST)
  const prepared = await keep(prepareDatabase(env))
  if (!development) {
    await buildIfChanged(callOff.signal)
  }
  console.log('Starting the app and the worker ...')
  const mail = prepared.demo ? await keep(startProcess({ name: 'mail-catcher', settings: bareSettings() })) : null
  const worker = startProcess({
    name: 'worker',
    settings: workerSettings(env, prepared, mail?.report.smtpUrl),
    nodeFlags: WORKER_MEMORY,
    restart: true,
  })
  const app = startProcess({
    name: 'server',
    settings: appSettings(env, prepared),
    nodeFlags: development ? [] : APP_MEMORY,
    restart: true,
  })
  await Promise.all([keep(worker), keep(app)])
  if (!ending) {
    console.log(announcement(prepared.APP_URL, mail ? String(mail.report.webUrl) : null))
  }
}

function appSettings(env: StartEnv, prepared: Prepared) {
  return {
    ...sharedSettings(prepared),
    APP_DATABASE_URL: prepared.appUrl,
    PORT: String(env.PORT),
    HOST: env.HOST,
    TRUSTED_PROXY_HOPS: String(env.TRUSTED_PROXY_HOPS),
    VAPID_PUBLIC_KEY: pushKeys(env, prepared).publicKey,
  }
}

function workerSettings(env: StartEnv, prepared: Prepared, catcher: unknown) {
  return {
    ...sharedSettings(prepared),
    WORKER_DATABASE_URL: prepared.workerUrl,
    // The demo writes to its own mail catcher, whatever the settings say.
    SMTP_URL: prepared.demo ? String(catcher) : env.SMTP_URL,
    MAIL_FROM: env.MAIL_FROM,
    VAPID_PUBLIC_KEY: pushKeys(env, prepared).publicKey,
    VAPID_PRIVATE_KEY: pushKeys(env, prepared).privateKey,
    VAPID_CONTACT: env.VAPID_CONTACT,
    CALENDAR_REPLY_ADDRESS: env.CALENDAR_REPLY_ADDRESS,
    AUDIT_EXPORT_DIR: join(env.GIPS_DATA_DIR, 'audit-heads'),
  }
}

function pushKeys(env: StartEnv, { push }: Prepared) {
  return push ?? { publicKey: env.VAPID_PUBLIC_KEY, privateKey: env.VAPID_PRIVATE_KEY }
}

function sharedSettings({ APP_SECRET, MASTER_KEY, APP_URL, demo }: Prepared) {
  return {
    ...bareSettings(),
    NODE_ENV: development ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    APP_SECRET,
    MASTER_KEY,
    APP_URL,
    DEMO: demo ? '1' : '0',
  }
}

function keep<T extends Running>(starting: Promise<T>): Promise<T> {
  started.push(starting)
  return starting
}

/** Stops what was started, also what is still on its way up, and ends this process. */
function end(code: number): Promise<void> {
  ending ??= (async () => {
    if (code === 0) {
      console.log('Stopping ...')
    }
    callOff.abort()
    for (const starting of started.reverse()) {
      await starting.then((running) => running.stop()).catch(() => undefined)
    }
    process.exit(code)
  })()
  return ending
}
