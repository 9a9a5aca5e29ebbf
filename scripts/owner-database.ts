import { DEMO_DATABASE, ownerEnv, startEnv } from '@/lib/env'
import { startEmbeddedServer } from '@/scripts/database/embedded-server'

export interface OwnerDatabase {
  ownerUrl: string
  APP_SECRET: string
  APP_URL: string
  stop(): Promise<void>
}

/** The owner's way into the database that `npm start` uses: the one of DATABASE_URL, else the embedded one. */
export async function ownerDatabase(): Promise<OwnerDatabase> {
  const { DATABASE_URL, GIPS_DATA_DIR, APP_URL, PORT } = startEnv()
  if (DATABASE_URL) {
    const env = ownerEnv()
    return { ownerUrl: DATABASE_URL, APP_SECRET: env.APP_SECRET, APP_URL: env.APP_URL, stop: async () => undefined }
  }
  const server = await startEmbeddedServer({ folder: GIPS_DATA_DIR, durable: true })
  return {
    ownerUrl: server.ownerUrl(DEMO_DATABASE),
    APP_SECRET: server.secrets.APP_SECRET,
    APP_URL: APP_URL ?? `http://localhost:${PORT}`,
    stop: server.stop,
  }
}
