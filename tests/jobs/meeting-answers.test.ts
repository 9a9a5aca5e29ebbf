import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { takeReply } from '@/lib/calendar/take-reply'
import { answerInvitation, answersAtTable, ownInvitation, reachOf } from '@/lib/data/meeting-invitations'
import { cancelMeeting } from '@/lib/data/meetings'
import { planFor } from '@/lib/data/plans'
import { connect } from '@/lib/db'
import { AnswerInvitationForm, whenWords } from '@/lib/domain/meeting-invitation'
import { composeMessage } from '@/lib/jobs/compose-message'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import type { PrismaClient } from '@/prisma/generated/client'
import { mailWith, type ReplyInput, replyFile } from '@/tests/calendar/calendar-mail'
import { moveClock, restoreClock } from '@/tests/support/clock'
import { type Ground, prepareGround } from './ground'
import {
  as,
  calendarOf,
  DAY,
  type Invitee,
  invite,
  LATER,
  makeTable,
  replan,
  type Table,
  uidOf,
} from './invited-ground'

const GONE = 'Het overleg is intussen verzet of afgezegd. Ververs de pagina en kijk opnieuw.'
let ground: Ground
let app: PrismaClient
let worker: Pool
let table: Table

beforeAll(async () => {
  ground = await prepareGround()
  app = connect(ground.database.appUrl, 4)
  worker = new Pool({ connectionString: ground.database.workerUrl, max: 2 })
})
afterAll(async () => {
  await worker.end()
  await app.$disconnect()
  await ground.close()
})
beforeEach(async () => {
  await restoreClock(ground.sql)
  table = await makeTable(ground)
  await invite(app, table)
})

const rowOf = ({ id: personId }: Invitee) =>
  ground.owner.meetingInvitation.findFirstOrThrow({ where: { personId, meetingId: table.meeting.id } })

/** How many of those at this table have answered. */
const answered = () =>
  ground.owner.meetingInvitation.count({ where: { meetingId: table.meeting.id, answer: { not: 'none' } } })

function answer(invitee: Pick<Invitee, 'session'>, given: Record<string, string> = {}) {
  const input = AnswerInvitationForm.parse({ plan: 'gips-4', sequence: '1', answer: 'accepted', reason: '', ...given })
  return as(app, table, invitee, 'invitation.answer', (viewer) => answerInvitation(viewer, input))
}

const page = (invitee: Pick<Invitee, 'session'>) =>
  as(app, table, invitee, 'invitation.answer', (viewer) => ownInvitation(viewer, 'gips-4'))

