import { appDatabase } from '@/lib/db'
import { json } from '@/lib/route'
import { version } from '@/package.json'

/** For load balancers and monitors: up or not, and nothing else about the system. */
export async function GET(): Promise<Response> {
  const database = await appDatabase().$queryRaw`select 1`.then(() => 'up').catch(() => 'down')
  const status = database === 'up' ? 'ok' : 'unavailable'
  return json({ status, database, version }, status === 'ok' ? 200 : 503)
}
