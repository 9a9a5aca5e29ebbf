import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { queueForAll, queueMessage } from '@/lib/data/outbox'
import { connect } from '@/lib/db'
import { type DossierViewer, passGate } from '@/lib/gate'
import type { CanaryDossier } from '@/prisma/factories/canary-dossier'
import type { TestAccount } from '@/prisma/factories/canary-people'
import type { TwoDossiers } from '@/prisma/factories/two-dossiers'
import type { PrismaClient } from '@/prisma/generated/client'
import { type Ground, prepareGround } from '@/tests/jobs/ground'
import { keptDossiers } from '@/tests/support/kept-dossiers'

let ground: Ground
let app: PrismaClient
let dossiers: TwoDossiers

beforeAll(async () => {
  ground = await prepareGround('TEST_SOURCE_URL')
  app = connect(ground.database.appUrl)
  dossiers = keptDossiers()
})
afterAll(async () => {
  await app.$disconnect()
  await ground.close()
})
beforeEach(async () => {
  await ground.sql.query('delete from message; delete from graphile_worker._private_jobs')
})

function as<T>(who: TestAccount, { code }: CanaryDossier, work: (viewer: DossierViewer) => Promise<T>) {
  return passGate(app, { sessionHash: who.tokenHash, code, right: 'dossier.read', kind: 'change' }, work)
}

function announcement(viewer: DossierViewer, key = 'planDefinitive:gips-1:1') {
  const payload = { code: viewer.code, plan: 'gips-1', planId: dossiers.first.gips1.plan.id }
  return { key, kind: 'planDefinitive' as const, familyId: viewer.familyId, payload, dueAt: viewer.now }
}

async function jobs(): Promise<string[]> {
  const { rows } = await ground.sql.query<{ key: string }>('select key from graphile_worker._private_jobs order by key')
  return rows.map(({ key }) => key)
}

test('the director writes to each active team member and family account, and to nobody else', async () => {
  const { first, outsider, region, administrator } = dossiers
  await as(first.accounts.director, first, (viewer) => queueForAll(viewer.tx, announcement(viewer)))
  const recipients = (await ground.owner.message.findMany()).map(({ recipientId }) => recipientId)
  const { director, mother, father, professional, endedProfessional } = first.accounts
  expect(recipients).toEqual(
    expect.arrayContaining([director, mother, father, professional].map((who) => who.personId)),
  )
  expect(new Set(recipients).size).toBe(recipients.length)
  for (const stranger of [endedProfessional, outsider, region, administrator, dossiers.second.accounts.director]) {
    expect(recipients).not.toContain(stranger.personId)
  }
})

test('every message has its job from the same transaction; what is rolled back leaves neither', async () => {
  const { first } = dossiers
  const failing = as(first.accounts.director, first, async (viewer) => {
    await queueForAll(viewer.tx, announcement(viewer))
    throw new Error('the plan cannot be made definitive after all')
  })
  await expect(failing).rejects.toThrow('after all')
  expect([await ground.owner.message.count(), await jobs()]).toEqual([0, []])

  await as(first.accounts.director, first, (viewer) => queueForAll(viewer.tx, announcement(viewer)))
  const ids = (await ground.owner.message.findMany()).map(({ id }) => id).sort()
  expect(ids.length).toBeGreaterThan(5)
  expect(await jobs()).toEqual(ids)
})

test('the same cause twice, also at the same moment, makes each message once', async () => {
  const { first } = dossiers
  const queue = () => as(first.accounts.director, first, (viewer) => queueForAll(viewer.tx, announcement(viewer)))
  await Promise.all([queue(), queue(), queue()])
  const once = await ground.owner.message.findMany()
  await queue()
  expect(await ground.owner.message.findMany()).toEqual(once)
  expect(await jobs()).toHaveLength(once.length)
})

test('one message is new the first time only, and its Message-ID is on our own host', async () => {
  const { first } = dossiers
  const recipientId = first.accounts.mother.personId
  const queue = () =>
    as(first.accounts.director, first, (viewer) =>
      queueMessage(viewer.tx, { ...announcement(viewer, 'one'), recipientId }),
    )
  expect([await queue(), await queue()]).toMatchObject([{ result: true }, { result: false }])
  const [message] = await ground.owner.message.findMany()
  expect(message?.messageId).toBe(`${message?.id}@localhost`)
})

test('only codes and links of the payload are kept', async () => {
  const { first } = dossiers
  await as(first.accounts.director, first, (viewer) => {
    const message = announcement(viewer)
    return queueForAll(viewer.tx, {
      ...message,
      payload: { ...message.payload, note: 'zwaluw' } as typeof message.payload,
    })
  })
  const kept = await ground.owner.message.findMany()
  expect(JSON.stringify(kept)).not.toContain('zwaluw')
})

test('nobody but the director writes messages, and nobody into another dossier', async () => {
  const { first, second } = dossiers
  const recipientId = first.accounts.mother.personId
  const attempts: [TestAccount, CanaryDossier, string][] = [
    [first.accounts.professional, first, first.family.id],
    [first.accounts.mother, first, first.family.id],
    [first.accounts.director, first, second.family.id],
  ]
  for (const [who, dossier, familyId] of attempts) {
    const writing = as(who, dossier, (viewer) =>
      queueMessage(viewer.tx, { ...announcement(viewer, 'foreign'), recipientId, familyId }),
    )
    await expect(writing).rejects.toThrow()
  }
  expect([await ground.owner.message.count(), await jobs()]).toEqual([0, []])
})

test('the app has no right on the job queue, and the worker can create nothing', async () => {
  const attempt = async (connectionString: string, sql: string) => {
    const client = new Client({ connectionString })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  const { appUrl, workerUrl } = ground.database
  const denied = /permission denied/
  await expect(attempt(appUrl, `select graphile_worker.add_job('send_message')`)).rejects.toThrow(denied)
  await expect(attempt(appUrl, 'select * from graphile_worker._private_jobs')).rejects.toThrow(denied)
  await expect(attempt(appUrl, `select message_is_wanted(gen_random_uuid())`)).rejects.toThrow(denied)
  await expect(attempt(workerUrl, 'create table graphile_worker.x (y int)')).rejects.toThrow(denied)
  await expect(attempt(workerUrl, 'create table x (y int)')).rejects.toThrow(denied)
  await expect(attempt(workerUrl, 'delete from message')).rejects.toThrow(denied)
  await expect(attempt(workerUrl, 'select password_hash from person')).rejects.toThrow(denied)
  await expect(attempt(workerUrl, 'select * from answer')).rejects.toThrow(denied)
})
