import { Client } from 'pg'
import { connect } from '@/lib/db'
import { sealSession } from '@/lib/session-cookie'
import { makeSession } from '@/prisma/factories/accounts'
import { copyFamily } from '@/prisma/factories/many-families'
import type { PrismaClient } from '@/prisma/generated/client'
import { seedDemoAt } from '@/prisma/seed'
import { parentOf } from '@/scripts/bench/processor-time'
import { type EmbeddedServer, startEmbeddedServer } from '@/scripts/database/embedded-server'
import { migrateDatabase } from '@/scripts/database/migrate'
import { roleUrls } from '@/scripts/database/roles'

const FOLDER = '.test/bench'
const DATABASE = 'gips_bench'
const COPIED = 'G-0001'

export interface Ground {
  server: EmbeddedServer
  ownerUrl: string
  appUrl: string
  owner: PrismaClient
  /** The process whose children are the server's connections. */
  postgresPid: number
  /** Adds copies until there are so many families. */
  growTo(families: number): Promise<void>
  /** The Cookie header of someone who has just logged in. */
  cookieOf(email: string): Promise<string>
  /** The codes of the dossiers of whose team someone is. */
  codesOf(email: string): Promise<string[]>
  stop(): Promise<void>
}

/**
 * A PostgreSQL of the bench's own, as durable as that of `npm start`, with a new database that holds the demo. Sets what
 * the session cookie needs in this process's environment.
 */
export async function prepareGround(appOrigin: string): Promise<Ground> {
  const server = await startEmbeddedServer({ folder: FOLDER, durable: true })
  try {
    const ownerUrl = server.ownerUrl(DATABASE)
    const urls = roleUrls(ownerUrl, server.secrets)
    const { appUrl } = urls
    await execute(server.ownerUrl('postgres'), `drop database if exists ${DATABASE} with (force)`)
    await execute(server.ownerUrl('postgres'), `create database ${DATABASE}`)
    await execute(superuserUrl(server), 'grant set on parameter session_replication_role to gips_owner')
    await migrateDatabase(ownerUrl, urls)
    await seedDemoAt(ownerUrl, server.secrets.MASTER_KEY)
    const { APP_SECRET, MASTER_KEY } = server.secrets
    Object.assign(process.env, { APP_SECRET, MASTER_KEY, APP_URL: appOrigin, APP_DATABASE_URL: appUrl })
    const owner = connect(ownerUrl, 2)
    return {
      server,
      ownerUrl,
      appUrl,
      owner,
      postgresPid: await serverBehind(owner),
      growTo: (families) => growTo(ownerUrl, families),
      cookieOf: (email) => cookieOf(owner, email),
      codesOf: (email) => codesOf(owner, email),
      stop: async () => {
        await owner.$disconnect()
        await execute(server.ownerUrl('postgres'), `drop database if exists ${DATABASE} with (force)`)
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The server's own process is the parent of every connection's. */
async function serverBehind(owner: PrismaClient): Promise<number> {
  const [row] = await owner.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
  return parentOf(row?.pid ?? 0)
}

async function growTo(ownerUrl: string, families: number): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ count: number }>('select count(*)::int from family')
    const present = rows[0]?.count ?? 0
    if (families > present) {
      await copyFamily(client, COPIED, present + 1, families)
      await client.query('vacuum analyze')
    }
  } finally {
    await client.end()
  }
}

async function cookieOf(owner: PrismaClient, email: string): Promise<string> {
  const person = await owner.person.findUniqueOrThrow({ where: { email } })
  const { token } = await makeSession(owner, person.id)
  return `gips.session=${await sealSession(token)}`
}

async function codesOf(owner: PrismaClient, email: string): Promise<string[]> {
  const families = await owner.family.findMany({
    where: { teamMemberships: { some: { person: { email } } } },
    orderBy: { code: 'asc' },
  })
  return families.map(({ code }) => code)
}

/** Only to let the owner copy families without checking each row again. */
function superuserUrl({ port, secrets }: EmbeddedServer): string {
  return `postgresql://postgres:${secrets.superuserPassword}@127.0.0.1:${port}/postgres`
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
