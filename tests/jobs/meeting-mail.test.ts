import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cancelMeeting, seatParticipants, takeProposedDay } from '@/lib/data/meetings'
import { movePlan } from '@/lib/data/plan-life'
import { dateColumn } from '@/lib/dates'
import { connect } from '@/lib/db'
import { dayWords } from '@/lib/domain/meeting-day'
import { remindOfMeetings, settleAllInvitations } from '@/lib/jobs/meeting-invitations'
import { makeParticipant } from '@/prisma/factories/plan'
import { makeShield } from '@/prisma/factories/team'
import type { PrismaClient } from '@/prisma/generated/client'
import { moveClock, restoreClock } from '@/tests/support/clock'
import { type Ground, prepareGround, states, until, withWorker } from './ground'
import {
  as,
  calendarIn,
  DAY,
  type Invitee,
  invite,
  LATER,
  makeTable,
  replan,
  sendWaiting,
  type Table,
  uidOf,
} from './invited-ground'
import { openPostOffice, type PostOffice, parseLetter } from './post-office'

const APP_URL = 'http://localhost:3000'
let ground: Ground
let office: PostOffice
let app: PrismaClient
let table: Table

beforeAll(async () => {
  ground = await prepareGround()
  office = await openPostOffice()
  app = connect(ground.database.appUrl, 6)
})
afterAll(async () => {
  await app.$disconnect()
  await office.close()
  await ground.close()
})
beforeEach(async () => {
  await restoreClock(ground.sql)
  await ground.sql.query(
    'delete from message; delete from meeting_invitation; delete from graphile_worker._private_jobs',
  )
  office.letters.length = 0
  table = await makeTable(ground)
})

/** Everything that waits is sent; what arrived for each address. */
async function delivered(send = () => sendWaiting(ground, office)) {
  office.letters.length = 0
  await send()
  const letters = await Promise.all(office.letters.map(parseLetter))
  return ({ email }: Invitee) => letters.filter(({ to }) => to?.[0]?.address === email)
}

const methodsFor = (letters: Awaited<ReturnType<Awaited<ReturnType<typeof delivered>>>>) =>
  letters.map((letter) => calendarIn(letter).method)
const settle = () => settleAllInvitations(ground.sql, APP_URL)

