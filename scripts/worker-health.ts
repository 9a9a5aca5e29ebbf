import { Client } from 'pg'
import { workerEnv } from '@/lib/env'
import { fail } from '@/scripts/processes/child'

// For a container's health check: good when the worker beside this process holds its connections to the database.
const client = new Client({ connectionString: workerEnv().WORKER_DATABASE_URL, connectionTimeoutMillis: 5000 })
try {
  await client.connect()
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_stat_activity
     WHERE application_name LIKE 'gips worker%' AND client_addr = inet_client_addr() LIMIT 1`,
  )
  await client.end()
  process.exit(rowCount === 1 ? 0 : 1)
} catch (error) {
  fail(error)
}
