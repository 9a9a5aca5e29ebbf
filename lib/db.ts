import { PrismaPg } from '@prisma/adapter-pg'
import { appEnv } from '@/lib/env'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'

export type Tx = Prisma.TransactionClient

/** Statements that PostgreSQL keeps planned on each connection; what comes later is planned each time. */
const MOST_PREPARED = 400

const kept = globalThis as unknown as { gipsAppDatabase?: PrismaClient }

/** A client on any database: tests and scripts name theirs, the app uses `appDatabase`. */
export function connect(url: string, poolSize = 10): PrismaClient {
  const pool = { connectionString: url, max: poolSize, options: '-c timezone=UTC' }
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: preparedNames() }) })
}

/** The app's connections, as the role gips_app that owns nothing: one pool a process. */
export function appDatabase(): PrismaClient {
  kept.gipsAppDatabase ??= connect(appEnv().APP_DATABASE_URL)
  return kept.gipsAppDatabase
}

/**
 * A name for each statement, under which its connection keeps it parsed and planned: with the row policies, planning a
 * wide query takes longer than running it (docs/performance.md). So a raw statement names its columns; `select *` from a
 * function would fail on a connection that saw it before a migration changed what the function returns.
 */
function preparedNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const name = names.get(sql) ?? (names.size < MOST_PREPARED ? `s${names.size}` : '')
    if (name) {
      names.set(sql, name)
    }
    return name
  }
}
