import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ground, makeTeam, newFolder, post, prepareGround, states, until } from '@/tests/jobs/ground'
import { openPostOffice, type PostOffice, parseLetter } from '@/tests/jobs/post-office'

const KILLS = 20
const MESSAGES = 200
const bundle = resolve(`.build/worker-to-kill-${process.pid}.mjs`)
const folder = newFolder()
const running = new Set<ChildProcess>()

let ground: Ground
let office: PostOffice

beforeAll(async () => {
  ground = await prepareGround()
  office = await openPostOffice()
  await build({
    entryPoints: ['tests/faults/worker-process.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
  })
})
afterAll(async () => {
  await Promise.all([...running].map(kill))
  rmSync(bundle, { force: true })
  await office.close()
  await ground.close()
})

test('a worker killed at any moment loses no message unseen and repeats one at most once, under its Message-ID', async () => {
  const { family, people } = await makeTeam(ground, 1)
  const ids: string[] = []
  office.delayMs = 15
  for (let kills = 0; kills < KILLS; kills++) {
    for (let count = 0; count < MESSAGES / KILLS; count++) {
      const payload = { code: `G-${100_000 + ids.length}`, plan: 'gips-1', planId: family.id }
      ids.push(await post(ground, family, people[0]?.id ?? '', { payload }))
    }
    const worker = launch()
    await lettersTaken(Math.floor(Math.random() * 8))
    await new Promise((later) => setTimeout(later, Math.random() * 25))
    await kill(worker)
  }
  const last = launch()
  const end = await until(
    () => states(ground),
    (found) => !found.waiting && !found.sending,
  )
  await kill(last)

  const copies = await copiesPerCode()
  for (const [index, id] of ids.entries()) {
    const messageIds = copies.get(`G-${100_000 + index}`) ?? []
    expect(messageIds.length).toBeLessThanOrEqual(2)
    expect(messageIds.every((messageId) => messageId === `<${id}@gips.test>`)).toBe(true)
    // Cut off twice at the very moment of sending: nobody can know whether it arrived, so the administrator is told.
    expect(messageIds.length > 0 || (await stateOf(id)) === 'failed').toBe(true)
  }
  expect((end.sent ?? 0) + (end.failed ?? 0)).toBe(MESSAGES)
  expect(end.sent).toBeGreaterThan(MESSAGES - KILLS)
}, 300_000)

test('the jobs of a killed worker are free again as soon as another one looks', async () => {
  const { family, people } = await makeTeam(ground, 1)
  office.delayMs = 2_000
  const id = await post(ground, family, people[0]?.id ?? '')
  const worker = launch()
  await lettersTaken(0)
  await kill(worker)
  office.delayMs = 0
  const successor = launch()
  await until(
    () => stateOf(id),
    (state) => state === 'sent',
  )
  await kill(successor)
})

async function stateOf(id: string): Promise<string> {
  const { rows } = await ground.sql.query<{ state: string }>('select state from message where id = $1', [id])
  return rows[0]?.state ?? ''
}

function launch(): ChildProcess {
  const { APP_SECRET, MASTER_KEY, APP_URL, PATH } = process.env
  const settings = { APP_SECRET, MASTER_KEY, APP_URL, PATH, NODE_ENV: 'test' as const, LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [bundle, folder], {
    env: { ...settings, WORKER_DATABASE_URL: ground.database.workerUrl, SMTP_URL: office.url },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  running.add(child)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child)
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}

/** Resolves when one mail more than this many has been taken in. */
function lettersTaken(count: number): Promise<void> {
  return new Promise((enough) => {
    let left = count
    office.onLetter = () => {
      if (left-- <= 0) {
        enough()
      }
    }
  })
}

async function copiesPerCode(): Promise<Map<string, string[]>> {
  const copies = new Map<string, string[]>()
  for (const letter of office.letters) {
    const { subject = '' } = await parseLetter(letter)
    const code = /G-\d+/.exec(subject)?.[0] ?? ''
    copies.set(code, [...(copies.get(code) ?? []), letter.messageId])
  }
  return copies
}
