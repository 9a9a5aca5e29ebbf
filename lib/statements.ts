import { Socket } from 'node:net'
import { Pool, type PoolClient, types } from 'pg'
import { PATIENCE, triedTwice } from '@/lib/transact'

/**
 * Statements within a transaction, and nothing else. Prisma's own transaction is one; below is one without Prisma, for
 * the reads that happen most (docs/decisions/0014).
 */
export interface Statements {
  $queryRaw<T>(text: TemplateStringsArray, ...values: unknown[]): Promise<T>
  $executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<number>
}

/** Runs the work in one transaction: committed when it ends, rolled back when it throws. */
export type Transact<X extends Statements> = <T>(work: (tx: X) => Promise<T>) => Promise<T>

/**
 * The same for who asks everything before the first answer: the commit travels with the statements, so all of it is one
 * way to the database and back (docs/decisions/0050). What is asked after an answer is refused.
 */
export type AtOnce = <T>(ask: (tx: Statements) => Promise<T>) => Promise<T>

/** Statements that PostgreSQL keeps planned on each connection; what comes later is planned each time. */
const MOST_PREPARED = 400
const DATE = 1082
const BIGINT = 20

export interface PlainReads {
  transact: Transact<Statements>
  atOnce: AtOnce
}

interface PlainConnections extends PlainReads {
  close(): Promise<void>
}

/**
 * Transactions on a pool of connections of their own. Values come back as Prisma gives them. What is asked before an
 * earlier answer has come travels together, also the beginning with the first statement.
 */
export function plainConnections(url: string, poolSize: number): PlainConnections {
  const nameOf = preparedNames()
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    pipeline: true,
    stream: () => new GatheringSocket(),
    connectionTimeoutMillis: PATIENCE.maxWait,
    options: '-c timezone=UTC -c statement_timeout=10000 -c plan_cache_mode=force_generic_plan',
    types: { getTypeParser: asPrismaReads },
  })
  // A connection that breaks while nobody uses it has left the pool already.
  pool.on('error', () => undefined)
  return {
    transact: (work) => triedTwice(() => inTransaction(pool, nameOf, work)),
    atOnce: (ask) => triedTwice(() => inOneTurn(pool, nameOf, ask)),
    close: () => pool.end(),
  }
}

/** What is written in one turn leaves in one piece: the driver lets go of each statement by itself. */
class GatheringSocket extends Socket {
  override uncork(): void {
    process.nextTick(() => super.uncork())
  }
}

/**
 * A name for each statement, under which its connection keeps it parsed and planned: with the row policies, planning a
 * wide query takes longer than running it (docs/performance.md). So a raw statement names its columns; `select *` from a
 * function would fail on a connection that saw it before a migration changed what the function returns.
 */
export function preparedNames(): (text: string) => string {
  const names = new Map<string, string>()
  return (text) => {
    const name = names.get(text) ?? (names.size < MOST_PREPARED ? `s${names.size}` : '')
    if (name) {
      names.set(text, name)
    }
    return name
  }
}

async function inTransaction<T>(
  pool: Pool,
  nameOf: (text: string) => string,
  work: (tx: Statements) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const begun = begin(client)
  begun.catch(() => undefined)
  try {
    const result = await work(statementsOf(client, nameOf))
    await begun
    await commit(client)
    client.release()
    return result
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

async function inOneTurn<T>(
  pool: Pool,
  nameOf: (text: string) => string,
  ask: (tx: Statements) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const turn = new AbortController()
  const begun = begin(client)
  const asked = (async () => ask(statementsOf(client, nameOf, turn.signal)))()
  const committed = commit(client)
  turn.abort(new Error('Asked after the commit: everything is asked before the first answer.'))
  const [, answer, end] = await Promise.allSettled([begun, asked, committed])
  // After a statement that fails, COMMIT rolls back: the connection is as good as before.
  client.release(end.status === 'rejected' && !(end.reason instanceof RolledBack) ? end.reason : undefined)
  if (answer.status === 'rejected') {
    throw answer.reason
  }
  if (end.status === 'rejected') {
    throw end.reason
  }
  return answer.value
}

function begin(client: PoolClient): Promise<unknown> {
  return client.query({ name: 'begin', text: 'BEGIN' })
}

/** PostgreSQL answers a COMMIT after a statement that failed with ROLLBACK, and calls that no error. */
class RolledBack extends Error {
  override readonly name = 'RolledBack'
}

async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query({ name: 'commit', text: 'COMMIT' })
  if (command !== 'COMMIT') {
    throw new RolledBack('A statement failed, so nothing of its transaction was kept.')
  }
}

function statementsOf(client: PoolClient, nameOf: (text: string) => string, over?: AbortSignal): Statements {
  const run = (parts: TemplateStringsArray, values: unknown[]) => {
    over?.throwIfAborted()
    const text = textOf(parts)
    return client.query({ name: nameOf(text), text, values })
  }
  return {
    $queryRaw: async <T>(parts: TemplateStringsArray, ...values: unknown[]) => (await run(parts, values)).rows as T,
    $executeRaw: async (parts, ...values) => (await run(parts, values)).rowCount ?? 0,
  }
}

const texts = new WeakMap<TemplateStringsArray, string>()

/** The statement with its places numbered; the parts of one template are always the same object. */
function textOf(parts: TemplateStringsArray): string {
  const known = texts.get(parts) ?? parts.reduce((text, part, index) => `${text}$${index}${part}`)
  texts.set(parts, known)
  return known
}

/** A date is midnight UTC, a bigint stays whole. */
function asPrismaReads(oid: number, format?: 'text' | 'binary') {
  if (oid === DATE) {
    return (text: string) => new Date(`${text}T00:00:00Z`)
  }
  return oid === BIGINT ? BigInt : types.getTypeParser(oid, format)
}