describe('on the page', () => {
  test('who is invited reads when and where, and says whether they come, also once more', async () => {
    expect(await page(table.mother)).toMatchObject({
      when: whenWords(DAY, 'morning'),
      place: 'De Brink',
      answer: 'none',
    })
    await answer(table.mother)
    expect(await rowOf(table.mother)).toMatchObject({ answer: 'accepted', reason: '' })
    await answer(table.mother, { answer: 'declined', reason: ' Ik werk dan. ' })
    expect(await page(table.mother)).toMatchObject({ answer: 'declined', reason: 'Ik werk dan.' })
    await answer(table.mother, { reason: 'Toch wel' })
    expect(await rowOf(table.mother)).toMatchObject({ answer: 'accepted', reason: '' })
    const line = await ground.owner.auditLine.findFirst({
      where: { familyId: table.family.id },
      orderBy: { id: 'desc' },
    })
    expect(line).toMatchObject({ right: 'invitation.answer', detail: { plan: 'gips-4' }, personId: table.mother.id })
  })

  test('nobody finds an invitation who has none: of the team, of the family, of elsewhere', async () => {
    const { id } = await makePerson(ground.owner)
    const outsider = { session: (await makeSession(ground.owner, id)).tokenHash }
    const other = await makeTable(ground)
    for (const who of [table.teacher, table.father, table.aunt, outsider, other.director]) {
      expect(await page(who)).toBe('refused')
      expect(await answer(who)).toBe('refused')
    }
    expect(await answered()).toBe(0)
  })

  test('case director and chair read who comes and why not; the others read their own and write none by SQL', async () => {
    await answer(table.nurse, { answer: 'declined', reason: 'Op vakantie' })
    await answer(table.mother)
    for (const who of [table.director, table.chair]) {
      const seats = await as(app, table, who, 'invitations.read', async (viewer) =>
        answersAtTable(viewer, await planFor(viewer, 'gips-4', 'invitations.read')),
      )
      const seen = Array.isArray(seats) ? seats.map((seat) => [seat.role, seat.answer, seat.reason]) : seats
      expect(seen).toContainEqual(['professional', 'declined', 'Op vakantie'])
      expect(seen).toContainEqual(['family', 'accepted', ''])
      expect(seen).toContainEqual(['gipsMaster', 'none', ''])
      expect(seen).toContainEqual(['network', null, ''])
    }
    for (const who of [table.nurse, table.mother]) {
      expect(await as(app, table, who, 'invitations.read', async () => null)).toBe('refused')
      const own = await as(app, table, who, 'dossier.read', ({ tx }) => tx.meetingInvitation.findMany())
      expect(own).toMatchObject([{ personId: who.id }])
    }
    expect(await as(app, table, table.teacher, 'dossier.read', ({ tx }) => tx.meetingInvitation.findMany())).toEqual([])
    const forged = as(app, table, table.director, 'plan.move', ({ tx }) =>
      tx.meetingInvitation.updateMany({ data: { answer: 'accepted' } }),
    )
    await expect(forged).rejects.toThrow(/permission denied/)
  })

  test('an answer to what is no longer asked is refused, and nothing of it is kept', async () => {
    await replan(app, table, { heldOn: LATER })
    await expect(answer(table.nurse)).rejects.toThrow(GONE)
    await answer(table.nurse, { sequence: '2' })
    await as(app, table, table.director, 'plan.move', (viewer) => cancelMeeting(viewer, table.plan.id))
    expect(await answer(table.nurse, { sequence: '3' })).toBe('refused')
    expect(await page(table.nurse)).toBe('refused')
    await replan(app, table, { heldOn: DAY })
    expect(await page(table.nurse)).toMatchObject({ answer: 'none', sequence: 4 })
  })

  test('nobody answers for a day that is over, in a closed dossier or once the meeting began', async () => {
    await moveClock(ground.sql, '31 days')
    const { tokenHash } = await makeSession(ground.owner, table.nurse.id)
    await ground.sql.query(`update session set created_at = gips_now(), last_seen_at = gips_now()`)
    await expect(answer({ session: tokenHash })).rejects.toThrow(GONE)
    await restoreClock(ground.sql)
    await ground.sql.query(`update session set created_at = now(), last_seen_at = now()`)
    await ground.owner.plan.updateMany({ where: { id: table.plan.id }, data: { state: 'meeting' } })
    expect(await answer(table.chair)).toBe('refused')
    const closed = await makeTable(ground)
    await invite(app, closed)
    await ground.owner.family.update({ where: { id: closed.family.id }, data: { state: 'closed' } })
    table = closed
    await expect(answer(table.mother)).rejects.toThrow('Dit dossier is gesloten.')
    expect(await answered()).toBe(0)
  })

  test('another place keeps what was answered, another day asks anew', async () => {
    await answer(table.nurse, { answer: 'declined', reason: 'Te ver' })
    await replan(app, table, { place: 'De Schakel' })
    expect(await rowOf(table.nurse)).toMatchObject({
      answer: 'declined',
      reason: 'Te ver',
      sequence: 2,
      place: 'De Schakel',
    })
    await replan(app, table, { place: 'De Schakel', heldOn: LATER })
    expect(await rowOf(table.nurse)).toMatchObject({ answer: 'none', reason: '', answeredAt: null, sequence: 3 })
  })

  test('the case director is told beforehand who gets a mail and who does not', async () => {
    const reach = await as(app, table, table.director, 'plan.move', async (viewer) =>
      reachOf(viewer, await planFor(viewer, 'gips-4', 'plan.read')),
    )
    expect(reach).toMatchObject({ otherwise: ['Joris', 'Riet Vos'] })
    expect(typeof reach === 'string' ? [] : reach.byMail).toHaveLength(4)
    const others = as(app, table, table.chair, 'plan.read', async (viewer) =>
      reachOf(viewer, await planFor(viewer, 'gips-4', 'plan.read')),
    )
    await expect(others).rejects.toThrow(/only the case director/)
  })
})

