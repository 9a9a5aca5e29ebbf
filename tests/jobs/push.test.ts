import type { IncomingHttpHeaders } from 'node:http'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import webPush from 'web-push'
import { reportSignal } from '@/lib/data/signal-report'
import { connect } from '@/lib/db'
import { ReportInput } from '@/lib/domain/signal-forms'
import { passGate } from '@/lib/gate'
import { startWorker } from '@/lib/jobs/worker'
import { PUSHED_KINDS } from '@/lib/messages/push-lines'
import { makeDevice } from '@/prisma/factories/push'
import { makeSignal } from '@/prisma/factories/signals'
import type { TwoDossiers } from '@/prisma/factories/two-dossiers'
import type { PrismaClient } from '@/prisma/generated/client'
import { type Ground, newFolder, post, prepareGround, until, workerSettings } from '@/tests/jobs/ground'
import { openPostOffice, type PostOffice } from '@/tests/jobs/post-office'
import { claimsIn, makeReader, openPushService, type PushService, type Reader } from '@/tests/jobs/push-service'
import { restoreClock, setClock } from '@/tests/support/clock'
import { keptDossiers } from '@/tests/support/kept-dossiers'

const KEYS = webPush.generateVAPIDKeys()

let ground: Ground
let app: PrismaClient
let dossiers: TwoDossiers
let office: PostOffice
let service: PushService
const readers = new Map<string, Reader>()

beforeAll(async () => {
  ground = await prepareGround('TEST_SOURCE_URL')
  app = connect(ground.database.appUrl)
  dossiers = keptDossiers()
}, 60_000)
afterAll(async () => {
  await app.$disconnect()
  await ground.close()
})
beforeEach(async () => {
  office = await openPostOffice()
  service = await openPushService()
  readers.clear()
  await ground.sql.query('delete from message; delete from push_device; delete from graphile_worker._private_jobs')
})
afterEach(async () => {
  await service.close()
  await office.close()
})

const accounts = () => dossiers.first.accounts

/** Switches alerts on for somebody, at an address by which the test knows whose it is. */
async function deviceOf(name: 'director' | 'deputy' | 'professional' | 'gipsMaster', device = name as string) {
  const reader = makeReader()
  readers.set(`/${device}`, reader)
  return makeDevice(ground.owner, accounts()[name].personId, {
    endpoint: `${service.url}/${device}`,
    publicKey: new Uint8Array(reader.publicKey),
    auth: new Uint8Array(reader.auth),
  })
}

/** As a professional reports it, on the page. */
async function report(): Promise<string> {
  const id = v7()
  const { code, members } = dossiers.first
  const entry = {
    sessionHash: accounts().professional.tokenHash,
    code,
    right: 'signal.report',
    kind: 'change',
  } as const
  const said = { happened: 'De deur stond open.', happenedAt: '', urgency: 'now', members: [members.child.id] }
  const passage = await passGate(app, entry, (viewer) => reportSignal(viewer, id, ReportInput.parse(said)))
  expect(passage.outcome).toBe('entered')
  return id
}

/** A worker that hears of new alerts and never looks for them itself. (A clock would measure how busy the machine is.) */
const ONLY_TOLD = 600_000

async function withAlerts(work: () => Promise<void>, pollMs = 500, demo: '0' | '1' = '1'): Promise<void> {
  const settings = {
    ...workerSettings(ground, office.url, demo),
    VAPID_PUBLIC_KEY: KEYS.publicKey,
    VAPID_PRIVATE_KEY: KEYS.privateKey,
    VAPID_CONTACT: 'mailto:beheer@gips.example',
  }
  const worker = await startWorker(settings, { patienceMs: 20_000, auditExportDir: newFolder(), pollMs })
  await work().finally(() => worker.stop())
}

const taken = () => service.taken.map(({ path }) => path).sort()
const shown = () => service.taken.map(({ path, body }) => readers.get(path)?.read(body))
const jobsLeft = async () => {
  const { rows } = await ground.sql.query<{ attempts: number }>(
    `select attempts from graphile_worker._private_jobs where key like 'push %'`,
  )
  return rows
}
const noneLeft = (rows: unknown[]) => rows.length === 0

