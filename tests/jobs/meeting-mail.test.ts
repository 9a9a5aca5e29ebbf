import { describe, expect, test } from 'vitest'
import { seatParticipants, takeProposedDay } from '@/lib/data/meetings'
import { movePlan } from '@/lib/data/plan-life'
import { dayWords } from '@/lib/domain/meeting-day'
import { settleAllInvitations } from '@/lib/jobs/meeting-invitations'
import { makeParticipant } from '@/prisma/factories/plan'
import { atTables, delivered } from './at-tables'
import { states, until, withWorker } from './ground'
import { as, calendarIn, DAY, invite, LATER, makeTable, replan, sendWaiting, uidOf } from './invited-ground'

const APP_URL = 'http://localhost:3000'
const here = atTables()
const settle = () => settleAllInvitations(here.ground.sql, APP_URL)

describe('an invitation', () => {
  test('reaches everyone at the table who has an account and a safe channel, each alone, and nobody else', async () => {
    await invite(here.app, here.table)
    const to = await delivered(here, () =>
      withWorker(here.ground, here.office.url, async () => {
        await until(
          () => states(here.ground),
          (found) => !found.waiting && !found.sending,
        )
      }),
    )
    for (const invitee of [here.table.director, here.table.chair, here.table.nurse, here.table.mother]) {
      const [letter, ...more] = to(invitee)
      expect(more).toEqual([])
      const calendar = calendarIn(letter ?? expect.fail())
      expect(calendar).toMatchObject({ method: 'REQUEST', uid: uidOf(here.table.meeting), sequence: 1 })
      expect(calendar.start).toBe(`${DAY}T09:00:00`)
      expect(calendar.attendees).toEqual([`mailto:${invitee.email}`])
      expect(calendar.value('organizer')).toBe('mailto:noreply@localhost')
      expect(calendar.types).toEqual(['text/calendar', 'application/ics'])
      expect(new Set(calendar.files).size).toBe(1)
      expect(letter?.text).toContain(dayWords(DAY))
      expect(letter?.text).toContain(`${APP_URL}/gezinnen/${here.table.family.code}/plannen/gips-4/uitnodiging`)
    }
    expect([here.table.teacher, here.table.father, here.table.aunt].flatMap(to)).toEqual([])
    expect(here.office.letters).toHaveLength(4)
    const raw = here.office.letters.map((each) => each.raw).join('\n')
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
    expect(raw).not.toMatch(/Liesbeth|Joris|Brink|Riet/)
  })

  test('goes out with the step of the case director, not before', async () => {
    here.table = await makeTable(here.ground, { kind: 'gips1', state: 'preparation' })
    await here.ground.owner.participant.deleteMany({ where: { meetingId: here.table.meeting.id, personId: null } })
    await makeParticipant(here.ground.owner, here.table.meeting, { personId: here.table.teacher.id, role: 'noteTaker' })
    await replan(here.app, here.table, { heldOn: LATER })
    expect(await states(here.ground)).toEqual({})
    const step = (viewer: Parameters<typeof movePlan>[0]) =>
      movePlan(viewer, here.table.plan.id, 'preparation', 'invited')
    const steps = [1, 2, 3].map(() => as(here.app, here.table, here.table.director, 'plan.move', step))
    expect((await Promise.allSettled(steps)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await states(here.ground)).toEqual({ waiting: 4 })
  })

  test('is asked again for another day, under the same UID with a higher SEQUENCE', async () => {
    await invite(here.app, here.table)
    await delivered(here)
    await replan(here.app, here.table, { heldOn: LATER })
    const to = await delivered(here)
    expect(calendarIn(to(here.table.nurse)[0] ?? expect.fail())).toMatchObject({
      method: 'REQUEST',
      uid: uidOf(here.table.meeting),
      sequence: 2,
      start: `${LATER}T09:00:00`,
    })
    expect(to(here.table.nurse)[0]?.subject).toBe(`Een overleg is veranderd (${here.table.family.code})`)
    await replan(here.app, here.table, { heldOn: LATER })
    expect((await delivered(here))(here.table.nurse)).toEqual([])
  })

  test('that was changed twice before it was sent is sent once, as it is now', async () => {
    await invite(here.app, here.table)
    await replan(here.app, here.table, { heldOn: LATER })
    const day = await as(here.app, here.table, here.table.director, 'plan.move', (viewer) =>
      takeProposedDay(viewer, here.table.plan.id),
    )
    const to = await delivered(here)
    const [letter, ...more] = to(here.table.mother)
    expect(more).toEqual([])
    expect(calendarIn(letter ?? expect.fail())).toMatchObject({ sequence: 3, start: `${day}T09:00:00` })
    expect(await states(here.ground)).toEqual({ sent: 4, cancelled: 8 })
  })

  test('is sent once, also by two workers and after a second look at everything', async () => {
    await invite(here.app, here.table)
    await invite(here.app, here.table)
    expect(await settle()).toBe(0)
    const to = await delivered(here, async () => {
      await Promise.all([sendWaiting(here.ground, here.office), sendWaiting(here.ground, here.office)])
    })
    expect(to(here.table.nurse)).toHaveLength(1)
    expect(await states(here.ground)).toEqual({ sent: 4 })
  })

  test('follows who comes later: a seat, an account, a safe channel', async () => {
    await invite(here.app, here.table)
    await delivered(here)
    const seats = {
      gipsMaster: here.table.chair.id,
      noteTaker: '',
      professionals: [here.table.nurse.id, here.table.teacher.id],
    }
    await as(here.app, here.table, here.table.director, 'plan.move', (viewer) =>
      seatParticipants(viewer, { planId: here.table.plan.id, ...seats }),
    )
    await here.ground.owner.memberDetails.updateMany({
      where: { memberId: here.table.father.memberId },
      data: { safeChannel: 'email' },
    })
    expect(await settle()).toBe(1)
    const to = await delivered(here)
    expect(
      [here.table.teacher, here.table.father].map((each) => to(each).map((letter) => calendarIn(letter).method)),
    ).toEqual([['REQUEST'], ['REQUEST']])
    expect(here.office.letters).toHaveLength(2)
  })

  test('reaches addresses with an apostrophe, a plus and an international domain', async () => {
    const emails = ["o'brien+gips@xn--bcher-kva.example", 'voor.achter+a+b@gips.example'] as const
    await here.ground.owner.person.update({ where: { id: here.table.nurse.id }, data: { email: emails[0] } })
    await here.ground.owner.person.update({ where: { id: here.table.mother.id }, data: { email: emails[1] } })
    await invite(here.app, here.table)
    const to = await delivered(here)
    for (const email of emails) {
      expect(calendarIn(to({ ...here.table.nurse, email })[0] ?? expect.fail()).attendees).toEqual([`mailto:${email}`])
    }
  })
})

describe('between writing and sending', () => {
  test('who lost access, the seat, the safe channel or the account, or is kept from the plan, gets nothing', async () => {
    const { owner } = here.ground
    await invite(here.app, here.table)
    await owner.teamMembership.updateMany({ where: { personId: here.table.nurse.id }, data: { until: new Date() } })
    await owner.memberDetails.updateMany({
      where: { memberId: here.table.mother.memberId },
      data: { safeChannel: 'phone' },
    })
    await owner.person.update({ where: { id: here.table.chair.id }, data: { closedAt: new Date() } })
    const to = await delivered(here)
    expect([here.table.nurse, here.table.mother, here.table.chair].flatMap(to)).toEqual([])
    expect(to(here.table.director)).toHaveLength(1)
  })

  test('a meeting that began, or of a dossier that was closed, invites nobody any more', async () => {
    await invite(here.app, here.table)
    await here.ground.owner.plan.update({
      where: { familyId_id: { familyId: here.table.family.id, id: here.table.plan.id } },
      data: { state: 'meeting' },
    })
    const closed = await makeTable(here.ground)
    await invite(here.app, closed)
    await here.ground.owner.family.update({ where: { id: closed.family.id }, data: { state: 'closed' } })
    await delivered(here)
    expect(here.office.letters).toEqual([])
  })

  test('the change of a case director that is not kept yet is waited for', async () => {
    await invite(here.app, here.table)
    const changing = await here.ground.sql.connect()
    await changing.query('begin')
    await changing.query('update meeting set held_on = $1 where id = $2', [LATER, here.table.meeting.id])
    const sending = delivered(here)
    await until(
      () => here.ground.sql.query('select from pg_locks where not granted'),
      ({ rowCount }) => (rowCount ?? 0) > 0,
    )
    expect(await states(here.ground)).toEqual({ waiting: 4 })
    await changing.query('commit')
    changing.release()
    await sending
    expect(here.office.letters).toEqual([])
    expect(await states(here.ground)).toEqual({ cancelled: 4 })
  })
})
