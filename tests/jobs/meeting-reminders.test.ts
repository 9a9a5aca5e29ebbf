import { beforeEach, describe, expect, test } from 'vitest'
import { cancelMeeting, seatParticipants } from '@/lib/data/meetings'
import { dateColumn } from '@/lib/dates'
import { daysBetween, instantOfLocal } from '@/lib/domain/calendar'
import { remindOfMeetings, settleAllInvitations } from '@/lib/jobs/meeting-invitations'
import { makeShield } from '@/prisma/factories/team'
import { restoreClock, setClock } from '@/tests/support/clock'
import { atTables, daysBefore, delivered } from './at-tables'
import { as, calendarIn, DAY, invite, LATER, makeTable, replan, TODAY, uidOf } from './invited-ground'

const APP_URL = 'http://localhost:3000'
const here = atTables()
const settle = () => settleAllInvitations(here.ground.sql, APP_URL)

describe('what is off', () => {
  beforeEach(async () => {
    await invite(here.app, here.table)
    await delivered(here)
  })

  test('is taken out of every calendar when the meeting is called off, and asked anew for another day', async () => {
    await as(here.app, here.table, here.table.director, 'plan.move', (viewer) =>
      cancelMeeting(viewer, here.table.plan.id),
    )
    const to = await delivered(here)
    expect(here.office.letters).toHaveLength(4)
    const calendar = calendarIn(to(here.table.mother)[0] ?? expect.fail())
    expect(calendar).toMatchObject({
      method: 'CANCEL',
      uid: uidOf(here.table.meeting),
      sequence: 2,
      start: `${DAY}T09:00:00`,
    })
    expect(calendar.attendees).toEqual([`mailto:${here.table.mother.email}`])
    expect(to(here.table.mother)[0]?.text).not.toContain('/uitnodiging')
    await replan(here.app, here.table, { heldOn: LATER })
    expect(calendarIn((await delivered(here))(here.table.mother)[0] ?? expect.fail())).toMatchObject({
      method: 'REQUEST',
      sequence: 3,
      start: `${LATER}T09:00:00`,
    })
  })

  test('for one who has no seat any more, or whose involvement ended, is told to that one alone', async () => {
    const seats = { gipsMaster: '', noteTaker: '', professionals: [here.table.nurse.id] }
    await as(here.app, here.table, here.table.director, 'plan.move', (viewer) =>
      seatParticipants(viewer, { planId: here.table.plan.id, ...seats }),
    )
    await here.ground.owner.teamMembership.updateMany({
      where: { personId: here.table.nurse.id },
      data: { until: new Date() },
    })
    expect(await settle()).toBe(1)
    const to = await delivered(here)
    expect(
      [here.table.chair, here.table.nurse].map((each) => to(each).map((letter) => calendarIn(letter).method)),
    ).toEqual([['CANCEL'], ['CANCEL']])
    expect(here.office.letters).toHaveLength(2)
    expect(await settle()).toBe(0)
  })

  test('is not told to a family account that lost access or its safe channel, nor about a plan that is hidden', async () => {
    const { owner } = here.ground
    await owner.familyAccess.updateMany({ where: { personId: here.table.mother.id }, data: { until: new Date() } })
    await makeShield(owner, here.table.family, {
      subject: 'plan',
      subjectId: here.table.plan.id,
      audience: 'account',
      personId: here.table.nurse.id,
    })
    expect(await settle()).toBe(2)
    await delivered(here)
    expect(here.office.letters).toEqual([])
  })

  test('is told also where the dossier was closed, and not about a meeting that is over', async () => {
    await here.ground.owner.family.update({ where: { id: here.table.family.id }, data: { state: 'closed' } })
    const over = await makeTable(here.ground)
    await invite(here.app, over)
    await delivered(here)
    await daysBefore(here, -1)
    await here.ground.owner.participant.deleteMany({ where: { meetingId: over.meeting.id } })
    expect(await settle()).toBe(0)
    await restoreClock(here.ground.sql)
  })

  test('is not told to who was never written to', async () => {
    const other = await makeTable(here.ground)
    await invite(here.app, other)
    await as(here.app, other, other.director, 'plan.move', (viewer) => cancelMeeting(viewer, other.plan.id))
    await delivered(here)
    expect(here.office.letters).toEqual([])
  })
})

