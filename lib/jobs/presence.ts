import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { log } from '@/lib/log'

export interface Presence {
  /** Holds the sign of life of this pool of jobs; resolves once it is held. */
  show(poolId: string): Promise<void>
  stop(): Promise<void>
}

const RECONNECT_MS = 1_000

/** The name of the lock that a living pool holds: who can take it knows that the pool is gone. */
export function presenceLock(poolId: string): string {
  return `gips worker ${poolId}`
}

/**
 * A database session of its own that holds a lock for as long as this process lives. PostgreSQL frees the lock when the
 * process is killed, or within a minute when its machine is gone; a session that broke is made anew.
 */
export async function showPresence(connectionString: string): Promise<Presence> {
  const held = new Map<string, Promise<void>>()
  let stopped = false
  let client = await connect()

  async function connect(): Promise<Client> {
    const fresh = new Client({ connectionString, keepAlive: true, application_name: 'gips worker presence' })
    await fresh.connect()
    fresh.on('error', () => undefined)
    fresh.once('error', (error) => {
      log.warn({ err: error }, 'the sign of life of this worker was interrupted')
      reconnect().catch(() => undefined)
    })
    await fresh.query('set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3')
    return fresh
  }

  async function reconnect(): Promise<void> {
    while (!stopped) {
      await sleep(RECONNECT_MS)
      try {
        client = await connect()
        for (const poolId of held.keys()) {
          await takeLock(client, poolId)
        }
        return
      } catch (error) {
        log.warn({ err: error }, 'the database is not there')
      }
    }
  }

  return {
    show(poolId) {
      const shown = held.get(poolId) ?? takeLock(client, poolId)
      held.set(poolId, shown)
      return shown
    },
    async stop() {
      stopped = true
      await client.end().catch(() => undefined)
    },
  }
}

async function takeLock(client: Client, poolId: string): Promise<void> {
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [presenceLock(poolId)])
}
