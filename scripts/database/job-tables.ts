import { runMigrations } from 'graphile-worker'
import { Client } from 'pg'
import { WORKER_ROLE } from '@/scripts/database/roles'

const SCHEMA = 'graphile_worker'

/**
 * Brings the job queue's tables up to date as the owner and lets the worker's role use them. The queue's tables have row
 * security on without a policy, so that only their owner sees rows; the worker gets a policy of its own.
 */
export async function migrateJobTables(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl })
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`GRANT USAGE ON SCHEMA ${SCHEMA} TO ${WORKER_ROLE}`)
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${WORKER_ROLE}`)
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${SCHEMA} TO ${WORKER_ROLE}`)
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO ${WORKER_ROLE}`)
    await client.query(workerPolicies)
  } finally {
    await client.end()
  }
}

const workerPolicies = `
  DO $$
  DECLARE guarded regclass;
  BEGIN
    FOR guarded IN
      SELECT oid FROM pg_class
      WHERE relnamespace = '${SCHEMA}'::regnamespace AND relkind = 'r' AND relrowsecurity
        AND NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'worker')
    LOOP
      EXECUTE format('CREATE POLICY worker ON %s TO ${WORKER_ROLE} USING (true) WITH CHECK (true)', guarded);
    END LOOP;
  END $$`
