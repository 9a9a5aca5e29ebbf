import { Pool } from 'pg'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alertedRoles, escalatesAt, type SignalUrgency } from '@/lib/domain/signal'
import { escalateSignals } from '@/lib/jobs/signal-alerts'
import { makePerson } from '@/prisma/factories/accounts'
import { type FamilyHandle, makeFamily } from '@/prisma/factories/family'
import { makeSignal } from '@/prisma/factories/signals'
import { makeMembership } from '@/prisma/factories/team'
import type { DossierRole, Person } from '@/prisma/generated/client'
import { type Ground, post, prepareGround, until, withWorker } from '@/tests/jobs/ground'
import { openPostOffice, type PostOffice, parseLetter } from '@/tests/jobs/post-office'
import { moveClock, restoreClock } from '@/tests/support/clock'

const APP_URL = 'https://gips.example'
const ROLES = ['caseDirector', 'deputy', 'gipsMaster', 'professional', 'caseManager'] as const
type Role = (typeof ROLES)[number]

let ground: Ground
let worker: Pool
let family: FamilyHandle
let people: Record<Role, Person>

beforeAll(async () => {
  ground = await prepareGround()
  worker = new Pool({ connectionString: ground.database.workerUrl, max: 4 })
  worker.on('error', () => undefined)
}, 60_000)
afterAll(async () => {
  await worker.end()
  await ground.close()
})
beforeEach(async () => {
  await ground.owner.message.deleteMany()
  await ground.owner.safetySignal.updateMany({ data: { state: 'closed' } })
  family = await makeFamily(ground.owner, ground.masterKey)
  const found = {} as Record<Role, Person>
  for (const role of ROLES) {
    found[role] = await makePerson(ground.owner)
    const since = new Date(Date.now() - 86_400_000)
    await makeMembership(ground.owner, family, found[role].id, { role: role as DossierRole, since })
  }
  people = found
})
afterEach(() => restoreClock(ground.sql))

const report = (urgency: SignalUrgency, reporter: Role = 'professional') =>
  makeSignal(ground.owner, family, { urgency, reporterPersonId: people[reporter].id, reportedAt: new Date() })
const escalate = () => escalateSignals(worker, APP_URL)
const see = (id: string) =>
  ground.owner.safetySignal.updateMany({
    where: { id },
    data: { state: 'acknowledged', acknowledgedAt: new Date(), acknowledgedById: people.caseDirector.id },
  })
const told = async () => {
  const messages = await ground.owner.message.findMany({ where: { kind: 'signalUnseen' } })
  return ROLES.filter((role) => messages.some(({ recipientId }) => recipientId === people[role].id))
}

/** As the report writes it, for who is told at once. */
async function alert(signalId: string, role: Role): Promise<void> {
  const id = v7()
  await ground.owner.message.create({
    data: {
      id,
      key: `signalReported:${signalId}:${people[role].id}`,
      kind: 'signalReported',
      recipientId: people[role].id,
      familyId: family.id,
      payload: { code: family.code, signal: signalId },
      messageId: `${id}@gips.example`,
    },
  })
}

describe('a signal that nobody saw', () => {
  test.each<[SignalUrgency, string, string]>([
    ['now', '14 minutes', '16 minutes'],
    ['today', '119 minutes', '121 minutes'],
    ['thisWeek', '1439 minutes', '1441 minutes'],
  ])('%s goes to the chair once its time is over, and not before', async (urgency, before, after) => {
    await report(urgency)
    await moveClock(ground.sql, before)
    expect(await escalate()).toBe(0)
    await moveClock(ground.sql, after)
    expect(await escalate()).toBe(1)
    expect(await told()).toEqual(['gipsMaster'])
  })

  test('is told once, by two workers at the same time and again and again', async () => {
    await report('now')
    await moveClock(ground.sql, '1 hour')
    const counts = await Promise.all(Array.from({ length: 8 }, escalate))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await escalate()).toBe(0)
    expect(await ground.owner.message.count()).toBe(1)
  })

  test('is told to nobody once it was seen, or in a dossier that was closed', async () => {
    const { id } = await report('now')
    await see(id)
    await moveClock(ground.sql, '2 days')
    expect(await escalate()).toBe(0)
    await restoreClock(ground.sql)
    await report('now')
    await ground.owner.family.update({ where: { id: family.id }, data: { state: 'closed' } })
    await moveClock(ground.sql, '2 days')
    expect(await escalate()).toBe(0)
  })

  test('goes in aftercare to the case manager too, and never back to who reported it', async () => {
    await ground.owner.family.update({ where: { id: family.id }, data: { state: 'aftercare' } })
    await report('now')
    await moveClock(ground.sql, '1 hour')
    await escalate()
    expect(await told()).toEqual(['gipsMaster', 'caseManager'])
    await ground.owner.message.deleteMany()
    await ground.owner.safetySignal.updateMany({ data: { state: 'closed' } })
    await restoreClock(ground.sql)
    await report('now', 'gipsMaster')
    await moveClock(ground.sql, '1 hour')
    await escalate()
    expect(await told()).toEqual(['caseManager'])
  })

  test('reaches a chair who is appointed later, and not one who left', async () => {
    const where = { familyId: family.id, role: 'gipsMaster' as const }
    await ground.owner.teamMembership.updateMany({ where, data: { until: new Date() } })
    await report('now')
    await moveClock(ground.sql, '1 hour')
    expect(await escalate()).toBe(0)
    const successor = await makePerson(ground.owner)
    await makeMembership(ground.owner, family, successor.id, { role: 'gipsMaster', since: new Date() })
    expect(await escalate()).toBe(1)
    expect(await ground.owner.message.findFirst()).toMatchObject({ recipientId: successor.id, kind: 'signalUnseen' })
  })
})

