import type { Pool, PoolClient } from 'pg'
import { presenceLock } from '@/lib/jobs/presence'

const BATCH = 1_000

/**
 * Sets right what a killed worker left behind. Returns how many dead workers it found and how many messages it queued
 * again. Any worker may do this at any time.
 */
export async function sweep(pool: Pool): Promise<{ deadWorkers: number; requeued: number }> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const dead = await freeJobsOfDeadWorkers(client)
    const requeued = await requeueForgotten(client)
    await client.query('commit')
    return { deadWorkers: dead.length, requeued }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** A job is locked by a pool of workers; a pool whose sign of life can be taken is dead. Else the queue waits 4 hours. */
async function freeJobsOfDeadWorkers(client: PoolClient): Promise<string[]> {
  const { rows: holders } = await client.query<{ id: string }>(
    `select locked_by as id from graphile_worker._private_jobs where locked_by is not null
     union select locked_by from graphile_worker._private_job_queues where locked_by is not null`,
  )
  const { rows: dead } = await client.query<{ id: string }>(
    `select holder.id from unnest($1::text[], $2::text[]) as holder (id, lock)
     where pg_try_advisory_xact_lock(hashtextextended(holder.lock, 0))`,
    [holders.map(({ id }) => id), holders.map(({ id }) => presenceLock(id))],
  )
  const ids = dead.map(({ id }) => id)
  if (ids.length > 0) {
    await client.query('select graphile_worker.force_unlock_workers($1::text[])', [ids])
    await client.query(`select pg_notify('jobs:insert', '{"count": ${BATCH}}')`)
  }
  return ids
}

/**
 * An unfinished message without a job that can still run gets a new one; so does one that is due earlier than its job (the
 * date was moved, or the clock of a test).
 */
async function requeueForgotten(client: PoolClient): Promise<number> {
  const { rowCount } = await client.query(
    `select graphile_worker.add_job('send_message', json_build_object('id', m.id), job_key => m.id::text,
       max_attempts => 25, run_at => now() + greatest(m.due_at - gips_now(), interval '0'), priority => message_priority(m.kind))
     from (
       select id, kind, due_at from message m
       where state in ('waiting', 'sending') and not exists (
         select from graphile_worker._private_jobs j
         where j.key = m.id::text and (j.locked_at is not null or (j.attempts < j.max_attempts
           and (j.attempts > 0 or m.due_at > gips_now() or j.run_at <= now()))))
       order by due_at limit ${BATCH}) m`,
  )
  return rowCount ?? 0
}
