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
import { log } from '@/lib/log'
import { createMailer, smtpOptions } from '@/lib/mail'

export interface WorkerOptions {
  /** How long the mail server may be silent. */
  patienceMs?: number
  /** Where the heads of the audit chains are kept outside the database, in a folder for each database. */
  auditExportDir?: string
}

/** Mails under way at once: as few as a kill may leave without an answer. More workers send more. */
const CONCURRENCY = 2
const STOP_PATIENCE_MS = 2_000

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
  const pool = new Pool({ connectionString, max: 2 * CONCURRENCY + 4, application_name: 'gips worker' })
  pool.on('error', (error) => log.warn({ err: error }, 'a database connection broke'))
  // An error while a connection is in use reaches whoever uses it; this keeps it from ending the process as well.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const presence = await showPresence(connectionString)
  const runner = await startJobs(pool, presence, tasks(env, options.patienceMs))
  const heads = headsFolder(options.auditExportDir ?? env.AUDIT_EXPORT_DIR, connectionString)
  const sealer = createSealer(pool, env.APP_SECRET, heads)
  const repeating = schedules(pool, sealer, env.APP_URL).map(repeat)
  return {
    async stop() {
      await Promise.all([runner.stop(), ...repeating.map((schedule) => schedule.stop())])
      await presence.stop()
      await pool.end()
    },
  }
}

/** Without a mail server the jobs of messages stay where they are, and no attempt is counted. */
function tasks(env: WorkerEnv, patienceMs?: number): TaskList {
  if (!env.SMTP_URL) {
    log.warn('SMTP_URL is not set: mail waits')
    return {}
  }
  const mailer = createMailer(smtpOptions(env.SMTP_URL, patienceMs), env.MAIL_FROM)
  return { send_message: sendMessageTask(mailer, env) }
}

function startJobs(pgPool: Pool, presence: Presence, taskList: TaskList): Promise<Runner> {
  return run({
    pgPool,
    taskList,
    concurrency: CONCURRENCY,
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
