import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { instantOfLocal } from '@/lib/domain/calendar'
import { makePerson } from '@/prisma/factories/accounts'
import { makeFamily } from '@/prisma/factories/family'
import { makeMembership } from '@/prisma/factories/team'
import { type Ground, post, prepareGround, until, withWorker, workerSettings } from '@/tests/jobs/ground'
import { openPostOffice, type PostOffice, parseLetter } from '@/tests/jobs/post-office'
import { setClock } from '@/tests/support/clock'

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

/** A day and time in the Netherlands. */
const at = (local: string) => instantOfLocal(local) ?? expect.fail()
const clockShows = (local: string) => setClock(ground.sql, at(local).toISOString())
const withRealWorker = (work: () => Promise<void>) =>
  withWorker(ground, office.url, work, 10_000, workerSettings(ground, office.url, '0'))
const stateOf = (id: string) => ground.owner.message.findUniqueOrThrow({ where: { id } })
const isSent = ({ state }: { state: string }) => state === 'sent'

/** A definitive plan and a new direction, both told to the case director. */
async function tellTwoThings(dueAt: Date) {
  const family = await makeFamily(ground.owner, ground.masterKey)
  const { id } = await makePerson(ground.owner)
  const membership = await makeMembership(ground.owner, family, id, { role: 'caseDirector' })
  const urgent = { kind: 'directorAppointed', payload: { code: family.code }, dueAt }
  return {
    membership,
    quiet: await post(ground, family, id, { dueAt }),
    urgent: await post(ground, family, id, urgent),
  }
}

describe.each([
  ['late on a weekday', '2100-03-09T23:30', '2100-03-10T08:00'],
  ['early on a weekday', '2100-03-09T05:00', '2100-03-09T08:00'],
  ['on Friday evening', '2100-03-12T18:00', '2100-03-15T08:00'],
  ['on King’s Day', '2100-04-27T11:00', '2100-04-28T08:00'],
])('what is caused %s', (_when, caused, leaves) => {
  test('waits for the next working morning when it is not urgent, and leaves at once when it is', async () => {
    await clockShows(caused)
    const { quiet, urgent } = await tellTwoThings(at(caused))
    await withRealWorker(async () => {
      await until(() => stateOf(urgent), isSent)
      await until(
        () => stateOf(quiet),
        ({ dueAt }) => dueAt.getTime() === at(leaves).getTime(),
      )
    })
    expect(office.letters).toHaveLength(1)
    expect(await stateOf(quiet)).toMatchObject({ state: 'waiting', attempts: 0, inAppAt: at(caused) })
    expect(await stateOf(urgent)).toMatchObject({ inAppAt: null })
    await clockShows(leaves)
    await withRealWorker(async () => {
      await until(() => stateOf(quiet), isSent)
    })
    const letters = await Promise.all(office.letters.map(parseLetter))
    expect(letters.map(({ subject }) => subject?.replace(/ \(.*/, ''))).toEqual([
      'U bent nu casusregisseur',
      'Er is een definitief plan',
    ])
  })
})

test('what waited for the morning is not sent when its reason is gone by then', async () => {
  await clockShows('2100-03-09T23:30')
  const { membership, quiet } = await tellTwoThings(at('2100-03-09T23:30'))
  await withRealWorker(async () => {
    await until(
      () => stateOf(quiet),
      ({ dueAt }) => dueAt.getTime() === at('2100-03-10T08:00').getTime(),
    )
  })
  await ground.owner.teamMembership.update({
    where: { familyId_id: { familyId: membership.familyId, id: membership.id } },
    data: { until: new Date() },
  })
  await clockShows('2100-03-10T08:00')
  await withRealWorker(async () => {
    await until(
      () => stateOf(quiet),
      ({ state }) => state === 'cancelled',
    )
  })
  expect(await stateOf(quiet)).toMatchObject({ droppedReason: 'the involvement has ended', attempts: 0 })
  expect(office.letters).toHaveLength(1)
})