describe('a reminder', () => {
  const remind = () => remindOfMeetings(here.ground.sql, APP_URL)

  test('comes a week and a day before, each once, to who did not decline, without a calendar file', async () => {
    await invite(here.app, here.table)
    await delivered(here)
    await here.ground.owner.meetingInvitation.updateMany({
      where: { personId: here.table.nurse.id },
      data: { answer: 'declined' },
    })
    await daysBefore(here, 8)
    expect(await remind()).toBe(0)
    await daysBefore(here, 7)
    const counts = await Promise.all([remind(), remind(), remind()])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
    const to = await delivered(here)
    expect(to(here.table.mother)[0]).toMatchObject({
      subject: `Binnenkort is er een overleg (${here.table.family.code})`,
      attachments: [],
    })
    expect(to(here.table.nurse)).toEqual([])
    await daysBefore(here, 1)
    expect(await remind()).toBe(3)
    expect((await delivered(here))(here.table.mother)[0]?.subject).toBe(
      `Denk aan het overleg (${here.table.family.code})`,
    )
    expect(await remind()).toBe(0)
  })

  test.each([
    ['a Monday', '2100-03-15', '2100-03-12'],
    ['the day after King’s Day', '2100-04-28', '2100-04-26'],
  ])('of a meeting on %s comes on the last working day before it', async (_what, on, reminded) => {
    await invite(here.app, here.table)
    await delivered(here)
    const { id } = here.table.meeting
    await here.ground.owner.meeting.updateMany({ where: { id }, data: { heldOn: dateColumn(on) } })
    await here.ground.owner.meetingInvitation.updateMany({ where: { meetingId: id }, data: { heldOn: dateColumn(on) } })
    const at = (time: string) => setClock(here.ground.sql, instantOfLocal(`${reminded}T${time}`)?.toISOString() ?? '')
    await at('07:59')
    // That of a week before, which nobody wrote until now.
    expect([await remind(), await remind()]).toEqual([4, 0])
    await delivered(here)
    await at('08:00')
    expect(await remind()).toBe(4)
    const letter = (await delivered(here))(here.table.mother)[0]
    expect(letter?.subject).toBe(`Denk aan het overleg (${here.table.family.code})`)
  })

  test('is not for who was invited after its moment, nor for a meeting that is off, began or is of another day', async () => {
    await invite(here.app, here.table)
    const off = await makeTable(here.ground)
    await invite(here.app, off)
    await here.ground.owner.meeting.updateMany({ where: { id: off.meeting.id }, data: { heldOn: null } })
    const begun = await makeTable(here.ground)
    await invite(here.app, begun)
    await here.ground.owner.plan.updateMany({ where: { id: begun.plan.id }, data: { state: 'meeting' } })
    const moved = await makeTable(here.ground)
    await invite(here.app, moved)
    await here.ground.owner.meeting.updateMany({ where: { id: moved.meeting.id }, data: { heldOn: dateColumn(LATER) } })
    await here.ground.sql.query(
      `update meeting_invitation set told_at = told_at + interval '${daysBetween(TODAY, DAY) - 5} days' where meeting_id = $1`,
      [here.table.meeting.id],
    )
    await daysBefore(here, 4)
    expect(await remind()).toBe(0)
    await daysBefore(here, 1)
    expect(await remind()).toBe(4)
    await daysBefore(here, 0, '10 hours')
    expect(await remind()).toBe(0)
  })

  test('that waits is not sent to who declines meanwhile, nor when the meeting is called off', async () => {
    await invite(here.app, here.table)
    await delivered(here)
    await daysBefore(here, 7)
    await remind()
    await here.ground.owner.meetingInvitation.updateMany({
      where: { personId: here.table.nurse.id },
      data: { answer: 'declined' },
    })
    await here.ground.owner.familyAccess.updateMany({
      where: { personId: here.table.mother.id },
      data: { until: new Date() },
    })
    const to = await delivered(here)
    expect([here.table.nurse, here.table.mother].flatMap(to)).toEqual([])
    expect(to(here.table.chair)).toHaveLength(1)
  })
})
