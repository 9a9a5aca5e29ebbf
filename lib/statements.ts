import { Pool, type PoolClient, type QueryConfig, type QueryResult, types } from 'pg'
import { type Asked, sendTogether } from '@/lib/statement-batch'
import { Turns } from '@/lib/statement-turns'
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
 * The same for who asks everything before the first answer: all of it is one way to the database and back, and the
 * transaction ends with it (docs/decisions/0050). What is asked after an answer is refused.
 */
export type AtOnce = <T>(ask: (tx: Statements) => Promise<T>) => Promise<T>

/** Statements that PostgreSQL keeps planned on each connection; what comes later is planned each time. */
const MOST_PREPARED = 400
/**
 * How long a connection is kept that nobody uses: a new one plans each statement anew, which takes longer than a page, so whoever
 * looks in after a quiet minute would wait for that.
 */
export const IDLE_MS = 300_000

const DATE = 1082
const BIGINT = 20

const NOTHING_KEPT = 'A statement failed, so nothing of its transaction was kept.'

export interface PlainReads {
  transact: Transact<Statements>
  atOnce: AtOnce
}

interface PlainConnections extends PlainReads {
  close(): Promise<void>
}

/**
 * Transactions on a pool of connections of their own. Values come back as Prisma gives them. What is asked in one turn
 * travels together, also the beginning with the first statement.
 */
export function plainConnections(url: string, poolSize: number): PlainConnections {
  const nameOf = preparedNames()
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: PATIENCE.maxWait,
    idleTimeoutMillis: IDLE_MS,
    options: '-c timezone=UTC -c statement_timeout=10000 -c plan_cache_mode=force_generic_plan',
  })
  // A connection that breaks has left the pool, and who uses it hears it from their statements.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    transact: (work) => triedTwice(() => inTransaction(pool, nameOf, work)),
    atOnce: (ask) => triedTwice(() => inOneTurn(pool, nameOf, ask)),
    close: () => pool.end(),
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
  const turns = new Turns(client)
  const begun = turns.ask({ name: 'begin', text: 'BEGIN' })
  begun.catch(() => undefined)
  try {
    const result = await work(statementsOf(nameOf, (config) => turns.ask(config)))
    await begun
    // After a statement that failed PostgreSQL answers ROLLBACK, and calls that no error.
    const { command } = await turns.ask({ name: 'commit', text: 'COMMIT' })
    if (command !== 'COMMIT') {
      throw new Error(NOTHING_KEPT)
    }
    client.release()
    return result
  } catch (error) {
    turns.end()
    await giveBack(client)
    throw error
  }
}

/** Without a beginning and a commit of its own: what travels in one piece is one transaction. */
async function inOneTurn<T>(
  pool: Pool,
  nameOf: (text: string) => string,
  ask: (tx: Statements) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const all: Asked[] = []
  let isSent = false
  const gather = (config: QueryConfig) =>
    new Promise<QueryResult>((resolve, reject) => {
      if (isSent) {
        throw new Error('Asked after the commit: everything is asked before the first answer.')
      }
      all.push({ config, resolve, reject })
    })
  const asked = (async () => ask(statementsOf(nameOf, gather)))()
  isSent = true
  const [answer, end] = await Promise.allSettled([asked, sendTogether(client, all)])
  if (end.status === 'fulfilled') {
    client.release()
  } else {
    await giveBack(client)
  }
  if (answer.status === 'rejected') {
    throw answer.reason
  }
  if (end.status === 'rejected') {
    throw new Error(NOTHING_KEPT, { cause: end.reason })
  }
  return answer.value
}

/** After something failed: back to the pool as it was, or out of it when it is broken. */
function giveBack(client: PoolClient): Promise<void> {
  return client.query('ROLLBACK').then(
    () => client.release(),
    (broken: Error) => client.release(broken),
  )
}

type Ask = (config: QueryConfig) => Promise<QueryResult>

function statementsOf(nameOf: (text: string) => string, ask: Ask): Statements {
  const run = (parts: TemplateStringsArray, values: unknown[]) => {
    const text = textOf(parts)
    return ask({ name: nameOf(text), text, values, types: AS_PRISMA_READS })
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
const AS_PRISMA_READS = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) {
      return (text: string) => new Date(`${text}T00:00:00Z`)
    }
    return oid === BIGINT ? BigInt : types.getTypeParser(oid, format)
  },
}
