import { type ClientBase, type Connection, Query, type QueryConfig, type QueryResult } from 'pg'

/** A statement with who waits for its answer. */
export interface Asked {
  config: QueryConfig
  resolve(result: QueryResult): void
  reject(error: Error): void
}

/** What the driver's own query does with a connection; its types tell only of its callback. */
interface DriverQuery {
  readonly name?: string
  readonly text: string
  submit(connection: Connection): Error | null
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Wire): void
  handleEmptyQuery(connection: Wire): void
  handleReadyForQuery(connection: Wire): void
  handleError(error: Error, connection: Wire): void
}

interface Wire extends Connection {
  /** The texts of statements, by name, of which the database has not said yet that they are parsed. */
  submittedNamedStatements: Record<string, string>
}

/**
 * Sends statements in one piece, with one Sync behind the last: the database answers in one piece too, instead of stopping
 * after each to send its answer. Where no transaction is open they are one: kept at the Sync, or not at all when one fails.
 * Each answer goes to who asked; resolves when all of them went well, and rejects with the first error.
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 */
export function sendTogether(client: ClientBase, asked: readonly Asked[]): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new Batch(asked, (error) => (error ? reject(error) : resolve())))
  })
}

/** Several of the driver's queries where it expects one: they write themselves, and are told in turn what comes back. */
class Batch {
  readonly #queries: readonly DriverQuery[]
  readonly #done: (error?: Error) => void
  #answered = 0
  /** The first thing that went wrong. */
  #problem: Error | undefined

  constructor(asked: readonly Asked[], done: (error?: Error) => void) {
    this.#queries = asked.map(({ config, resolve, reject }) => {
      const query = new Query(config, (error: Error | undefined, result) => {
        this.#problem ??= error
        error ? reject(error) : resolve(result as unknown as QueryResult)
      })
      return query as unknown as DriverQuery
    })
    this.#done = done
  }

  /** The driver remembers as parsed what goes by this name: the query whose answer is coming. */
  get name(): string | undefined {
    return this.#current?.name
  }

  get text(): string | undefined {
    return this.#current?.text
  }

  submit(connection: Connection): null {
    const withoutSync: Connection = Object.create(connection, { sync: { value: () => undefined } })
    connection.stream.cork()
    for (const query of this.#queries) {
      // Asked first: while it writes, its callback may tell of a value that cannot be written.
      const refused = query.submit(withoutSync)
      this.#problem ??= refused ?? undefined
    }
    connection.sync()
    // Before anything left: the others must not be kept without it, so nothing leaves.
    if (this.#problem) {
      connection.stream.destroy(this.#problem)
    }
    connection.stream.uncork()
    return null
  }

  handleRowDescription(message: unknown): void {
    this.#current?.handleRowDescription(message)
  }

  handleDataRow(message: unknown): void {
    this.#current?.handleDataRow(message)
  }

  handleCommandComplete(message: unknown, connection: Wire): void {
    this.#current?.handleCommandComplete(message, connection)
    this.#answered += 1
  }

  handleEmptyQuery(): void {
    this.#answered += 1
  }

  handleReadyForQuery(connection: Wire): void {
    for (const query of this.#queries) {
      query.handleReadyForQuery(connection)
    }
    this.#done()
  }

  /** What was answered before stands as an answer; the database passes over what follows. */
  handleError(error: Error, connection: Wire): void {
    for (const query of this.#queries.slice(0, this.#answered)) {
      query.handleReadyForQuery(connection)
    }
    for (const query of this.#queries.slice(this.#answered)) {
      delete connection.submittedNamedStatements[query.name ?? '']
      query.handleError(error, connection)
    }
    this.#done(error)
  }

  get #current(): DriverQuery | undefined {
    return this.#queries[this.#answered]
  }
}