describe('an invitation', () => {
  test('reaches everyone at the table who has an account and a safe channel, each alone, and nobody else', async () => {
    await invite(app, table)
    const to = await delivered(() =>
      withWorker(ground, office.url, async () => {
        await until(
          () => states(ground),
          (found) => !found.waiting && !found.sending,
        )
      }),
    )
    for (const invitee of [table.director, table.chair, table.nurse, table.mother]) {
      const [letter, ...more] = to(invitee)
      expect(more).toEqual([])
      const calendar = calendarIn(letter ?? expect.fail())
      expect(calendar).toMatchObject({ method: 'REQUEST', uid: uidOf(table.meeting), sequence: 1 })
      expect(calendar.start).toBe(`${DAY}T09:00:00`)
      expect(calendar.attendees).toEqual([`mailto:${invitee.email}`])
      expect(calendar.value('organizer')).toBe('mailto:noreply@localhost')
      expect(calendar.types).toEqual(['text/calendar', 'application/ics'])
      expect(new Set(calendar.files).size).toBe(1)
      expect(letter?.text).toContain(dayWords(DAY))
      expect(letter?.text).toContain(`${APP_URL}/gezinnen/${table.family.code}/plannen/gips-4/uitnodiging`)
    }
    expect([table.teacher, table.father, table.aunt].flatMap(to)).toEqual([])
    expect(office.letters).toHaveLength(4)
    const raw = office.letters.map((each) => each.raw).join('\n')
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
    expect(raw).not.toMatch(/Liesbeth|Joris|Brink|Riet/)
  })

  test('goes out with the step of the case director, not before', async () => {
    table = await makeTable(ground, { kind: 'gips1', state: 'preparation' })
    await ground.owner.participant.deleteMany({ where: { meetingId: table.meeting.id, personId: null } })
    await makeParticipant(ground.owner, table.meeting, { personId: table.teacher.id, role: 'noteTaker' })
    await replan(app, table, { heldOn: LATER })
    expect(await states(ground)).toEqual({})
    const step = (viewer: Parameters<typeof movePlan>[0]) => movePlan(viewer, table.plan.id, 'preparation', 'invited')
    const steps = [1, 2, 3].map(() => as(app, table, table.director, 'plan.move', step))
    expect((await Promise.allSettled(steps)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await states(ground)).toEqual({ waiting: 4 })
  })

  test('is asked again for another day, under the same UID with a higher SEQUENCE', async () => {
    await invite(app, table)
    await delivered()
    await replan(app, table, { heldOn: LATER })
    const to = await delivered()
    expect(calendarIn(to(table.nurse)[0] ?? expect.fail())).toMatchObject({
      method: 'REQUEST',
      uid: uidOf(table.meeting),
      sequence: 2,
      start: `${LATER}T09:00:00`,
    })
    expect(to(table.nurse)[0]?.subject).toBe(`Een overleg is veranderd (${table.family.code})`)
    await replan(app, table, { heldOn: LATER })
    expect((await delivered())(table.nurse)).toEqual([])
  })

  test('that was changed twice before it was sent is sent once, as it is now', async () => {
    await invite(app, table)
    await replan(app, table, { heldOn: LATER })
    const day = await as(app, table, table.director, 'plan.move', (viewer) => takeProposedDay(viewer, table.plan.id))
    const to = await delivered()
    const [letter, ...more] = to(table.mother)
    expect(more).toEqual([])
    expect(calendarIn(letter ?? expect.fail())).toMatchObject({ sequence: 3, start: `${day}T09:00:00` })
    expect(await states(ground)).toEqual({ sent: 4, cancelled: 8 })
  })

  test('is sent once, also by two workers and after a second look at everything', async () => {
    await invite(app, table)
    await invite(app, table)
    expect(await settle()).toBe(0)
    const to = await delivered(async () => {
      await Promise.all([sendWaiting(ground, office), sendWaiting(ground, office)])
    })
    expect(to(table.nurse)).toHaveLength(1)
    expect(await states(ground)).toEqual({ sent: 4 })
  })

  test('follows who comes later: a seat, an account, a safe channel', async () => {
    await invite(app, table)
    await delivered()
    const seats = { gipsMaster: table.chair.id, noteTaker: '', professionals: [table.nurse.id, table.teacher.id] }
    await as(app, table, table.director, 'plan.move', (viewer) =>
      seatParticipants(viewer, { planId: table.plan.id, ...seats }),
    )
    await ground.owner.memberDetails.updateMany({
      where: { memberId: table.father.memberId },
      data: { safeChannel: 'email' },
    })
    expect(await settle()).toBe(1)
    const to = await delivered()
    expect([table.teacher, table.father].map((each) => methodsFor(to(each)))).toEqual([['REQUEST'], ['REQUEST']])
    expect(office.letters).toHaveLength(2)
  })

  test('reaches addresses with an apostrophe, a plus and an international domain', async () => {
    const emails = ["o'brien+gips@xn--bcher-kva.example", 'voor.achter+a+b@gips.example'] as const
    await ground.owner.person.update({ where: { id: table.nurse.id }, data: { email: emails[0] } })
    await ground.owner.person.update({ where: { id: table.mother.id }, data: { email: emails[1] } })
    await invite(app, table)
    const to = await delivered()
    for (const email of emails) {
      expect(calendarIn(to({ ...table.nurse, email })[0] ?? expect.fail()).attendees).toEqual([`mailto:${email}`])
    }
  })
})

describe('between writing and sending', () => {
  test('who lost access, the seat, the safe channel or the account, or is kept from the plan, gets nothing', async () => {
    const { owner } = ground
    await invite(app, table)
    await owner.teamMembership.updateMany({ where: { personId: table.nurse.id }, data: { until: new Date() } })
    await owner.memberDetails.updateMany({ where: { memberId: table.mother.memberId }, data: { safeChannel: 'phone' } })
    await owner.person.update({ where: { id: table.chair.id }, data: { closedAt: new Date() } })
    const to = await delivered()
    expect([table.nurse, table.mother, table.chair].flatMap(to)).toEqual([])
    expect(to(table.director)).toHaveLength(1)
  })

  test('a meeting that began, or of a dossier that was closed, invites nobody any more', async () => {
    await invite(app, table)
    await ground.owner.plan.update({
      where: { familyId_id: { familyId: table.family.id, id: table.plan.id } },
      data: { state: 'meeting' },
    })
    const closed = await makeTable(ground)
    await invite(app, closed)
    await ground.owner.family.update({ where: { id: closed.family.id }, data: { state: 'closed' } })
    await delivered()
    expect(office.letters).toEqual([])
  })

  test('the change of a case director that is not kept yet is waited for', async () => {
    await invite(app, table)
    const changing = await ground.sql.connect()
    await changing.query('begin')
    await changing.query('update meeting set held_on = $1 where id = $2', [LATER, table.meeting.id])
    const sending = delivered()
    await until(
      () => ground.sql.query('select from pg_locks where not granted'),
      ({ rowCount }) => (rowCount ?? 0) > 0,
    )
    expect(await states(ground)).toEqual({ waiting: 4 })
    await changing.query('commit')
    changing.release()
    await sending
    expect(office.letters).toEqual([])
    expect(await states(ground)).toEqual({ cancelled: 4 })
  })
})

describe('what is off', () => {
  beforeEach(async () => {
    await invite(app, table)
    await delivered()
  })

  test('is taken out of every calendar when the meeting is called off, and asked anew for another day', async () => {
    await as(app, table, table.director, 'plan.move', (viewer) => cancelMeeting(viewer, table.plan.id))
    const to = await delivered()
    expect(office.letters).toHaveLength(4)
    const calendar = calendarIn(to(table.mother)[0] ?? expect.fail())
    expect(calendar).toMatchObject({
      method: 'CANCEL',
      uid: uidOf(table.meeting),
      sequence: 2,
      start: `${DAY}T09:00:00`,
    })
    expect(calendar.attendees).toEqual([`mailto:${table.mother.email}`])
    expect(to(table.mother)[0]?.text).not.toContain('/uitnodiging')
    await replan(app, table, { heldOn: LATER })
    expect(calendarIn((await delivered())(table.mother)[0] ?? expect.fail())).toMatchObject({
      method: 'REQUEST',
      sequence: 3,
      start: `${LATER}T09:00:00`,
    })
  })

  test('for one who has no seat any more, or whose involvement ended, is told to that one alone', async () => {
    const seats = { gipsMaster: '', noteTaker: '', professionals: [table.nurse.id] }
    await as(app, table, table.director, 'plan.move', (viewer) =>
      seatParticipants(viewer, { planId: table.plan.id, ...seats }),
    )
    await ground.owner.teamMembership.updateMany({ where: { personId: table.nurse.id }, data: { until: new Date() } })
    expect(await settle()).toBe(1)
    const to = await delivered()
    expect([table.chair, table.nurse].map((each) => methodsFor(to(each)))).toEqual([['CANCEL'], ['CANCEL']])
    expect(office.letters).toHaveLength(2)
    expect(await settle()).toBe(0)
  })

  test('is not told to a family account that lost access or its safe channel, nor about a plan that is hidden', async () => {
    const { owner } = ground
    await owner.familyAccess.updateMany({ where: { personId: table.mother.id }, data: { until: new Date() } })
    await makeShield(owner, table.family, {
      subject: 'plan',
      subjectId: table.plan.id,
      audience: 'account',
      personId: table.nurse.id,
    })
    expect(await settle()).toBe(2)
    await delivered()
    expect(office.letters).toEqual([])
  })

  test('is told also where the dossier was closed, and not about a meeting that is over', async () => {
    await ground.owner.family.update({ where: { id: table.family.id }, data: { state: 'closed' } })
    const over = await makeTable(ground)
    await invite(app, over)
    await delivered()
    await moveClock(ground.sql, '31 days')
    await ground.owner.participant.deleteMany({ where: { meetingId: over.meeting.id } })
    expect(await settle()).toBe(0)
    await restoreClock(ground.sql)
  })

  test('is not told to who was never written to', async () => {
    const other = await makeTable(ground)
    await invite(app, other)
    await as(app, other, other.director, 'plan.move', (viewer) => cancelMeeting(viewer, other.plan.id))
    await delivered()
    expect(office.letters).toEqual([])
  })
})

describe('a reminder', () => {
  const remind = () => remindOfMeetings(ground.sql, APP_URL)
  const daysBefore = async (days: number, time = '12 hours') =>
    moveClock(
      ground.sql,
      `${30 - days} days' - (now() - date_trunc('day', now() at time zone 'Europe/Amsterdam') at time zone 'Europe/Amsterdam') + interval '${time}`,
    )

  test('comes a week and a day before, each once, to who did not decline, without a calendar file', async () => {
    await invite(app, table)
    await delivered()
    await ground.owner.meetingInvitation.updateMany({
      where: { personId: table.nurse.id },
      data: { answer: 'declined' },
    })
    await daysBefore(8)
    expect(await remind()).toBe(0)
    await daysBefore(7)
    const counts = await Promise.all([remind(), remind(), remind()])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
    const to = await delivered()
    expect(to(table.mother)[0]).toMatchObject({
      subject: `Binnenkort is er een overleg (${table.family.code})`,
      attachments: [],
    })
    expect(to(table.nurse)).toEqual([])
    await daysBefore(1)
    expect(await remind()).toBe(3)
    expect((await delivered())(table.mother)[0]?.subject).toBe(`Denk aan het overleg (${table.family.code})`)
    expect(await remind()).toBe(0)
  })

  test('is not for who was invited after its moment, nor for a meeting that is off, began or is of another day', async () => {
    await invite(app, table)
    const off = await makeTable(ground)
    await invite(app, off)
    await ground.owner.meeting.updateMany({ where: { id: off.meeting.id }, data: { heldOn: null } })
    const begun = await makeTable(ground)
    await invite(app, begun)
    await ground.owner.plan.updateMany({ where: { id: begun.plan.id }, data: { state: 'meeting' } })
    const moved = await makeTable(ground)
    await invite(app, moved)
    await ground.owner.meeting.updateMany({ where: { id: moved.meeting.id }, data: { heldOn: dateColumn(LATER) } })
    await ground.sql.query(
      `update meeting_invitation set told_at = told_at + interval '25 days' where meeting_id = $1`,
      [table.meeting.id],
    )
    await daysBefore(4)
    expect(await remind()).toBe(0)
    await daysBefore(1)
    expect(await remind()).toBe(4)
    await daysBefore(0, '10 hours')
    expect(await remind()).toBe(0)
  })

  test('that waits is not sent to who declines meanwhile, nor when the meeting is called off', async () => {
    await invite(app, table)
    await delivered()
    await daysBefore(7)
    await remind()
    await ground.owner.meetingInvitation.updateMany({
      where: { personId: table.nurse.id },
      data: { answer: 'declined' },
    })
    await ground.owner.familyAccess.updateMany({ where: { personId: table.mother.id }, data: { until: new Date() } })
    const to = await delivered()
    expect([table.nurse, table.mother].flatMap(to)).toEqual([])
    expect(to(table.chair)).toHaveLength(1)
  })
})
