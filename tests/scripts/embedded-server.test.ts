import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbeddedServer } from '@/scripts/database/embedded-server'
import { isAlive } from '@/scripts/database/file-lock'
import { forgetMoved, type Way } from '@/scripts/database/placement'

const started: EmbeddedServer[] = []
const folders: string[] = []

afterEach(async () => {
  for (const server of started.splice(0)) {
    await server.stop()
  }
  for (const folder of folders.splice(0)) {
    forgetMoved(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  }
})

/** mkdtemp makes a folder of mode 0700, which the account postgres cannot enter. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gips-embedded-'))
  folders.push(folder)
  return folder
}

async function start(folder: string, ways?: readonly Way[]): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ folder, durable: false, ...(ways ? { ways } : {}) })
  started.push(server)
  return server
}

async function ask<T>(server: EmbeddedServer, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: server.ownerUrl('postgres') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.end()
  }
}

async function killServerOf(folder: string): Promise<void> {
  const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) {
    await new Promise((wait) => setTimeout(wait, 10))
  }
}

test('the secrets are readable by nobody else, and the server by this computer only', async () => {
  const folder = newFolder()
  const server = await start(folder)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  const lock = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  expect({ socketFolder: lock[4], address: lock[5] }).toEqual({ socketFolder: '', address: '127.0.0.1' })
  expect(await ask(server, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toEqual([{ rolsuper: false }])
})

test('a second start joins the server that runs, and the first to stop leaves it to the other', async () => {
  const folder = newFolder()
  const other = process.ppid
  const first = await startEmbeddedServer({ folder, durable: false, userPid: other })
  const second = await start(folder)
  expect(second.port).toBe(first.port)
  await first.stop()
  expect(await ask(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('after a kill -9 of the server its data are there again', async () => {
  const folder = newFolder()
  const before = await start(folder)
  await ask(before, 'CREATE DATABASE kept')
  await killServerOf(folder)
  const after = await start(folder)
  expect(await ask(after, "SELECT datname FROM pg_database WHERE datname = 'kept'")).toEqual([{ datname: 'kept' }])
  expect(after.secrets).toEqual(before.secrets)
})

describe.runIf(process.getuid?.() === 0)('as root, below a folder that the account postgres cannot enter', () => {
  test.each<[Way]>([['namespace'], ['moved']])('it runs by the way "%s"', async (way) => {
    const folder = newFolder()
    const server = await start(folder, [way])
    expect(server.way).toBe(way)
    await ask(server, 'CREATE DATABASE kept')
    await server.stop()
    const again = await start(folder, [way])
    expect(await ask(again, "SELECT datname FROM pg_database WHERE datname = 'kept'")).toEqual([{ datname: 'kept' }])
  })
})