test('the database escalates at the moment that the rule says', async () => {
  const moments = ['2026-03-28T12:00:00Z', '2026-10-24T23:50:00Z', '2026-12-31T23:59:59.999Z'].map((at) => new Date(at))
  for (const urgency of ['now', 'today', 'thisWeek'] as const) {
    for (const at of moments) {
      const [row] = await ground.owner.$queryRaw<{ at: Date }[]>`
        select signal_escalates_at(${urgency}::signal_urgency, ${at}::timestamptz) as at`
      expect(row?.at).toEqual(escalatesAt(urgency, at))
    }
  }
  for (const familyState of ['intake', 'active', 'aftercare', 'closed'] as const) {
    await ground.owner.family.update({ where: { id: family.id }, data: { state: familyState } })
    await ground.owner.message.deleteMany()
    const signal = await report('now')
    await moveClock(ground.sql, '1 hour')
    await escalate()
    await restoreClock(ground.sql)
    const later = new Date(signal.reportedAt.getTime() + 3_600_000)
    const byRule = alertedRoles({ ...signal, familyState }, later).filter(
      (role) => !['caseDirector', 'deputy'].includes(role),
    )
    expect(await told()).toEqual(byRule)
    await see(signal.id)
  }
})

describe('by mail', () => {
  let office: PostOffice
  beforeEach(async () => {
    office = await openPostOffice()
  })
  afterEach(() => office.close())
  /** What a mail server may get twice when no answer came back is one message, by its Message-ID. */
  const letters = () => [...new Map(office.letters.map((letter) => [letter.messageId, letter])).values()]
  const lettersTo = (role: Role) => letters().filter(({ to }) => to === people[role].email)

  test('director and deputy get a code and a link at once, and the chair when nobody saw it; then it is quiet', async () => {
    const signal = await report('now')
    await alert(signal.id, 'caseDirector')
    await alert(signal.id, 'deputy')
    await withWorker(ground, office.url, () =>
      withWorker(ground, office.url, async () => {
        await until(
          () => letters().length,
          (count) => count === 2,
          40_000,
        )
        expect(lettersTo('caseDirector')).toHaveLength(1)
        expect(lettersTo('deputy')).toHaveLength(1)
        await moveClock(ground.sql, '20 minutes')
        await until(
          () => lettersTo('gipsMaster').length,
          (count) => count === 1,
          40_000,
        )
      }),
    )
    expect(await escalate()).toBe(0)
    expect(letters()).toHaveLength(3)
    for (const letter of letters()) {
      const { subject, text } = await parseLetter(letter)
      expect(subject).toContain(family.code)
      expect(text).toContain(`/gezinnen/${family.code}/signalen/${signal.id}`)
      expect(`${subject} ${text}`).not.toContain(signal.happened.slice(0, 12))
    }
  }, 100_000)

  test('an alert goes before whatever else waits', async () => {
    office.delayMs = 30
    for (let count = 0; count < 20; count++) {
      await post(ground, family, people.deputy.id, { kind: 'directorAppointed', payload: { code: family.code } })
    }
    const signal = await report('now', 'caseManager')
    await alert(signal.id, 'caseDirector')
    const placeOfAlert = () => office.letters.findIndex(({ to }) => to === people.caseDirector.email)
    await withWorker(ground, office.url, async () => {
      await until(placeOfAlert, (place) => place >= 0, 40_000)
    })
    expect(placeOfAlert()).toBeLessThan(3)
  }, 60_000)

  test('nobody gets what is no longer needed: it was seen, or the role is not theirs', async () => {
    const seen = await report('now')
    const unseen = await report('now')
    await alert(seen.id, 'caseDirector')
    await alert(unseen.id, 'professional')
    await see(seen.id)
    await withWorker(ground, office.url, async () => {
      const states = () => ground.owner.message.findMany({ select: { state: true } })
      await until(states, (found) => found.every(({ state }) => state === 'dropped'))
    })
    expect(office.letters).toEqual([])
  }, 60_000)
})
