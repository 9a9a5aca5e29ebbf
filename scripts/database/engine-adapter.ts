import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { type DatabaseError, Pool, type QueryResult } from 'pg'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

const CHAR_OID = 18
const TEXT_OID = 25

/**
 * Prisma's pg adapter, made fit for the schema engine. The adapter cuts a script at every semicolon, which breaks
 * functions and comments, and sends the pieces over several connections; here a script goes to the server whole and so
 * runs in one transaction. The adapter also refuses the type "char" of the system tables, which the engine reads.
 */
export class EngineAdapter extends PrismaPg {
  /** The script that failed last, with the server's own words; the engine passes on only part of them. */
  failure: ScriptFailure | null = null
  readonly #pool: CharAsTextPool

  constructor(databaseUrl: string) {
    const pool = new CharAsTextPool({ connectionString: databaseUrl, options: '-c lock_timeout=5000', max: 2 })
    super(pool)
    this.#pool = pool
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.executeScript = (script) => this.#runWhole(script)
    // The engine sends one query at a time, so the columns noted last are this query's.
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      const columnTypes = result.columnNames.map((name, at) =>
        this.#pool.charColumns.has(name) ? ColumnTypeEnum.Character : (result.columnTypes[at] ?? ColumnTypeEnum.Text),
      )
      return { ...result, columnTypes }
    }
    return adapter
  }

  /** The engine does not close what it opened. */
  close(): Promise<void> {
    return this.#pool.end()
  }

  async #runWhole(script: string): Promise<void> {
    try {
      await this.#pool.query(script)
    } catch (error) {
      this.failure = new ScriptFailure(script, error)
      throw error
    }
  }
}

/** A script that the server refused: its text, and at which of its lines where the server said so. */
export class ScriptFailure extends Error {
  readonly script: string

  constructor(script: string, cause: unknown) {
    const { message, detail, position } = cause as DatabaseError
    const line = position ? ` at line ${script.slice(0, Number(position)).split('\n').length}` : ''
    super(`${message}${detail ? ` (${detail})` : ''}${line}`, { cause })
    this.script = script
  }
}

/** Reports "char" as text, and remembers which columns it did that for. */
class CharAsTextPool extends Pool {
  charColumns = new Set<string>()

  // biome-ignore lint/suspicious/noExplicitAny: pg overloads this method in eleven ways.
  override async query(...args: any[]): Promise<any> {
    const result = await (super.query as (...all: unknown[]) => Promise<QueryResult>).apply(this, args)
    const charFields = (result.fields ?? []).filter((field) => field.dataTypeID === CHAR_OID)
    this.charColumns = new Set(charFields.map((field) => field.name))
    for (const field of charFields) {
      field.dataTypeID = TEXT_OID
    }
    return result
  }
}
