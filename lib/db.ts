import { PrismaPg } from '@prisma/adapter-pg'
import { appEnv } from '@/lib/env'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'

export type Tx = Prisma.TransactionClient

const kept = globalThis as unknown as { gipsAppDatabase?: PrismaClient }

/** A client on any database: tests and scripts name theirs, the app uses `appDatabase`. */
export function connect(url: string, poolSize = 10): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: poolSize, options: '-c timezone=UTC' }) })
}

/** The app's connections, as the role gips_app that owns nothing: one pool a process. */
export function appDatabase(): PrismaClient {
  kept.gipsAppDatabase ??= connect(appEnv().APP_DATABASE_URL)
  return kept.gipsAppDatabase
}
