import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dateColumn } from '@/lib/dates'
import { nextOccurrence } from '@/lib/domain/agreement'
import { agreementTimeOf, type KeptTime } from '@/lib/domain/agreement-item'
import { addDays } from '@/lib/domain/calendar'
import { mailText } from '@/lib/messages/mail-texts'
import { makeAgreement } from '@/prisma/factories/agreements'
import { makeFamily } from '@/prisma/factories/family'
import { makePlan } from '@/prisma/factories/plan'
import { makeMembership } from '@/prisma/factories/team'
import type { Person, Plan } from '@/prisma/generated/client'
import { type Ground, prepareGround } from '@/tests/jobs/ground'
import { openPostOffice, type PostOffice, parseLetter } from '@/tests/jobs/post-office'
import {
  giveAgreements,
  makeColleague,
  makeParentAccount,
  openWorkers,
  startAfresh,
} from '@/tests/jobs/reminders-ground'
import { setClock } from '@/tests/support/clock'

const SITE = 'http://localhost:3000'
let ground: Ground
let office: PostOffice
let workers: ReturnType<typeof openWorkers>

beforeAll(async () => {
  ground = await prepareGround()
  office = await openPostOffice()
  workers = openWorkers(ground, office.url)
})
afterAll(async () => {
  await workers.close()
  await office.close()
  await ground.close()
})
beforeEach(async () => {
  office.letters.length = 0
  await startAfresh(ground)
})

const at = (instant: string) => setClock(ground.sql, instant)
const read = () => Promise.all(office.letters.map(parseLetter))
const addressesOf = () => office.letters.map(({ to }) => to).sort()

/** Everything due is written and sent; says how many mails were written. */
async function turn(): Promise<number> {
  const written = await workers.remind()
  await workers.sendAll()
  return written
}

/** From then on the family knows of its agreements. */
async function adopt({ familyId, id: planId }: Plan, { id: adoptedById }: Person): Promise<void> {
  const version = {
    familyId,
    id: v7(),
    planId,
    number: 1,
    adoptedAt: new Date(),
    adoptedById,
    manifest: {},
    rootHash: '',
  }
  await ground.owner.planVersion.create({ data: version })
}

describe('agreements', () => {
  test('of all dossiers come in one mail a day, each dossier once; what was ticked off meanwhile is not in it', async () => {
    const person = await makeColleague(ground)
    const codes = await giveAgreements(ground, person, '2100-03-09', '2100-03-12', '2100-03-02', '2100-03-20')
    expect(await workers.remind()).toBe(1)
    await ground.owner.agreement.updateMany({ where: { dueOn: dateColumn('2100-03-02') }, data: { state: 'done' } })
    await workers.sendAll()
    const [letter] = await read()
    expect(letter?.subject).toBe(mailText('nl', 'reminders').subject)
    expect(codes.map((code) => letter?.text?.includes(code))).toEqual([true, true, false, false])
    expect(letter?.text).toContain(`${SITE}/mijn-afspraken`)
  })

  test('are told 3 days before, on the day, then weekly while open: six times, whatever is in between', async () => {
    await giveAgreements(ground, await makeColleague(ground), '2100-03-16')
    const told: string[] = []
    for (const day of [
      '03-12',
      '03-15',
      '03-16',
      '03-17',
      '03-22',
      '03-23',
      '03-24',
      '03-30',
      '04-06',
      '04-13',
      '04-20',
      '04-27',
    ]) {
      await at(`2100-${day}T09:00:00Z`)
      if ((await workers.remind()) > 0) told.push(day)
    }
    // Three days before the Tuesday is a Saturday: it comes on the Monday.
    expect(told).toEqual(['03-15', '03-16', '03-23', '03-30', '04-06', '04-13'])
  })

  test('are told to whom they are for: the account of a family member by a safe channel, everyone, nobody of the network', async () => {
    const { owner } = ground
    const family = await makeFamily(owner, ground.masterKey)
    const colleague = await makeColleague(ground)
    await makeMembership(owner, family, colleague.id)
    const gone = await makeColleague(ground)
    await makeMembership(owner, family, gone.id, { since: new Date('2099-01-01'), until: new Date('2099-02-01') })
    const safe = await makeParentAccount(ground, family)
    const unsafe = await makeParentAccount(ground, family, 'post')
    const plan = await makePlan(owner, family, { state: 'definitive', version: 1 })
    const inForce = { inForceAt: new Date(), dueOn: dateColumn('2100-03-09') }
    const doers = [{ memberId: safe.member.id }, { memberId: unsafe.member.id }, { personId: gone.id }]
    await makeAgreement(owner, plan, { ...inForce, doers })
    await turn()
    expect(addressesOf()).toEqual([safe.person.email])
    office.letters.length = 0
    await makeAgreement(owner, plan, { ...inForce, dueOn: dateColumn('2100-03-10'), byEveryone: true })
    await adopt(plan, colleague)
    await at('2100-03-10T09:00:00Z')
    await turn()
    expect(addressesOf()).toEqual([colleague.email, safe.person.email].sort())
  })

  test('that are proposed, dropped or long ago are told to nobody', async () => {
    const { owner } = ground
    const person = await makeColleague(ground)
    await giveAgreements(ground, person, '2100-01-01', '2100-03-13')
    const plan = await owner.plan.findFirstOrThrow({ where: { family: { state: 'active' } } })
    const doers = [{ personId: person.id }]
    const dueOn = dateColumn('2100-03-09')
    await makeAgreement(owner, plan, { dueOn, doers })
    await makeAgreement(owner, plan, {
      dueOn,
      doers,
      inForceAt: new Date(),
      droppedAt: new Date(),
      droppedReason: 'Oud.',
    })
    expect(await workers.remind()).toBe(0)
  })

  test('are gathered for a whole week, for who chose a weekday', async () => {
    const person = await makeColleague(ground)
    await ground.owner.person.update({ where: { id: person.id }, data: { digestWeekday: 5 } })
    const codes = await giveAgreements(ground, person, '2100-03-09', '2100-03-12', '2100-03-14')
    for (const day of ['09', '10', '11']) {
      await at(`2100-03-${day}T09:00:00Z`)
      expect(await turn()).toBe(0)
    }
    await at('2100-03-12T09:00:00Z')
    expect(await turn()).toBe(1)
    const [letter] = await read()
    expect(codes.every((code) => letter?.text?.includes(code))).toBe(true)
  })
})

