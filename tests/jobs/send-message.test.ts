import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startWorker } from '@/lib/jobs/worker'
import { makePerson } from '@/prisma/factories/accounts'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeMember } from '@/prisma/factories/family'
import { makePlan } from '@/prisma/factories/plan'
import { makeFamilyAccess, makeShield } from '@/prisma/factories/team'
import {
  type Ground,
  makeTeam,
  newFolder,
  post,
  prepareGround,
  states,
  until,
  withWorker,
  workerSettings,
} from '@/tests/jobs/ground'
import { openPostOffice, type PostOffice, parseLetter } from '@/tests/jobs/post-office'
import { moveClock, restoreClock } from '@/tests/support/clock'

let ground: Ground
let office: PostOffice

beforeAll(async () => {
  ground = await prepareGround()
  office = await openPostOffice()
})
afterAll(async () => {
  await office.close()
  await ground.close()
})
beforeEach(async () => {
  office.letters.length = 0
  await ground.sql.query('delete from message; delete from graphile_worker._private_jobs')
})

const isFinished = (found: Record<string, number>) => !found.waiting && !found.sending

test('a message is sent once, to one address without a name, under its Message-ID, marked as automatic', async () => {
  const { family, people } = await makeTeam(ground, 1)
  const id = await post(ground, family, people[0]?.id ?? '')
  await withWorker(ground, office.url, async () => {
    expect(await until(() => states(ground), isFinished)).toEqual({ sent: 1 })
  })
  expect(office.letters).toHaveLength(1)
  const [letter] = await Promise.all(office.letters.map(parseLetter))
  expect(letter?.messageId).toBe(`<${id}@gips.test>`)
  expect(letter?.to).toEqual([{ name: '', address: people[0]?.email }])
  expect(letter?.from?.address).toBe('noreply@localhost')
  expect(letter?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  expect(letter?.subject).toBe(`Er is een definitief plan (${family.code})`)
  expect(letter?.text).toContain(`http://localhost:3000/gezinnen/${family.code}/plannen/gips-1`)
  expect(letter?.html).toContain(`http://localhost:3000/gezinnen/${family.code}/plannen/gips-1`)
})

test('who lost access, closed the account or is kept from the plan between writing and sending gets nothing', async () => {
  const { owner } = ground
  const { family, people } = await makeTeam(ground, 3)
  const [ended, closed, shielded] = people.map(({ id }) => id)
  const planId = '0190a000-0000-7000-8000-000000000001'
  for (const person of people) {
    await post(ground, family, person.id, { payload: { code: family.code, plan: 'gips-1', planId } })
  }
  await owner.teamMembership.updateMany({ where: { personId: ended }, data: { until: new Date() } })
  await owner.person.update({ where: { id: closed }, data: { closedAt: new Date() } })
  await makeShield(owner, family, { subject: 'plan', subjectId: planId, personId: shielded })
  await withWorker(ground, office.url, async () => {
    expect(await until(() => states(ground), isFinished)).toEqual({ cancelled: 3 })
  })
  expect(office.letters).toEqual([])
})

test('a family account is written to only when e-mail is recorded as its safe channel, and not while shielded', async () => {
  const { owner } = ground
  const { family } = await makeTeam(ground, 1)
  const channels = ['email', null, 'phone', 'email'] as const
  const accounts = await Promise.all(channels.map(() => makePerson(owner)))
  for (const [index, safeChannel] of channels.entries()) {
    const member = await makeMember(owner, family, { details: { safeChannel } })
    await makeFamilyAccess(owner, member, accounts[index]?.id ?? '')
    await post(ground, family, accounts[index]?.id ?? '')
  }
  await makeShield(owner, family, { subject: 'dossier', personId: accounts[3]?.id })
  await withWorker(ground, office.url, async () => {
    expect(await until(() => states(ground), isFinished)).toEqual({ sent: 1, cancelled: 3 })
  })
  expect(office.letters.map(({ to }) => to)).toEqual([accounts[0]?.email])
})

test('of an agreement is told what is still so when it is sent, and only to who may know of it', async () => {
  const { owner } = ground
  const { family, people } = await makeTeam(ground, 1)
  const nurse = people[0]?.id ?? ''
  const plan = await makePlan(owner, family, { state: 'provisional' })
  const [doer, other] = [await makePerson(owner), await makePerson(owner)]
  const member = await makeMember(owner, family, { details: { safeChannel: 'email' } })
  await makeFamilyAccess(owner, member, doer.id)
  const child = await makeMember(owner, family, { kind: 'child', details: { safeChannel: 'email' } })
  await makeFamilyAccess(owner, child, other.id)
  const doers = [{ personId: nurse }, { memberId: member.id }]
  const standing = await makeAgreement(owner, plan, { inForceAt: new Date(), doers })
  const closed = { droppedAt: new Date(), droppedReason: 'Niet meer nodig.' }
  const gone = await makeAgreement(owner, plan, { inForceAt: new Date(), doers, ...closed })
  const proposed = await makeAgreement(owner, plan, { doers })
  const about = (kind: string, who: string, ...agreements: { id: string }[]) =>
    post(ground, family, who, { kind, payload: { code: family.code, agreements: agreements.map(({ id }) => id) } })
  await about('agreementsInForce', nurse, gone, standing)
  await about('agreementsInForce', doer.id, standing)
  await about('agreementClosed', nurse, gone)
  await about('agreementsInForce', nurse, gone)
  await about('agreementsInForce', nurse, proposed)
  await about('agreementsInForce', other.id, standing)
  await about('agreementClosed', nurse, standing)
  await withWorker(ground, office.url, async () => {
    expect(await until(() => states(ground), isFinished)).toEqual({ sent: 3, cancelled: 4 })
  })
  expect(office.letters.map(({ to }) => to).sort()).toEqual([doer.email, people[0]?.email, people[0]?.email].sort())
})

test('arrives in the language that its reader chose', async () => {
  const { family, people } = await makeTeam(ground, 2)
  await ground.owner.person.update({ where: { id: people[0]?.id ?? '' }, data: { language: 'en' } })
  for (const { id } of people) {
    await post(ground, family, id)
  }
  await withWorker(ground, office.url, async () => {
    expect(await until(() => states(ground), isFinished)).toEqual({ sent: 2 })
  })
  const letters = await Promise.all(office.letters.map(parseLetter))
  const subjectTo = (person?: { email: string }) =>
    letters.find(({ to }) => to?.[0]?.address === person?.email)?.subject ?? ''
  expect(people.map(subjectTo)).toEqual([
    `There is a definitive plan (${family.code})`,
    `Er is een definitief plan (${family.code})`,
  ])
})

test('that access has ended is told only to who has no other role in the dossier', async () => {
  const { owner } = ground
  const { family, people } = await makeTeam(ground, 2)
  await owner.teamMembership.updateMany({ where: { personId: people[0]?.id }, data: { until: new Date() } })
  for (const { id } of people) {
    await post(ground, family, id, { kind: 'involvementEnded', payload: { code: family.code } })
  }
  await withWorker(ground, office.url, async () => {
    expect(await until(() => states(ground), isFinished)).toEqual({ sent: 1, cancelled: 1 })
  })
  expect(office.letters.map(({ to }) => to)).toEqual([people[0]?.email])
})

test('a message waits for its moment, and comes at once when the clock is moved there', async () => {
  const { family, people } = await makeTeam(ground, 1)
  await post(ground, family, people[0]?.id ?? '', { dueAt: new Date(Date.now() + 3_600_000) })
  await withWorker(ground, office.url, async () => {
    await new Promise((later) => setTimeout(later, 300))
    expect(await states(ground)).toEqual({ waiting: 1 })
  })
  await moveClock(ground.sql, '2 hours')
  await withWorker(ground, office.url, async () => {
    expect(await until(() => states(ground), isFinished)).toEqual({ sent: 1 })
  })
  await restoreClock(ground.sql)
})

test('without a mail server mail waits, and no attempt is counted', async () => {
  const { family, people } = await makeTeam(ground, 1)
  await post(ground, family, people[0]?.id ?? '')
  await withWorker(ground, null, async () => {
    await new Promise((later) => setTimeout(later, 300))
  })
  const { rows } = await ground.sql.query('select state, attempts from message')
  expect(rows).toEqual([{ state: 'waiting', attempts: 0 }])
})

test('two workers at once send each message once', async () => {
  const { family, people } = await makeTeam(ground, 3)
  const workers = await Promise.all(
    [1, 2].map(() => startWorker(workerSettings(ground, office.url), { auditExportDir: newFolder() })),
  )
  for (let count = 0; count < 60; count++) {
    await post(ground, family, people[count % 3]?.id ?? '')
  }
  expect(await until(() => states(ground), isFinished)).toEqual({ sent: 60 })
  await Promise.all(workers.map((worker) => worker.stop()))
  expect(new Set(office.letters.map(({ messageId }) => messageId)).size).toBe(60)
  expect(office.letters).toHaveLength(60)
})

test('a message whose job was lost is queued again', async () => {
  const { family, people } = await makeTeam(ground, 1)
  await post(ground, family, people[0]?.id ?? '')
  await ground.sql.query('delete from graphile_worker._private_jobs')
  await withWorker(ground, office.url, async () => {
    expect(await until(() => states(ground), isFinished)).toEqual({ sent: 1 })
  })
})

test('a message that cannot be made from its row is given up at once; nothing of it reaches a header', async () => {
  const { family, people } = await makeTeam(ground, 1)
  await post(ground, family, people[0]?.id ?? '', { payload: { code: 'x\r\nBcc: thief@example.test', plan: 'gips-1' } })
  await withWorker(ground, office.url, async () => {
    expect(await until(() => states(ground), isFinished)).toEqual({ failed: 1 })
  })
  expect(office.letters).toEqual([])
})
