import { ownerEnv } from '@/lib/env'
import { migrateDatabase } from '@/scripts/database/migrate'
import { refuseUnreachable } from '@/scripts/database/reachable'
import { roleUrls } from '@/scripts/database/roles'
import { fail } from '@/scripts/processes/child'

try {
  const env = ownerEnv()
  await refuseUnreachable('DATABASE_URL', env.DATABASE_URL)
  const applied = await migrateDatabase(env.DATABASE_URL, roleUrls(env.DATABASE_URL, env))
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
} catch (error) {
  fail(error)
}
