import { createECDH, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { reportSignal } from '@/lib/data/signal-report'
import { connect } from '@/lib/db'
import { ReportInput } from '@/lib/domain/signal-forms'
import { type Entry, passGate } from '@/lib/gate'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { makeFamily } from '@/prisma/factories/family'
import { makeDevice } from '@/prisma/factories/push'
import { makeMembership } from '@/prisma/factories/team'
import type { PrismaClient } from '@/prisma/generated/client'
import { type AlertTakers, openAlertTakers } from '@/scripts/bench/alert-takers'
import { inOwnDatabase } from '@/scripts/bench/own-database'
import type { EmbeddedServer } from '@/scripts/database/embedded-server'
import { WORKER_MEMORY } from '@/scripts/processes/memory-limits'
import { bareSettings, startProcess } from '@/scripts/processes/parent'

const DATABASE = 'gips_bench_alerts'
const APP_URL = 'http://localhost'
const FOLDER = '.test/bench/audit-heads'
/** A worker that has just started reads its templates. */
const FIRST = 1
const PATIENCE_MS = 30_000

/** Milliseconds from each report, its own transaction included. */
export interface AlertTime {
  /** Until director and deputy both have their letter. */
  toLetters: number[]
  /** Until the director's device has its alert. */
  toPush: number[]
}

/** How long an alert takes through a worker in a process of its own; in a database of its own, with nothing else to send. */
export async function measureAlerts(server: EmbeddedServer, reports: number): Promise<AlertTime> {
  return inOwnDatabase(server, DATABASE, async ({ ownerUrl, appUrl, workerUrl }) => {
    const { APP_SECRET, MASTER_KEY, push } = server.secrets
    const secrets = { APP_SECRET, MASTER_KEY, APP_URL }
    Object.assign(process.env, { APP_DATABASE_URL: appUrl, ...secrets })
    const owner = connect(ownerUrl, 1)
    const app = connect(appUrl, 1)
    const takers = await openAlertTakers()
    const entry = await makeDossier(owner, Buffer.from(MASTER_KEY, 'base64'), takers.pushUrl)
    const worker = await startProcess({
      name: 'worker',
      settings: {
        ...bareSettings(),
        ...secrets,
        // In production nothing is sent to a push service on this machine.
        NODE_ENV: 'test',
        WORKER_DATABASE_URL: workerUrl,
        SMTP_URL: takers.smtpUrl,
        VAPID_PUBLIC_KEY: push.publicKey,
        VAPID_PRIVATE_KEY: push.privateKey,
        VAPID_CONTACT: 'mailto:beheer@gips.example',
        AUDIT_EXPORT_DIR: FOLDER,
      },
      nodeFlags: WORKER_MEMORY,
    })
    try {
      return await measure(app, entry, takers, reports)
    } finally {
      await worker.stop()
      await takers.close()
      await Promise.all([app.$disconnect(), owner.$disconnect()])
    }
  })
}

async function measure(app: PrismaClient, entry: Entry, takers: AlertTakers, reports: number): Promise<AlertTime> {
  const time: AlertTime = { toLetters: [], toPush: [] }
  for (let count = 0; count < FIRST + reports; count += 1) {
    const begun = performance.now()
    const taken = untilTaken(takers, begun)
    await report(app, entry)
    const { letters, push } = await taken
    if (count >= FIRST) {
      time.toLetters.push(letters)
      time.toPush.push(push)
    }
  }
  return time
}

/** As a professional reports it, on the page. */
async function report(app: PrismaClient, entry: Entry): Promise<void> {
  const said = { happened: 'De deur stond open.', happenedAt: '', urgency: 'now', members: [] }
  const passage = await passGate(app, entry, (viewer) => reportSignal(viewer, v7(), ReportInput.parse(said)))
  if (passage.outcome !== 'entered') {
    throw new Error(`The report was ${passage.outcome}.`)
  }
}

/** Resolves with the milliseconds until the second letter and until the alert on the device. */
function untilTaken(takers: AlertTakers, begun: number): Promise<{ letters: number; push: number }> {
  const letters: number[] = []
  const pushes: number[] = []
  return new Promise((all, none) => {
    const giveUp = setTimeout(() => none(new Error('An alert did not arrive.')), PATIENCE_MS)
    takers.onTaken = (what) => {
      const into = what === 'letter' ? letters : pushes
      into.push(performance.now() - begun)
      const [, second] = letters
      const [push] = pushes
      if (second !== undefined && push !== undefined) {
        clearTimeout(giveUp)
        all({ letters: second, push })
      }
    }
  })
}

/** A dossier with director, deputy and a device of the director; returns how a professional of the team enters it. */
async function makeDossier(owner: PrismaClient, masterKey: Buffer, pushUrl: string): Promise<Entry> {
  const family = await makeFamily(owner, masterKey)
  const [director, deputy, professional] = [await makePerson(owner), await makePerson(owner), await makePerson(owner)]
  await makeMembership(owner, family, director.id, { role: 'caseDirector' })
  await makeMembership(owner, family, deputy.id, { role: 'deputy' })
  await makeMembership(owner, family, professional.id)
  await makeDevice(owner, director.id, {
    endpoint: `${pushUrl}/director`,
    publicKey: new Uint8Array(createECDH('prime256v1').generateKeys()),
    auth: new Uint8Array(randomBytes(16)),
  })
  const { tokenHash } = await makeSession(owner, professional.id)
  return { sessionHash: tokenHash, code: family.code, right: 'signal.report', kind: 'change' }
}
