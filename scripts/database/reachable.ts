import { Client } from 'pg'
import { SettingsError } from '@/lib/env'

const OLDEST_VERSION = 160_000

/** Throws one line that names the setting when its address leads to no database, or to a PostgreSQL older than 16. */
export async function refuseUnreachable(setting: string, connectionString: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    )
    if ((rows[0]?.version ?? 0) < OLDEST_VERSION) {
      throw new Error('PostgreSQL 16 or newer is needed')
    }
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    throw new SettingsError(`Wrong settings: ${setting} leads to no database that can be used: ${message || code}.`)
  } finally {
    await client.end().catch(() => undefined)
  }
}
