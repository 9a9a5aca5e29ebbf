import { setTimeout as sleep } from 'node:timers/promises'
import type { JobHelpers, Task } from 'graphile-worker'
import type { PoolClient } from 'pg'
import { z } from 'zod'
import { earliestWorkingTime, isWorkingTime } from '@/lib/domain/working-time'
import type { WorkerEnv } from '@/lib/env'
import { composeMessage, type Site } from '@/lib/jobs/compose-message'
import { type DeliveryFailure, deliveryFailure } from '@/lib/jobs/delivery-failure'
import { isWanted } from '@/lib/jobs/is-wanted'
import { waitsForWorkingTime } from '@/lib/jobs/message-list'
import { log } from '@/lib/log'
import type { Mailer } from '@/lib/mail'

type Sender = Site & Pick<WorkerEnv, 'DEMO'>

interface Claimed {
  kind: string
  payload: unknown
  message_id: string
  email: string
  language: string
  attempts: number
  is_wanted: boolean
}

/**
 * How often the content of a message may leave without an answer coming back. After the second time it has most likely
 * arrived, perhaps twice: it is left to the administrator.
 */
const MOST_UNANSWERED = 2

const LOCK_TRIES = 10
const LOCK_PAUSE_MS = 200

const Payload = z.object({ id: z.uuid() })

/** Thrown so that the queue tries again, later each time; it says nothing about the recipient. */
class TryAgain extends Error {
  override readonly name = 'TryAgain'
}

/**
 * The job of one message: claim, ask whether it is still wanted, send, note. A lock of the database session that does
 * this shows that it is being sent; it ends with the session, so that after a kill the next attempt begins at once. The
 * row is marked (`attempts`, `claimed_at`) before the content leaves: who finds it so knows that the mail may have
 * arrived, and repeats it once, under the same Message-ID.
 */
export function sendMessageTask(mailer: Mailer, site: Sender): Task {
  return async (payload, helpers) => {
    const { id } = Payload.parse(payload)
    await helpers.withPgClient(async (client) => {
      if (!(await lock(client, id))) {
        throw new TryAgain('another worker is sending this message')
      }
      try {
        await attempt(client, id, helpers, mailer, site)
      } finally {
        await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockName(id)])
      }
    })
  }
}

async function attempt(
  client: PoolClient,
  id: string,
  helpers: JobHelpers,
  mailer: Mailer,
  site: Sender,
): Promise<void> {
  if (await isPutOff(client, id, site.DEMO)) {
    return
  }
  const claimed = await claim(client, id)
  if (!claimed?.is_wanted) {
    return
  }
  if (claimed.attempts >= MOST_UNANSWERED) {
    await noteFailure(
      client,
      id,
      { isFinal: true, reason: 'sent twice without an answer: it has probably arrived' },
      helpers,
    )
    return
  }
  const mark = { isSet: false }
  try {
    const mail = await composeMessage(claimed, site)
    await mailer.send(mail, {
      to: claimed.email,
      messageId: claimed.message_id,
      callOff: helpers.abortSignal,
      beforeContent: async () => {
        await client.query('update message set attempts = attempts + 1, claimed_at = gips_now() where id = $1', [id])
        mark.isSet = true
      },
    })
  } catch (error) {
    const failure = deliveryFailure(error)
    if (mark.isSet && failure.isAnswered) {
      await client.query('update message set attempts = attempts - 1 where id = $1', [id])
    }
    await noteFailure(client, id, failure, helpers)
    return
  }
  await client.query(
    `update message set state = 'sent', sent_at = gips_now(), last_error = null where id = $1 and state = 'sending'`,
    [id],
  )
}

/**
 * What is not urgent leaves in working time only, whenever it was written and however long a worker stood still: else it is put
 * off until then, and the sweeper makes it a new job. In the app it is told at once, but for what only stands then. Whoever tries the demo sees at once what their doing sends.
 */
async function isPutOff(client: PoolClient, id: string, isDemo: boolean): Promise<boolean> {
  const { rows } = await client.query<{ kind: string; now: Date }>(
    `select kind, gips_now() as now from message where id = $1 and state in ('waiting', 'sending')`,
    [id],
  )
  const [message] = rows
  const mayWait = message && waitsForWorkingTime(message.kind) && (!isDemo || message.kind === 'reminders')
  // The calendar is asked last: it works out a year of holidays.
  if (!mayWait || isWorkingTime(message.now)) {
    return false
  }
  await client.query(
    `update message set state = 'waiting', due_at = $2,
       in_app_at = case when kind <> 'reminders' then coalesce(in_app_at, due_at) end
     where id = $1`,
    [id, earliestWorkingTime(message.now)],
  )
  return true
}

/**
 * Takes a message to be sent, or drops it for good when its reason is gone: decided in this one statement, while the row is
 * locked. A message in state "sending" was left behind by a worker that died: nobody else holds its lock.
 */
async function claim(client: PoolClient, id: string): Promise<Claimed | undefined> {
  const { rows } = await client.query<Claimed>(
    `update message m set
       state = case when w.is_wanted then 'sending' else 'cancelled' end::message_state,
       dropped_reason = case when not w.is_wanted then coalesce(w.reason, why_not_sent($1)) end
     from person p, (
       select r.payload, r.reason, r.payload is not null or ${isWanted('$1')} as is_wanted
       from still_to_remind($1) r) w
     where m.id = $1 and p.id = m.recipient_id and m.state in ('waiting', 'sending')
       and m.due_at <= gips_now() + interval '1 second'
     returning m.kind, coalesce(w.payload, m.payload) as payload, m.message_id, p.email, p.language, m.attempts, w.is_wanted`,
    [id],
  )
  return rows[0]
}

async function noteFailure(
  client: PoolClient,
  id: string,
  { isFinal, reason }: Pick<DeliveryFailure, 'isFinal' | 'reason'>,
  { job }: JobHelpers,
): Promise<void> {
  const nextTime = job.attempts >= job.max_attempts ? 'dead' : 'waiting'
  const state = isFinal ? 'failed' : nextTime
  await client.query(`update message set state = $2, last_error = $3 where id = $1 and state = 'sending'`, [
    id,
    state,
    reason,
  ])
  log.warn({ outboxId: id, attempt: job.attempts, state, problem: reason }, 'a mail was not sent')
  if (state === 'waiting') {
    throw new TryAgain(reason)
  }
}

/** The session of a killed worker may take a moment to end. */
async function lock(client: PoolClient, id: string): Promise<boolean> {
  for (let tries = 0; tries < LOCK_TRIES; tries++) {
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
      [lockName(id)],
    )
    if (rows[0]?.held === true) {
      return true
    }
    await sleep(LOCK_PAUSE_MS)
  }
  return false
}

function lockName(id: string): string {
  return `gips message ${id}`
}
