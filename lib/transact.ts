import { setTimeout as sleep } from 'node:timers/promises'
import type { Tx } from '@/lib/db'
import { Busy } from '@/lib/errors'
import { log } from '@/lib/log'
import type { Transact } from '@/lib/statements'
import type { PrismaClient } from '@/prisma/generated/client'

/**
 * How long one waits for a connection, and how long the work on it may take. Twenty at once who change the same thing stand
 * in line, on a busy machine for seconds; the two together stay under the minute after which a proxy gives up.
 */
export const PATIENCE = { maxWait: 15_000, timeout: 20_000 }

/** What PostgreSQL calls two transactions that cannot both go on: a failed serialization, and a deadlock. */
const LOST_RACES = ['40001', '40P01']
const STATEMENT_CANCELED = '57014'
/** No connection came free in time, or the work took longer than it may: of Prisma, and of the pool without it. */
const TOOK_TOO_LONG = /Unable to start a transaction|on an expired transaction|timeout exceeded when trying to connect/

/** Transactions of this client, all with the same patience. */
export function transactionsOf(db: PrismaClient, patience = PATIENCE): Transact<Tx> {
  return (work) => triedTwice(() => db.$transaction(work, patience))
}

/**
 * Runs a transaction, and once more where it lost a race that rolled it back: so its work does nothing outside it. Throws
 * `Busy` where that is lost again, or where a connection or an answer does not come in time; other errors pass through.
 */
export async function triedTwice<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!codesIn(error).some((code) => LOST_RACES.includes(code))) {
      throw busyOr(error)
    }
    log.warn({ err: error }, 'a transaction lost a race and is tried again')
  }
  // At once it would take again what the other is just being given.
  await sleep(50 + Math.random() * 100)
  return run().catch((error) => {
    throw busyOr(error)
  })
}

function busyOr(error: unknown): unknown {
  const isLate = error instanceof Error && TOOK_TOO_LONG.test(error.message)
  if (!isLate && !codesIn(error).some((code) => [...LOST_RACES, STATEMENT_CANCELED].includes(code))) {
    return error
  }
  log.warn({ err: error }, 'too busy for a transaction')
  return new Busy(error)
}

interface Coded {
  code?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: { cause?: unknown } }
}

/** The codes of PostgreSQL in an error of the driver, in what it led to, or of Prisma around it. */
function codesIn(error: unknown): string[] {
  const { code, cause, meta } = Object(error) as Coded
  const { originalCode } = Object(meta?.driverAdapterError?.cause) as { originalCode?: unknown }
  const own = [code, originalCode].filter((each) => typeof each === 'string')
  return cause ? [...own, ...codesIn(cause)] : own
}
