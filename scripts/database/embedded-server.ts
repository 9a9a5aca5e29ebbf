import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, withFileLock } from '@/scripts/database/file-lock'
import { freePort } from '@/scripts/database/free-port'
import { initialise, refuseOtherMajor } from '@/scripts/database/new-cluster'
import { type Placement, placeFor, type Way } from '@/scripts/database/placement'
import { keptSecrets, type Secrets } from '@/scripts/database/secrets'
import { ensureOwner, OWNER, superuserClient } from '@/scripts/database/superuser'

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

/**
 * Nothing has to last, nor to withstand who guesses passwords; and of a database that lives for seconds there is nothing to
 * tidy up.
 */
const THROW_AWAY = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'scram_iterations=1',
]
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
    ...(durable ? [] : THROW_AWAY),
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
