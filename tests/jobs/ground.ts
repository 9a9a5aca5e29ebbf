import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { v7 } from 'uuid'
import { connect } from '@/lib/db'
import { parseWorkerEnv, type WorkerEnv } from '@/lib/env'
import { startWorker } from '@/lib/jobs/worker'
import { makePerson } from '@/prisma/factories/accounts'
import { type FamilyHandle, makeFamily } from '@/prisma/factories/family'
import { makeMembership } from '@/prisma/factories/team'
import type { Person, Prisma, PrismaClient } from '@/prisma/generated/client'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

export interface Ground {
  database: TestDatabase
  /** The owner, through Prisma and plainly. */
  owner: PrismaClient
  sql: Pool
  masterKey: Buffer
  close(): Promise<void>
}

/** A fresh migrated database (or a copy of the one with two dossiers) and the owner's ways into it. */
export async function prepareGround(of?: Parameters<typeof createTestDatabase>[0]): Promise<Ground> {
  const database = await createTestDatabase(of)
  const owner = connect(database.ownerUrl)
  const sql = new Pool({ connectionString: database.ownerUrl, max: 3 })
  return {
    database,
    owner,
    sql,
    masterKey: Buffer.from(process.env.MASTER_KEY ?? '', 'base64'),
    async close() {
      await sql.end()
      await owner.$disconnect()
      for (const folder of folders.splice(0)) {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/**
 * The settings of a worker on this database that sends to this address; null: no mail server is known. As in the demo only
 * reminders wait for working time, unless told otherwise: these tests run at any hour.
 */
export function workerSettings({ database }: Ground, smtpUrl: string | null, DEMO: '0' | '1' = '1'): WorkerEnv {
  const { APP_SECRET, MASTER_KEY, APP_URL } = process.env
  const SMTP_URL = smtpUrl ?? undefined
  return parseWorkerEnv({ APP_SECRET, MASTER_KEY, APP_URL, DEMO, WORKER_DATABASE_URL: database.workerUrl, SMTP_URL })
}

/** An empty folder that is gone when the ground is closed. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gips-'))
  folders.push(folder)
  return folder
}

const folders: string[] = []

/** Runs a worker for as long as the work takes; a mail server that is silent longer than `patienceMs` is given up. */
export async function withWorker(
  ground: Ground,
  smtpUrl: string | null,
  work: () => Promise<void>,
  patienceMs = 10_000,
  settings = workerSettings(ground, smtpUrl),
): Promise<void> {
  const options = { patienceMs, auditExportDir: newFolder() }
  const worker = await startWorker(settings, options)
  try {
    await work()
  } finally {
    await worker.stop()
  }
}

export interface Team {
  family: FamilyHandle
  people: Person[]
}

/** A dossier with this many professionals in its team. */
export async function makeTeam({ owner, masterKey }: Ground, size: number): Promise<Team> {
  const family = await makeFamily(owner, masterKey)
  const people: Person[] = []
  for (let count = 0; count < size; count++) {
    const person = await makePerson(owner)
    await makeMembership(owner, family, person.id)
    people.push(person)
  }
  return { family, people }
}

/** A message in the outbox, as its cause would have written it: a definitive plan unless told otherwise. */
export async function post(
  { owner }: Ground,
  family: { id: string; code: string },
  recipientId: string,
  given: Partial<Prisma.MessageUncheckedCreateInput> = {},
): Promise<string> {
  const id = v7()
  await owner.message.create({
    data: {
      id,
      key: `test:${id}`,
      kind: 'planDefinitive',
      recipientId,
      familyId: family.id,
      payload: { code: family.code, plan: 'gips-1', planId: v7() },
      messageId: `${id}@gips.test`,
      ...given,
    },
  })
  return id
}

/** How many messages are in each state. */
export async function states({ sql }: Ground): Promise<Record<string, number>> {
  const { rows } = await sql.query<{ state: string; count: number }>(
    'select state::text, count(*)::int from message group by 1',
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** Asks again until it is so; says what was the case when it is not so in time. */
export async function until<T>(
  ask: () => T | Promise<T>,
  isSo: (found: T) => boolean,
  patienceMs = 40_000,
): Promise<T> {
  const giveUp = Date.now() + patienceMs
  for (let found = await ask(); ; found = await ask()) {
    if (isSo(found)) {
      return found
    }
    if (Date.now() > giveUp) {
      throw new Error(`Waited ${patienceMs} ms; last seen: ${JSON.stringify(found)}`)
    }
    await new Promise((later) => setTimeout(later, 20))
  }
}
