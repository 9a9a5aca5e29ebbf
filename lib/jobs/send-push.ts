import { createHash } from 'node:crypto'
import type { JobHelpers, Task } from 'graphile-worker'
import { z } from 'zod'
import { earliestWorkingTime, isWorkingTime } from '@/lib/domain/working-time'
import type { WorkerEnv } from '@/lib/env'
import { composePush } from '@/lib/jobs/compose-push'
import { isWanted } from '@/lib/jobs/is-wanted'
import { waitsForWorkingTime } from '@/lib/jobs/message-list'
import { log } from '@/lib/log'
import { ClosedAddress } from '@/lib/push/public-address'
import type { PushSender } from '@/lib/push/send-push'

interface Found {
  id: string
  kind: string
  payload: unknown
  is_alert: boolean
  endpoint: string
  publicKey: Buffer
  auth: Buffer
  is_wanted: boolean
}

const Payload = z.object({ message: z.uuid(), device: z.uuid() })
/** The device is not there any more, says its push service. */
const GONE = [404, 410]
const TOO_MANY = 429

/** Thrown so that the queue tries again; it says nothing about the recipient. */
class TryAgain extends Error {
  override readonly name = 'TryAgain'
}

/**
 * The job of one message for one device. It asks, as the mail does, whether the message may still be sent. A device that its push
 * service no longer knows is forgotten; a push service that is not there is tried again for a few minutes, for the mail goes
 * its own way. What was read in the app meanwhile is no news, unless it is an alert. Sent twice, the second takes the place of the first on the device.
 */
export function sendPushTask(sender: PushSender, { DEMO }: Pick<WorkerEnv, 'DEMO'>): Task {
  return async (payload, helpers) => {
    const { message, device } = Payload.parse(payload)
    if (!DEMO && (await isPutOff(helpers, message, device))) {
      return
    }
    const found = await find(helpers, message, device)
    if (!found?.is_wanted) {
      return
    }
    const status = await hand(sender, found, helpers)
    if (GONE.includes(status)) {
      await helpers.query('delete from push_device where id = $1', [device])
    } else if (status >= 200 && status < 300) {
      await helpers.query('update push_device set last_sent_at = gips_now() where id = $1', [device])
    } else {
      log.warn({ outboxId: message, status, attempt: helpers.job.attempts }, 'an alert was not taken')
      if (status === TOO_MANY || status >= 500) {
        throw new TryAgain(`the push service answered ${status}`)
      }
    }
  }
}

/**
 * What is not urgent waits for working time, as its mail would: the same alert becomes a job of that moment. In the app it stands at
 * once. Whoever tries the demo sees it right away.
 */
async function isPutOff(helpers: JobHelpers, message: string, device: string): Promise<boolean> {
  const { rows } = await helpers.query<{ kind: string; now: Date }>(
    'select kind, gips_now() as now from message where id = $1',
    [message],
  )
  const [found] = rows
  if (!found || !waitsForWorkingTime(found.kind) || isWorkingTime(found.now)) {
    return false
  }
  await helpers.query(
    `select graphile_worker.add_job('send_push', $1::json, job_key => 'push ' || $2::text || ' ' || $3::text,
       max_attempts => 6, run_at => now() + ($4::timestamptz - gips_now()), priority => message_priority($5) - 10)`,
    [JSON.stringify({ message, device }), message, device, earliestWorkingTime(found.now), found.kind],
  )
  return true
}

async function find(helpers: JobHelpers, message: string, device: string): Promise<Found | undefined> {
  const { rows } = await helpers.query<Found>(
    `select m.id, m.kind, m.payload, message_priority(m.kind) < 0 as is_alert, d.endpoint, d.public_key as "publicKey",
       d.auth, ${isWanted('m.id')} and (m.read_at is null or message_priority(m.kind) < 0) as is_wanted
     from message m join push_device d on d.id = $2 and d.person_id = m.recipient_id
     where m.id = $1`,
    [message, device],
  )
  return rows[0]
}

async function hand(sender: PushSender, found: Found, { abortSignal, job }: JobHelpers): Promise<number> {
  try {
    return await sender.send(composePush(found), found, {
      isUrgent: found.is_alert,
      topic: createHash('sha256').update(found.id).digest('base64url').slice(0, 32),
      ...(abortSignal ? { callOff: abortSignal } : {}),
    })
  } catch (error) {
    if (error instanceof ClosedAddress) {
      return 400
    }
    const { code, name } = Object(error) as { code?: unknown; name?: unknown }
    log.warn({ outboxId: found.id, attempt: job.attempts, problem: String(code ?? name) }, 'an alert was not sent')
    throw new TryAgain('the push service gave no answer')
  }
}