describe('an alert of a signal', () => {
  test('reaches each device of director and deputy as soon as it is announced, and shows a code and a link only', async () => {
    await deviceOf('director')
    await deviceOf('director', 'laptop')
    await deviceOf('deputy')
    await deviceOf('professional')
    await deviceOf('gipsMaster')
    let id = ''
    await withAlerts(async () => {
      // It has begun to listen once the alert of some report goes out.
      await until(
        async () => [await report(), taken()],
        ([, paths]) => (paths?.length ?? 0) > 0,
      )
      await until(jobsLeft, noneLeft)
      service.taken.length = 0
      id = await report()
      await until(taken, (paths) => paths.length >= 3)
      await until(jobsLeft, noneLeft)
    }, ONLY_TOLD)
    expect(taken()).toEqual(['/deputy', '/director', '/laptop'])
    const { code } = dossiers.first
    for (const alert of shown()) {
      expect(alert).toEqual({
        body: `Nieuw signaal in ${code}`,
        path: `/gezinnen/${code}/signalen/${id}`,
        tag: expect.any(String),
      })
    }
    const [{ headers, body } = { headers: {} as IncomingHttpHeaders, body: Buffer.alloc(0) }] = service.taken
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high', ttl: '86400' })
    expect(headers.topic).toMatch(/^[\w-]{32}$/)
    expect(claimsIn(headers.authorization)).toMatchObject({ aud: service.url, sub: 'mailto:beheer@gips.example' })
    expect(body.toString('latin1')).not.toContain(code)
    expect(await ground.owner.pushDevice.count({ where: { lastSentAt: { not: null } } })).toBe(3)
  }, 60_000)

  test('is not held up by a mail server that says nothing, nor by mail that waits', async () => {
    office.behaviour = 'hangs'
    await deviceOf('director')
    for (let count = 0; count < 6; count++) {
      const payload = { code: dossiers.first.code }
      await post(ground, dossiers.first.family, accounts().director.personId, { kind: 'directorAppointed', payload })
    }
    await withAlerts(async () => {
      const sending = async () => ground.owner.message.count({ where: { state: 'sending' } })
      await until(sending, (count) => count >= 2)
      await report()
      await until(taken, (paths) => paths.length > 0)
      expect(await ground.owner.message.count({ where: { state: 'sent' } })).toBe(0)
    })
    expect(office.letters).toEqual([])
  }, 60_000)

  test('holds up no mail when the push service says nothing', async () => {
    service.status = null
    await deviceOf('director')
    await withAlerts(async () => {
      await report()
      await until(
        () => office.letters.map(({ to }) => to),
        (to) => to.includes(accounts().director.email) && to.includes(accounts().deputy.email),
      )
      await until(taken, (paths) => paths.length > 0)
    })
  }, 60_000)

  test('goes to nobody once the signal was seen, the role is over, or the account closed', async () => {
    await deviceOf('director')
    const seen = await report()
    await ground.owner.safetySignal.updateMany({
      where: { id: seen },
      data: { state: 'acknowledged', acknowledgedAt: new Date(), acknowledgedById: accounts().deputy.personId },
    })
    await deviceOf('deputy')
    await report()
    const where = { familyId: dossiers.first.family.id, personId: accounts().deputy.personId, role: 'deputy' as const }
    await ground.owner.teamMembership.updateMany({ where, data: { until: new Date() } })
    await ground.sql.query(`delete from push_device where person_id = $1`, [accounts().director.personId])
    await withAlerts(async () => {
      await until(jobsLeft, noneLeft)
    })
    await ground.owner.teamMembership.updateMany({ where, data: { until: null } })
    expect(service.taken).toEqual([])
  }, 60_000)
})

