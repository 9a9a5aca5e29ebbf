import { join } from 'node:path'
import { DEMO_DATABASE, ownerEnv, startEnv } from '@/lib/env'
import { headsFolder } from '@/lib/jobs/audit/exported-heads'
import { startEmbeddedServer } from '@/scripts/database/embedded-server'

export interface OwnerDatabase {
  ownerUrl: string
  APP_SECRET: string
  APP_URL: string
  /** Folder of the exported heads of the audit chains. */
  auditHeads: string
  stop(): Promise<void>
}

/** The owner's way into the database that `npm start` uses: the one of DATABASE_URL, else the embedded one. */
export async function ownerDatabase(): Promise<OwnerDatabase> {
  const { DATABASE_URL, GIPS_DATA_DIR, APP_URL, PORT } = startEnv()
  const headsIn = (databaseUrl: string) => headsFolder(join(GIPS_DATA_DIR, 'audit-heads'), databaseUrl)
  if (DATABASE_URL) {
    const env = ownerEnv()
    const { APP_SECRET, APP_URL: site } = env
    const stop = async () => undefined
    return { ownerUrl: DATABASE_URL, APP_SECRET, APP_URL: site, auditHeads: headsIn(DATABASE_URL), stop }
  }
  const server = await startEmbeddedServer({ folder: GIPS_DATA_DIR, durable: true })
  const ownerUrl = server.ownerUrl(DEMO_DATABASE)
  return {
    ownerUrl,
    auditHeads: headsIn(ownerUrl),
    APP_SECRET: server.secrets.APP_SECRET,
    APP_URL: APP_URL ?? `http://localhost:${PORT}`,
    stop: server.stop,
  }
}
