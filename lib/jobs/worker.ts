import { type Runner, run, type TaskList } from 'graphile-worker'
import { Pool } from 'pg'
import { type WorkerEnv, workerEnv } from '@/lib/env'
import { headsFolder } from '@/lib/jobs/audit/exported-heads'
import { createSealer } from '@/lib/jobs/audit/seal'
import { jobLog } from '@/lib/jobs/job-log'
import { type Presence, showPresence } from '@/lib/jobs/presence'
import { repeat } from '@/lib/jobs/repeat'
import { schedules } from '@/lib/jobs/schedules'
import { sendMessageTask } from '@/lib/jobs/send-message'
import { sendPushTask } from '@/lib/jobs/send-push'
import { log } from '@/lib/log'
import { createMailer, smtpOptions } from '@/lib/mail'
import { createPushSender } from '@/lib/push/send-push'

export interface WorkerOptions {
  /** How long the mail server may be silent. */
  patienceMs?: number
  /** Where the heads of the audit chains are kept outside the database, in a folder for each database. */
  auditExportDir?: string
  /** How often the queue looks for alerts by itself; each new one is announced to it. */
  pollMs?: number
}

/** Mails under way at once: as few as a kill may leave without an answer. More workers send more. */
const CONCURRENCY = 2
/** Alerts to devices under way at once, beside the mails: a mail server that says nothing never holds them up. */
const PUSH_CONCURRENCY = 4
const STOP_PATIENCE_MS = 2_000
const POLL_MS = 2_000
/** Between the first turns of two schedules: a worker that starts leaves the database to the mail that waited for it. */
const APART_MS = 200

/**
 * Starts what happens later: the jobs and the schedules, as the role gips_worker, which may not create anything. Several
 * workers may run side by side. `stop` gives work under way two seconds; what is cut off then is done again later.
 */
export async function startWorker(
  env: WorkerEnv = workerEnv(),
  options: WorkerOptions = {},
): Promise<{ stop(): Promise<void> }> {
  const connectionString = env.WORKER_DATABASE_URL
  // Each mail under way holds a session; the queue, the sealer and the sweeper need theirs beside them.
  const pool = new Pool({
    connectionString,
    max: 2 * CONCURRENCY + PUSH_CONCURRENCY + 6,
    application_name: 'gips worker',
  })
  pool.on('error', (error) => log.warn({ err: error }, 'a database connection broke'))
  // An error while a connection is in use reaches whoever uses it; this keeps it from ending the process as well.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const presence = await showPresence(connectionString)
  const started: { stop(): Promise<void> }[] = []
  const stop = async () => {
    for (const end of await Promise.allSettled(started.map((each) => each.stop()))) {
      // Without a database nothing can be handed back; whoever looks next finds it by the sign of life that is gone.
      if (end.status === 'rejected') log.warn({ err: end.reason }, 'a part of the worker ended out of order')
    }
    await presence.stop()
    await pool.end()
  }
  try {
    for (const work of queues(env, options)) {
      started.push(await startJobs(pool, presence, work))
    }
  } catch (error) {
    await stop()
    throw error
  }
  const heads = headsFolder(options.auditExportDir ?? env.AUDIT_EXPORT_DIR, connectionString)
  const sealer = createSealer(pool, env.APP_SECRET, heads)
  started.push(...schedules(pool, sealer, env.APP_URL).map((each, place) => repeat(each, place * APART_MS)))
  return { stop }
}

/** A queue of which this worker can do nothing is left to one that can. */
function queues(env: WorkerEnv, { patienceMs, pollMs = POLL_MS }: WorkerOptions): Work[] {
  const all = [
    { taskList: mailTasks(env, patienceMs), concurrency: CONCURRENCY, pollInterval: POLL_MS },
    { taskList: pushTasks(env), concurrency: PUSH_CONCURRENCY, pollInterval: pollMs },
  ]
  return all.filter(({ taskList }) => Object.keys(taskList).length > 0)
}

/** Without a mail server the jobs of messages stay where they are, and no attempt is counted. */
function mailTasks(env: WorkerEnv, patienceMs?: number): TaskList {
  if (!env.SMTP_URL) {
    log.warn('SMTP_URL is not set: mail waits')
    return {}
  }
  const mailer = createMailer(smtpOptions(env.SMTP_URL, patienceMs), env.MAIL_FROM)
  return { send_message: sendMessageTask(mailer, env) }
}

/** Where a push service on this machine is one of our own; without a word about it, it may be anything. */
const MAY_PUSH_LOCALLY = ['development', 'test']

/** Without keys nobody can switch alerts on, and what was switched on before waits unsent until it is too old. */
function pushTasks({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_CONTACT, APP_URL, DEMO }: WorkerEnv): TaskList {
  if (!VAPID_PUBLIC_KEY || !VAPID_PRIVATE_KEY) {
    return {}
  }
  const keys = { publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY }
  const contact = VAPID_CONTACT ?? (APP_URL.startsWith('https:') ? APP_URL : 'mailto:noreply@localhost')
  const allowsLocal = MAY_PUSH_LOCALLY.includes(process.env.NODE_ENV ?? '')
  const sender = createPushSender({ keys, contact, allowsLocal })
  return { send_push: sendPushTask(sender, { DEMO }) }
}

type Work = { taskList: TaskList; concurrency: number; pollInterval: number }

function startJobs(pgPool: Pool, presence: Presence, work: Work): Promise<Runner> {
  return run({
    pgPool,
    ...work,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: STOP_PATIENCE_MS,
    logger: jobLog,
    parsedCronItems: [],
    preset: { plugins: [presencePlugin(presence)] },
  })
}

/** Before a pool takes its first job it holds its sign of life. */
function presencePlugin(presence: Presence): GraphileConfig.Plugin {
  return {
    name: 'presence',
    version: '1.0.0',
    worker: {
      hooks: {
        async startWorker(_info, { worker }) {
          await presence.show(worker.workerPool.id)
        },
      },
    },
  }
}