describe('an alert of what a director chose beside signals', () => {
  const atNight = () => setClock(ground.sql, '2100-03-09T22:30:00Z')
  const inTheMorning = async () => {
    await setClock(ground.sql, '2100-03-10T07:00:00Z')
    await ground.sql.query('update graphile_worker._private_jobs set run_at = now()')
  }
  const withRealAlerts = (work: () => Promise<void>) => withAlerts(work, 500, '0')
  afterEach(() => restoreClock(ground.sql))

  /** As when somebody ticked an agreement of the director's dossier as done, in the night. */
  async function tick(): Promise<string> {
    const { first } = dossiers
    const { personId } = accounts().director
    await deviceOf('director')
    await ground.owner.person.update({ where: { id: personId }, data: { pushEvents: ['agreementDone'] } })
    await atNight()
    const payload = { code: first.code, agreement: v7() }
    return post(ground, first.family, personId, { kind: 'agreementDone', payload, state: 'sent' })
  }
  const waitsForMorning = async () => {
    const { rows } = await ground.sql.query<{ hours: number }>(
      `select round(extract(epoch from run_at - now()) / 3600, 1)::float as hours from graphile_worker._private_jobs
       where key like 'push %' and attempts = 0 and locked_at is null`,
    )
    return rows.map(({ hours }) => hours)
  }

  test('waits for working time, while a signal of the same night goes at once', async () => {
    const { first } = dossiers
    const { director, professional } = accounts()
    await tick()
    await withRealAlerts(async () => {
      await until(waitsForMorning, ([hours]) => hours === 8.5)
      const { id: signal } = await makeSignal(ground.owner, first.family, { reporterPersonId: professional.personId })
      const payload = { code: first.code, signal }
      await post(ground, first.family, director.personId, { kind: 'signalReported', payload })
      await until(taken, (paths) => paths.length > 0)
    })
    expect(shown().map((alert) => alert?.body)).toEqual([`Nieuw signaal in ${first.code}`])
    await inTheMorning()
    await withRealAlerts(async () => {
      await until(taken, (paths) => paths.length > 1)
      await until(jobsLeft, noneLeft)
    })
    expect(shown()[1]?.body).toBe(`Een afspraak is afgevinkt in ${first.code}`)
  }, 60_000)

  test('does not come any more when it was read in the app before the morning', async () => {
    const id = await tick()
    await withRealAlerts(async () => {
      await until(waitsForMorning, ([hours]) => hours === 8.5)
    })
    await ground.owner.message.update({ where: { id }, data: { readAt: new Date() } })
    await inTheMorning()
    await withRealAlerts(async () => {
      await until(jobsLeft, noneLeft)
    })
    expect(taken()).toEqual([])
  }, 60_000)

  test('goes at once in the demo, whatever the hour', async () => {
    await tick()
    await withAlerts(async () => {
      await until(taken, (paths) => paths.length > 0)
    })
  }, 60_000)
})

describe('a push service', () => {
  test.each([404, 410])(
    'that answers %i no longer knows the device: it is forgotten',
    async (status) => {
      service.status = status
      await deviceOf('director')
      await withAlerts(async () => {
        await report()
        await until(
          () => ground.owner.pushDevice.count(),
          (count) => count === 0,
        )
        await until(jobsLeft, noneLeft)
      })
      expect(service.taken).toHaveLength(1)
    },
    60_000,
  )

  test('that is in trouble is tried again, and the device stays', async () => {
    service.status = 503
    await deviceOf('director')
    await withAlerts(async () => {
      await report()
      await until(taken, (paths) => paths.length === 1)
      service.status = 201
      await until(jobsLeft, noneLeft, 30_000)
    })
    expect(service.taken.length).toBeGreaterThanOrEqual(2)
    const tags = shown().map((alert) => alert?.tag)
    expect(new Set(tags).size).toBe(1)
    expect(await ground.owner.pushDevice.count()).toBe(1)
  }, 60_000)

  test('that refuses a message is not asked again', async () => {
    service.status = 400
    await deviceOf('director')
    await withAlerts(async () => {
      await report()
      await until(jobsLeft, noneLeft)
    })
    expect(service.taken).toHaveLength(1)
    expect(await ground.owner.pushDevice.count()).toBe(1)
  }, 60_000)
})

test('the database makes jobs for the same kinds of messages as the application has words for', async () => {
  const { rows } = await ground.sql.query<{ kind: string }>(
    `select kind from unnest($1::text[]) kind where is_pushed(kind)`,
    [['planDefinitive', 'signalViewAsked', ...PUSHED_KINDS]],
  )
  expect(rows.map(({ kind }) => kind)).toEqual([...PUSHED_KINDS])
  await deviceOf('director')
  const { id: signal } = await makeSignal(ground.owner, dossiers.first.family, {
    reporterPersonId: accounts().professional.personId,
  })
  const payload = { code: dossiers.first.code, signal }
  await post(ground, dossiers.first.family, accounts().director.personId, { kind: 'planDefinitive' })
  await post(ground, dossiers.first.family, accounts().director.personId, { kind: 'signalViewAsked', payload })
  expect(await jobsLeft()).toEqual([])
})
