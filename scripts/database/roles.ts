import { setTimeout } from 'node:timers/promises'
import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg'
import { loginKey } from '@/lib/login-proof'
import { derivedKey } from '@/scripts/database/secrets'

export const APP_ROLE = 'gips_app'
export const WORKER_ROLE = 'gips_worker'
const MOST_ATTEMPTS = 20

export interface RoleUrls {
  appUrl: string
  workerUrl: string
  /** By which the application proves itself to the functions of the login. */
  loginKey: Buffer
}

interface Given {
  APP_SECRET: string
  APP_DATABASE_URL?: string | undefined
  WORKER_DATABASE_URL?: string | undefined
}

/** Where the two roles log in: what the settings say, else the owner's server with passwords derived from APP_SECRET. */
export function roleUrls(ownerUrl: string, given: Given): RoleUrls {
  return {
    appUrl: given.APP_DATABASE_URL ?? derivedUrl(ownerUrl, APP_ROLE, given.APP_SECRET),
    workerUrl: given.WORKER_DATABASE_URL ?? derivedUrl(ownerUrl, WORKER_ROLE, given.APP_SECRET),
    loginKey: loginKey(given.APP_SECRET),
  }
}

/**
 * Makes the roles of the application and of the worker, gives them today's password and lets them, and nobody else,
 * connect to this database. Both own nothing and bypass no row policy. An account of another name that the settings
 * give becomes a member of the role. Throws when such an account is a superuser or bypasses row policies. May run again.
 */
export async function ensureRoles(ownerUrl: string, urls: Omit<RoleUrls, 'loginKey'>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await setRoles(ownerUrl, urls)
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isCollision(error)) throw error
      await setTimeout(Math.random() * 100 * attempt)
    }
  }
}

/**
 * Whether another database of this server was setting the same roles at this moment. Roles belong to the whole server,
 * and no lock that an owner may take reaches further than one database: who comes second starts again.
 */
function isCollision(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false
  const made = ['23505', '42710'].includes(error.code ?? '')
  return made || (error.code === 'XX000' && /^tuple concurrently (updated|deleted)$/.test(error.message))
}

async function setRoles(ownerUrl: string, urls: Omit<RoleUrls, 'loginKey'>): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    // Two starts on one database wait for each other.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('gips roles'))")
    await ensureRole(client, APP_ROLE, new URL(urls.appUrl))
    await ensureRole(client, WORKER_ROLE, new URL(urls.workerUrl))
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name')
    await letRolesConnect(client, rows[0]?.name ?? '')
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

/** Gives the database the key of the login, where only the owner reads it. After the migrations; may run again. */
export async function keepLoginKey(ownerUrl: string, { loginKey: key }: RoleUrls): Promise<void> {
  const block = Buffer.concat([key, Buffer.alloc(64 - key.length)])
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(
      `INSERT INTO gips_secret.login_key (inner_pad, outer_pad) VALUES ($1, $2)
       ON CONFLICT (only_one) DO UPDATE SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad`,
      [block.map((byte) => byte ^ 0x36), block.map((byte) => byte ^ 0x5c)],
    )
  } finally {
    await client.end()
  }
}

function derivedUrl(ownerUrl: string, role: string, appSecret: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = derivedKey(appSecret, `database role ${role}`).toString('hex')
  return url.href
}

async function ensureRole(client: Client, role: string, url: URL): Promise<void> {
  const account = decodeURIComponent(url.username)
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  if (rowCount === 0) {
    await client.query(`CREATE ROLE ${role} NOLOGIN`)
  }
  if (account === role) {
    await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${escapeLiteral(decodeURIComponent(url.password))}`)
    // Prisma's adapter takes every moment that it reads for one in UTC.
    await client.query(`ALTER ROLE ${role} SET timezone TO 'UTC'`)
  } else {
    await client.query(`GRANT ${role} TO ${escapeIdentifier(account)}`)
  }
  await refuseAboveTheLaw(client, account)
}

async function refuseAboveTheLaw(client: Client, account: string): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(
    'SELECT rolsuper OR rolbypassrls OR rolname = current_user AS free FROM pg_roles WHERE rolname = $1',
    [account],
  )
  if (rows[0]?.free !== false) {
    throw new Error(
      `The database account "${account}" is the owner or bypasses row policies: give the app and the worker accounts of their own.`,
    )
  }
}

/** Lets the two roles, which are there, and nobody else connect to this database of the client's server. */
export async function letRolesConnect(client: Client, database: string): Promise<void> {
  const name = escapeIdentifier(database)
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`)
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${APP_ROLE}, ${WORKER_ROLE}`)
}