const anyTime: fc.Arbitrary<KeptTime> = fc.record({
  dueOn: fc.integer({ min: 0, max: 800 }).map((days) => addDays('2099-01-01', days)),
  rhythm: fc.constantFrom('once', 'daily', 'weekly', 'monthly'),
  rhythmUntil: fc.option(fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2099-01-01', days))),
  settledFor: fc.option(fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2025-11-01', days))),
})

test('the day that is open is the same in the database as on the screen, for any rhythm', async () => {
  const times = fc.sample(anyTime, 400)
  const { rows } = await ground.sql.query<{ day: string | null }>(
    `select next_occurrence((t ->> 'dueOn')::date, (t ->> 'rhythm')::rhythm, (t ->> 'rhythmUntil')::date,
       (t ->> 'settledFor')::date)::text as day
     from jsonb_array_elements($1::jsonb) with ordinality as e (t, n) order by n`,
    [JSON.stringify(times)],
  )
  const onScreen = times.map((time) => {
    const parsed = agreementTimeOf(time)
    return parsed && nextOccurrence(parsed)
  })
  expect(rows.map(({ day }) => day)).toEqual(onScreen)
  expect(new Set(onScreen).size).toBeGreaterThan(100)
})

test('what is done every day is asked for only after it was left for a week; what is done every week, before each time', async () => {
  const { owner } = ground
  const person = await makeColleague(ground)
  const told: Record<string, string[]> = { daily: [], weekly: [] }
  for (const rhythm of ['daily', 'weekly'] as const) {
    await startAfresh(ground)
    const family = await makeFamily(owner, ground.masterKey)
    await makeMembership(owner, family, person.id)
    const plan = await makePlan(owner, family, { state: 'definitive', version: 1 })
    const days = { dueOn: dateColumn('2100-03-09'), rhythm, rhythmUntil: dateColumn('2100-06-01') }
    const { id: agreementId } = await makeAgreement(owner, plan, {
      ...days,
      inForceAt: new Date(),
      doers: [{ personId: person.id }],
    })
    for (const day of ['09', '10', '12', '15', '16', '17', '19', '23']) {
      await at(`2100-03-${day}T09:00:00Z`)
      if ((await workers.remind()) > 0) told[rhythm]?.push(day)
      if (day === '10') {
        const tick = { familyId: family.id, id: v7(), agreementId, personId: person.id, state: 'done' } as const
        await owner.agreementTick.create({ data: { ...tick, forDay: dateColumn('2100-03-09') } })
      }
    }
  }
  expect(told).toEqual({ daily: ['17'], weekly: ['09', '15', '16', '23'] })
})
