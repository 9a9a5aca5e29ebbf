import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dateColumn } from '@/lib/dates'
import { REMINDER_KINDS, type ReminderKind } from '@/lib/domain/reminder'
import { mailText } from '@/lib/messages/mail-texts'
import { makeFamily } from '@/prisma/factories/family'
import { makePlan } from '@/prisma/factories/plan'
import { makeMembership } from '@/prisma/factories/team'
import { type Ground, prepareGround, states, until, withWorker } from '@/tests/jobs/ground'
import { openPostOffice, type PostOffice, parseLetter } from '@/tests/jobs/post-office'
import {
  DUE,
  type Due,
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

describe.each(REMINDER_KINDS)('the reminder %s', (kind) => {
  test('comes once, to whom it concerns, with the code and the way and nothing else', async () => {
    const { family, person, path } = await DUE[kind](ground)
    expect(await turn()).toBe(1)
    const [letter] = await read()
    const { subject, paragraphs } = mailText('nl', kind)
    expect(letter?.to).toEqual([{ name: '', address: person.email }])
    expect(letter?.subject).toBe(subject.replace('{code}', family.code))
    expect(letter?.text?.replace(/\s+/g, ' ')).toContain(paragraphs[0]?.replace('{code}', family.code))
    expect(letter?.html).toContain(`href="${SITE}${path}"`)
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(new RegExp(`${family.name}|${person.name}`))
    await at('2100-03-09T07:30:00Z')
    expect(await turn()).toBe(0)
    await at('2100-03-09T15:00:00Z')
    expect(await turn()).toBe(0)
    expect(office.letters).toHaveLength(1)
  })

  test('that waits is dropped at the moment of sending when its reason is gone, and says why', async () => {
    const dues = await dueInEach(kind)
    expect(await workers.remind()).toBe(dues.length)
    for (const [, due, end] of dues) await end(due, kind)
    await workers.sendAll()
    expect(office.letters).toEqual([])
    const messages = await ground.owner.message.findMany()
    const found = messages.map(({ recipientId, state, attempts, droppedReason }) => [
      recipientId,
      state,
      attempts,
      droppedReason,
    ])
    const expected = dues.map(([reason, { person }]) => [person.id, 'cancelled', 0, reason || OVER[kind]])
    expect(found.sort()).toEqual(expected.sort())
    expect(await turn()).toBe(0)
  })

  test('is not even written when its reason was gone before', async () => {
    for (const [, due, end] of await dueInEach(kind)) await end(due, kind)
    expect(await workers.remind()).toBe(0)
  })
})

type Ending = (due: Due, kind: ReminderKind) => Promise<unknown>

/** How the reason of a reminder goes away: as the worker writes it down; the first in the way of its kind. */
const ENDINGS: readonly [string, Ending][] = [
  ['', ({ settle }) => settle()],
  [
    'the account is closed',
    ({ person }) => ground.owner.person.update({ where: { id: person.id }, data: { closedAt: new Date() } }),
  ],
  [
    'the dossier is closed',
    ({ family }) => ground.owner.family.update({ where: { id: family.id }, data: { state: 'closed' } }),
  ],
  [
    'the involvement has ended',
    ({ person }) =>
      ground.sql.query(`update team_membership set until = gips_now() - interval '1 second' where person_id = $1`, [
        person.id,
      ]),
  ],
  [
    'not wanted by its reader',
    ({ person }, kind) => ground.owner.person.update({ where: { id: person.id }, data: { mailLeftOut: [kind] } }),
  ],
]

/** For each ending a dossier in which it is still due. */
function dueInEach(kind: ReminderKind): Promise<[string, Due, Ending][]> {
  return Promise.all(ENDINGS.map(async ([reason, end]) => [reason, await DUE[kind](ground), end]))
}

const OVER: Record<ReminderKind, string> = {
  agreementsDue: 'the agreement is done or closed',
  meetingToRate: 'the meeting is rated or hidden',
  planStillProvisional: 'the plan is definitive',
  noNextMeeting: 'a meeting is planned',
  measureEnds: 'the measure ends later',
  frameworkEnds: 'the framework ends later',
  futurePlanEvaluation: 'the evaluation was moved',
  profileIncomplete: 'the profile is complete',
}

describe('the other rules', () => {
  test.each([
    ['gips1', '2100-03-05T12:00:00Z', 1],
    ['gips1', '2100-03-08T12:00:00Z', 0],
    ['gips2', '2100-03-05T12:00:00Z', 0],
    ['gips2', '2100-03-02T22:59:00Z', 1],
    ['gips2', '2100-03-02T23:01:00Z', 0],
  ] as const)('a %s provisional since %s is told of: %i', async (kind, since, count) => {
    const family = await makeFamily(ground.owner, ground.masterKey)
    await makeMembership(ground.owner, family, (await makeColleague(ground)).id, { role: 'caseDirector' })
    await makePlan(ground.owner, family, { kind, state: 'provisional', provisionalAt: new Date(since) })
    expect(await workers.remind()).toBe(count)
  })

  test('a profile is asked for at once, after 3 and after 7 days, until it is complete', async () => {
    const { settle } = await DUE.profileIncomplete(ground)
    const told: string[] = []
    for (const day of ['09', '10', '11', '12', '15', '16', '17', '30']) {
      await at(`2100-03-${day}T09:00:00Z`)
      if ((await turn()) > 0) told.push(day)
      if (day === '12') await settle()
    }
    expect(told).toEqual(['09', '12'])
  })

  test('both days of a future plan are told to case manager and family, a new case manager as well', async () => {
    const { family, person } = await DUE.futurePlanEvaluation(ground)
    const parent = await makeParentAccount(ground, family)
    await turn()
    expect(addressesOf()).toEqual([person.email, parent.person.email].sort())
    const { owner } = ground
    await owner.teamMembership.updateMany({ where: { personId: person.id }, data: { until: new Date() } })
    const next = await makeColleague(ground)
    await makeMembership(owner, family, next.id, { role: 'caseManager' })
    office.letters.length = 0
    await at('2100-09-07T09:00:00Z')
    await turn()
    expect(addressesOf()).toEqual([next.email, parent.person.email].sort())
  })

  test('a director and a deputy are both told, and things of one day come in one mail', async () => {
    const { family, person } = await DUE.noNextMeeting(ground)
    const deputy = await makeColleague(ground)
    await makeMembership(ground.owner, family, deputy.id, { role: 'deputy' })
    const data = { familyId: family.id, id: family.id, formsOfUnsafety: [], directions: [] }
    await ground.owner.intake.create({ data: { ...data, frameworkUntil: dateColumn('2100-05-04') } })
    expect(await turn()).toBe(2)
    expect(addressesOf()).toEqual([deputy.email, person.email].sort())
    for (const letter of await read()) {
      expect(letter.text).toContain(`${SITE}/gezinnen/${family.code}/intake`)
      expect(letter.text).toContain(`${SITE}/gezinnen/${family.code}/plannen`)
    }
  })
})

describe('reminders', () => {
  test.each([
    ['in the evening', '2100-03-09T17:00:00Z', '2100-03-10T07:00:00.000Z'],
    ['in a weekend', '2100-03-13T10:00:00Z', '2100-03-15T07:00:00.000Z'],
    ['at Easter, after which the clock is an hour on', '2100-03-26T18:00:00Z', '2100-03-30T06:00:00.000Z'],
  ])('are not written %s, and one that waited until then is put off', async (_when, instant, leaves) => {
    await DUE.profileIncomplete(ground)
    await DUE.measureEnds(ground)
    expect(await workers.remind()).toBe(2)
    await at(instant)
    expect(await turn()).toBe(0)
    expect(office.letters).toEqual([])
    const messages = await ground.owner.message.findMany()
    expect(messages.map(({ state, dueAt }) => [state, dueAt.toISOString()])).toEqual([
      ['waiting', leaves],
      ['waiting', leaves],
    ])
  })

  test('are written once by several workers at the same moment, and again when the clock goes back an hour', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => makeColleague(ground)))
    for (const person of people) await giveAgreements(ground, person, '2100-03-09', '2100-03-10')
    await DUE.meetingToRate(ground)
    const counts = await Promise.all([1, 2, 3].map(() => workers.remind()))
    expect(counts.reduce((sum, count) => sum + count)).toBe(5)
    await at('2100-03-09T07:30:00Z')
    expect(await workers.remind()).toBe(0)
    expect(await ground.owner.message.count()).toBe(5)
    expect(await ground.owner.reminder.count({ where: { messageId: null } })).toBe(0)
  })

  test('go out by a running worker, from its list of schedules to the mailbox', async () => {
    const { person } = await DUE.agreementsDue(ground)
    await withWorker(ground, office.url, async () => {
      await until(
        () => states(ground),
        (found) => found.sent === 1,
      )
    })
    expect(addressesOf()).toEqual([person.email])
  })
})
