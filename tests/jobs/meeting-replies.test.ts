import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { takeReply } from '@/lib/calendar/take-reply'
import { answerInvitation } from '@/lib/data/meeting-invitations'
import { cancelMeeting } from '@/lib/data/meetings'
import { composeMessage } from '@/lib/jobs/compose-message'
import { mailWith, type ReplyInput, replyFile } from '@/tests/calendar/calendar-mail'
import { atTables } from './at-tables'
import { as, calendarOf, type Invitee, invite, LATER, makeTable, replan, uidOf } from './invited-ground'

let worker: Pool
const here = atTables()
beforeAll(() => {
  worker = new Pool({ connectionString: here.ground.database.workerUrl, max: 2 })
})
afterAll(() => worker.end())
beforeEach(() => invite(here.app, here.table))

const rowOf = ({ id: personId }: Invitee) =>
  here.ground.owner.meetingInvitation.findFirstOrThrow({ where: { personId, meetingId: here.table.meeting.id } })

/** How many of those at this table have answered. */
const answered = () =>
  here.ground.owner.meetingInvitation.count({
    where: { meetingId: here.table.meeting.id, answer: { not: 'none' }, personId: { not: here.table.director.id } },
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
    const { kind, payload } = await here.ground.owner.message.findFirstOrThrow({
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
    const input = { uid: uidOf(here.table.meeting), attendee: invitee.email, stamp: soon(0), ...given, to }
    return takeReply(worker, await mailWith(replyFile(input), to), { ...settings(), ...set })
  }

  test('an answer is recorded for its recipient alone, with a line in the trail; the newest counts', async () => {
    expect(await reply(here.table.mother)).toBe('recorded')
    expect(await rowOf(here.table.mother)).toMatchObject({ answer: 'accepted' })
    expect(await rowOf(here.table.nurse)).toMatchObject({ answer: 'none' })
    const line = await here.ground.owner.auditLine.findFirst({
      where: { familyId: here.table.family.id },
      orderBy: { id: 'desc' },
    })
    expect(line).toMatchObject({
      personId: here.table.mother.id,
      right: 'invitation.answer',
      detail: { by: 'calendar' },
    })
    const later = soon(2)
    expect(
      await reply(here.table.mother, {
        partstat: 'DECLINED',
        stamp: later,
        attendee: here.table.mother.email.toUpperCase(),
      }),
    ).toBe('recorded')
    expect(await rowOf(here.table.mother)).toMatchObject({ answer: 'declined', reason: '' })
    expect(await reply(here.table.mother, { stamp: soon(1) })).toBe('old')
    expect(await reply(here.table.mother, { stamp: later })).toBe('old')
    expect(await rowOf(here.table.mother)).toMatchObject({ answer: 'declined' })
  })

  test('what was said on the page later counts more', async () => {
    const said = { plan: 'gips-4', sequence: 1, answer: 'declined', reason: 'Ziek' } as const
    await as(here.app, here.table, here.table.nurse, 'invitation.answer', (viewer) => answerInvitation(viewer, said))
    expect(await reply(here.table.nurse, { stamp: soon(-10) })).toBe('old')
    expect(await rowOf(here.table.nurse)).toMatchObject({ answer: 'declined', reason: 'Ziek' })
  })

  test('what is forged, foreign, old, from the future or unclear changes nothing', async () => {
    const other = await makeTable(here.ground)
    await invite(here.app, other)
    const own = await organizerFor(here.table.nurse)
    const guessed = own.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'))
    const attempts: [string, Partial<ReplyInput>][] = [
      ['foreign', { to: ADDRESS }],
      ['foreign', { to: guessed }],
      ['foreign', { attendee: here.table.chair.email }],
      ['foreign', { attendee: 'doorgestuurd@elders.example' }],
      ['foreign', { uid: uidOf(other.meeting) }],
      ['foreign', { uid: `${here.table.meeting.id}@elders.example` }],
      ['foreign', { uid: "x' or true --@localhost" }],
      ['old', { sequence: 0 }],
      ['old', { sequence: 2 }],
      ['old', { stamp: soon(3 * 24 * 60) }],
      ['unreadable', { partstat: 'TENTATIVE' }],
      ['unreadable', { method: 'REQUEST' }],
    ]
    for (const [outcome, given] of attempts) {
      expect([given, await reply(here.table.nurse, given)]).toEqual([given, outcome])
    }
    expect(await reply(here.table.nurse, {}, { CALENDAR_REPLY_ADDRESS: undefined })).toBe('unreadable')
    expect(await reply(here.table.nurse, {}, { APP_SECRET: 'another secret of thirty-two characters' })).toBe('foreign')
    expect(await answered()).toBe(0)
  })

  test('an answer to the day before it was moved is old, to the new one it counts', async () => {
    const before = await organizerFor(here.table.nurse)
    await replan(here.app, here.table, { heldOn: LATER })
    expect(await reply(here.table.nurse, { to: before })).toBe('old')
    expect(await organizerFor(here.table.nurse)).toBe(before)
    expect(await reply(here.table.nurse, { sequence: 2 })).toBe('recorded')
  })

  test('nobody answers who is not asked any more', async () => {
    const to = await organizerFor(here.table.mother)
    await here.ground.owner.familyAccess.updateMany({
      where: { personId: here.table.mother.id },
      data: { until: new Date() },
    })
    expect(await reply(here.table.mother, { to })).toBe('over')
    await as(here.app, here.table, here.table.director, 'plan.move', (viewer) =>
      cancelMeeting(viewer, here.table.plan.id),
    )
    expect(await reply(here.table.nurse)).toBe('over')
    expect(await answered()).toBe(0)
  })

  test('twenty of one calendar at once are one answer', async () => {
    const mail = { stamp: soon(0) }
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => reply(here.table.chair, mail)))
    expect(outcomes.filter((outcome) => outcome === 'recorded')).toHaveLength(1)
    expect(await rowOf(here.table.chair)).toMatchObject({ answer: 'accepted' })
  })
})