describe('by the calendar', () => {
  const ADDRESS = 'agenda@gips.example'
  const settings = () => ({
    APP_URL: 'http://localhost:3000',
    APP_SECRET: process.env.APP_SECRET ?? '',
    MAIL_FROM: 'GIPSonline <noreply@gips.example>',
    CALENDAR_REPLY_ADDRESS: ADDRESS,
  })

  /** What stands in the invitation that waits for somebody. */
  async function organizerFor(invitee: Invitee): Promise<string> {
    const { kind, payload } = await ground.owner.message.findFirstOrThrow({
      where: { recipientId: invitee.id, kind: { in: ['meetingInvitation', 'meetingMoved'] } },
      orderBy: { createdAt: 'desc' },
    })
    const mail = await composeMessage({ kind, payload, language: 'nl', email: invitee.email }, settings())
    const { value, event } = calendarOf(mail.calendar?.content ?? '')
    expect(event?.getFirstProperty('attendee')?.getFirstParameter('rsvp')).toBe('TRUE')
    return String(value('organizer')).replace('mailto:', '')
  }

  const soon = (minutes: number) => {
    const at = new Date(Date.now() + minutes * 60_000).toISOString()
    return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  }

  async function reply(
    invitee: Invitee,
    given: Partial<ReplyInput> = {},
    set: Partial<ReturnType<typeof settings>> = {},
  ) {
    const to = given.to ?? (await organizerFor(invitee))
    const input = { uid: uidOf(table.meeting), attendee: invitee.email, stamp: soon(0), ...given, to }
    return takeReply(worker, await mailWith(replyFile(input), to), { ...settings(), ...set })
  }

  test('an answer is recorded for its recipient alone, with a line in the trail; the newest counts', async () => {
    expect(await reply(table.mother)).toBe('recorded')
    expect(await rowOf(table.mother)).toMatchObject({ answer: 'accepted' })
    expect(await rowOf(table.nurse)).toMatchObject({ answer: 'none' })
    const line = await ground.owner.auditLine.findFirst({
      where: { familyId: table.family.id },
      orderBy: { id: 'desc' },
    })
    expect(line).toMatchObject({ personId: table.mother.id, right: 'invitation.answer', detail: { by: 'calendar' } })
    const later = soon(2)
    expect(
      await reply(table.mother, { partstat: 'DECLINED', stamp: later, attendee: table.mother.email.toUpperCase() }),
    ).toBe('recorded')
    expect(await rowOf(table.mother)).toMatchObject({ answer: 'declined', reason: '' })
    expect(await reply(table.mother, { stamp: soon(1) })).toBe('old')
    expect(await reply(table.mother, { stamp: later })).toBe('old')
    expect(await rowOf(table.mother)).toMatchObject({ answer: 'declined' })
  })

  test('what was said on the page later counts more', async () => {
    await answer(table.nurse, { answer: 'declined', reason: 'Ziek' })
    expect(await reply(table.nurse, { stamp: soon(-10) })).toBe('old')
    expect(await rowOf(table.nurse)).toMatchObject({ answer: 'declined', reason: 'Ziek' })
  })

  test('what is forged, foreign, old, from the future or unclear changes nothing', async () => {
    const other = await makeTable(ground)
    await invite(app, other)
    const own = await organizerFor(table.nurse)
    const guessed = own.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'))
    const attempts: [string, Partial<ReplyInput>][] = [
      ['foreign', { to: ADDRESS }],
      ['foreign', { to: guessed }],
      ['foreign', { attendee: table.chair.email }],
      ['foreign', { attendee: 'doorgestuurd@elders.example' }],
      ['foreign', { uid: uidOf(other.meeting) }],
      ['foreign', { uid: `${table.meeting.id}@elders.example` }],
      ['foreign', { uid: "x' or true --@localhost" }],
      ['old', { sequence: 0 }],
      ['old', { sequence: 2 }],
      ['old', { stamp: soon(3 * 24 * 60) }],
      ['unreadable', { partstat: 'TENTATIVE' }],
      ['unreadable', { method: 'REQUEST' }],
    ]
    for (const [outcome, given] of attempts) {
      expect([given, await reply(table.nurse, given)]).toEqual([given, outcome])
    }
    expect(await reply(table.nurse, {}, { CALENDAR_REPLY_ADDRESS: undefined })).toBe('unreadable')
    expect(await reply(table.nurse, {}, { APP_SECRET: 'another secret of thirty-two characters' })).toBe('foreign')
    expect(await answered()).toBe(0)
  })

  test('an answer to the day before it was moved is old, to the new one it counts', async () => {
    const before = await organizerFor(table.nurse)
    await replan(app, table, { heldOn: LATER })
    expect(await reply(table.nurse, { to: before })).toBe('old')
    expect(await organizerFor(table.nurse)).toBe(before)
    expect(await reply(table.nurse, { sequence: 2 })).toBe('recorded')
  })

  test('nobody answers who is not asked any more', async () => {
    const to = await organizerFor(table.mother)
    await ground.owner.familyAccess.updateMany({ where: { personId: table.mother.id }, data: { until: new Date() } })
    expect(await reply(table.mother, { to })).toBe('over')
    await as(app, table, table.director, 'plan.move', (viewer) => cancelMeeting(viewer, table.plan.id))
    expect(await reply(table.nurse)).toBe('over')
    expect(await answered()).toBe(0)
  })

  test('twenty of one calendar at once are one answer', async () => {
    const mail = { stamp: soon(0) }
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => reply(table.chair, mail)))
    expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(1)
    expect(await rowOf(table.chair)).toMatchObject({ answer: 'accepted' })
  })
})
