import { PrismaPg } from '@prisma/adapter-pg'
import { appEnv } from '@/lib/env'
import { IDLE_MS, type PlainReads, plainConnections, preparedNames } from '@/lib/statements'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'

export type Tx = Prisma.TransactionClient

const POOL_SIZE = 10

const kept = globalThis as unknown as { gipsAppDatabase?: PrismaClient; gipsPlainReads?: PlainReads }

/** A client on any database: tests and scripts name theirs, the app uses `appDatabase`. */
export function connect(url: string, poolSize = POOL_SIZE): PrismaClient {
  const options = '-c timezone=UTC'
  const pool = { connectionString: url, max: poolSize, pipeline: true, idleTimeoutMillis: IDLE_MS, options }
  const nameOf = preparedNames()
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) }) })
}

/** The app's connections, as the role gips_app that owns nothing: one pool a process. */
export function appDatabase(): PrismaClient {
  kept.gipsAppDatabase ??= connect(appEnv().APP_DATABASE_URL)
  return kept.gipsAppDatabase
}

/** The same database and role for reads that are nothing but statements. */
export function plainReads(): PlainReads {
  kept.gipsPlainReads ??= plainConnections(appEnv().APP_DATABASE_URL, POOL_SIZE)
  return kept.gipsPlainReads
}
