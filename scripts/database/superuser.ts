import { Client } from 'pg'
import type { Secrets } from '@/scripts/database/secrets'

export const SUPERUSER = 'postgres'
export const OWNER = 'gips_owner'

/** A connection of the embedded server's superuser, not yet opened. */
export function superuserClient(port: number, secrets: Secrets): Client {
  return new Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password: secrets.superuserPassword,
    database: 'postgres',
    connectionTimeoutMillis: 3000,
  })
}

/** Makes the owner of the application's databases, once. */
export async function ensureOwner(port: number, secrets: Secrets): Promise<void> {
  const client = superuserClient(port, secrets)
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER])
    if (rowCount === 0) {
      // No superuser: what works here also works on a managed server.
      await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE CREATEDB PASSWORD '${secrets.ownerPassword}'`)
      await client.query(`GRANT pg_signal_backend TO ${OWNER}`)
    }
  } finally {
    await client.end()
  }
}
