import { beforeEach, describe, expect, test } from 'vitest'
import { answerInvitation, answersAtTable, ownInvitation, reachOf } from '@/lib/data/meeting-invitations'
import { cancelMeeting } from '@/lib/data/meetings'
import { planFor } from '@/lib/data/plans'
import { AnswerInvitationForm, whenWords } from '@/lib/domain/meeting-invitation'
import { makePerson, makeSession } from '@/prisma/factories/accounts'
import { restoreClock } from '@/tests/support/clock'
import { atTables, daysBefore } from './at-tables'
import { as, DAY, type Invitee, invite, LATER, makeTable, replan } from './invited-ground'

const GONE = 'Het overleg is intussen verzet of afgezegd. Ververs de pagina en kijk opnieuw.'
const here = atTables()
beforeEach(() => invite(here.app, here.table))

const rowOf = ({ id: personId }: Invitee) =>
  here.ground.owner.meetingInvitation.findFirstOrThrow({ where: { personId, meetingId: here.table.meeting.id } })

/** How many of those at this table have answered. */
const answered = () =>
  here.ground.owner.meetingInvitation.count({
    where: { meetingId: here.table.meeting.id, answer: { not: 'none' }, personId: { not: here.table.director.id } },
  })

function answer(invitee: Pick<Invitee, 'session'>, given: Record<string, string> = {}) {
  const input = AnswerInvitationForm.parse({ plan: 'gips-4', sequence: '1', answer: 'accepted', reason: '', ...given })
  return as(here.app, here.table, invitee, 'invitation.answer', (viewer) => answerInvitation(viewer, input))
}

const page = (invitee: Pick<Invitee, 'session'>) =>
  as(here.app, here.table, invitee, 'invitation.answer', (viewer) => ownInvitation(viewer, 'gips-4'))

describe('on the page', () => {
  test('who is invited reads when and where, and says whether they come, also once more', async () => {
    expect(await page(here.table.mother)).toMatchObject({
      when: whenWords(DAY, 'morning'),
      place: 'De Brink',
      answer: 'none',
    })
    await answer(here.table.mother)
    expect(await rowOf(here.table.mother)).toMatchObject({ answer: 'accepted', reason: '' })
    await answer(here.table.mother, { answer: 'declined', reason: ' Ik werk dan. ' })
    expect(await page(here.table.mother)).toMatchObject({ answer: 'declined', reason: 'Ik werk dan.' })
    await answer(here.table.mother, { reason: 'Toch wel' })
    expect(await rowOf(here.table.mother)).toMatchObject({ answer: 'accepted', reason: '' })
    const line = await here.ground.owner.auditLine.findFirst({
      where: { familyId: here.table.family.id },
      orderBy: { id: 'desc' },
    })
    expect(line).toMatchObject({
      right: 'invitation.answer',
      detail: { plan: 'gips-4' },
      personId: here.table.mother.id,
    })
  })

  test('nobody finds an invitation who has none: of the team, of the family, of elsewhere', async () => {
    const { id } = await makePerson(here.ground.owner)
    const outsider = { session: (await makeSession(here.ground.owner, id)).tokenHash }
    const other = await makeTable(here.ground)
    for (const who of [here.table.teacher, here.table.father, here.table.aunt, outsider, other.director]) {
      expect(await page(who)).toBe('refused')
      expect(await answer(who)).toBe('refused')
    }
    expect(await answered()).toBe(0)
  })

  test('case director and chair read who comes and why not; the others read their own and write none by SQL', async () => {
    await answer(here.table.nurse, { answer: 'declined', reason: 'Op vakantie' })
    await answer(here.table.mother)
    for (const who of [here.table.director, here.table.chair]) {
      const seats = await as(here.app, here.table, who, 'invitations.read', async (viewer) =>
        answersAtTable(viewer, await planFor(viewer, 'gips-4', 'invitations.read')),
      )
      const seen = Array.isArray(seats) ? seats.map((seat) => [seat.role, seat.answer, seat.reason]) : seats
      expect(seen).toContainEqual(['professional', 'declined', 'Op vakantie'])
      expect(seen).toContainEqual(['family', 'accepted', ''])
      expect(seen).toContainEqual(['gipsMaster', 'none', ''])
      expect(seen).toContainEqual(['network', null, ''])
    }
    for (const who of [here.table.nurse, here.table.mother]) {
      expect(await as(here.app, here.table, who, 'invitations.read', async () => null)).toBe('refused')
      const own = await as(here.app, here.table, who, 'dossier.read', ({ tx }) => tx.meetingInvitation.findMany())
      expect(own).toMatchObject([{ personId: who.id }])
    }
    expect(
      await as(here.app, here.table, here.table.teacher, 'dossier.read', ({ tx }) => tx.meetingInvitation.findMany()),
    ).toEqual([])
    const forged = as(here.app, here.table, here.table.director, 'plan.move', ({ tx }) =>
      tx.meetingInvitation.updateMany({ data: { answer: 'accepted' } }),
    )
    await expect(forged).rejects.toThrow(/permission denied/)
  })

  test('an answer to what is no longer asked is refused, and nothing of it is kept', async () => {
    await replan(here.app, here.table, { heldOn: LATER })
    await expect(answer(here.table.nurse)).rejects.toThrow(GONE)
    await answer(here.table.nurse, { sequence: '2' })
    await as(here.app, here.table, here.table.director, 'plan.move', (viewer) =>
      cancelMeeting(viewer, here.table.plan.id),
    )
    expect(await answer(here.table.nurse, { sequence: '3' })).toBe('refused')
    expect(await page(here.table.nurse)).toBe('refused')
    await replan(here.app, here.table, { heldOn: DAY })
    expect(await page(here.table.nurse)).toMatchObject({ answer: 'none', sequence: 4 })
  })

  test('nobody answers for a day that is over, in a closed dossier or once the meeting began', async () => {
    await daysBefore(here, -1)
    const { tokenHash } = await makeSession(here.ground.owner, here.table.nurse.id)
    await here.ground.sql.query(`update session set created_at = gips_now(), last_seen_at = gips_now()`)
    await expect(answer({ session: tokenHash })).rejects.toThrow(GONE)
    await restoreClock(here.ground.sql)
    await here.ground.sql.query(`update session set created_at = now(), last_seen_at = now()`)
    await here.ground.owner.plan.updateMany({ where: { id: here.table.plan.id }, data: { state: 'meeting' } })
    expect(await answer(here.table.chair)).toBe('refused')
    const closed = await makeTable(here.ground)
    await invite(here.app, closed)
    await here.ground.owner.family.update({ where: { id: closed.family.id }, data: { state: 'closed' } })
    here.table = closed
    await expect(answer(here.table.mother)).rejects.toThrow('Dit dossier is gesloten.')
    expect(await answered()).toBe(0)
  })

  test('another place keeps what was answered, another day asks anew', async () => {
    await answer(here.table.nurse, { answer: 'declined', reason: 'Te ver' })
    await replan(here.app, here.table, { place: 'De Schakel' })
    expect(await rowOf(here.table.nurse)).toMatchObject({
      answer: 'declined',
      reason: 'Te ver',
      sequence: 2,
      place: 'De Schakel',
    })
    await replan(here.app, here.table, { place: 'De Schakel', heldOn: LATER })
    expect(await rowOf(here.table.nurse)).toMatchObject({ answer: 'none', reason: '', answeredAt: null, sequence: 3 })
  })

  test('the case director is told beforehand who gets a mail and who does not', async () => {
    const reach = await as(here.app, here.table, here.table.director, 'plan.move', async (viewer) =>
      reachOf(viewer, await planFor(viewer, 'gips-4', 'plan.read')),
    )
    expect(reach).toMatchObject({ otherwise: ['Joris', 'Riet Vos'] })
    expect(typeof reach === 'string' ? [] : reach.byMail).toHaveLength(4)
    const others = as(here.app, here.table, here.table.chair, 'plan.read', async (viewer) =>
      reachOf(viewer, await planFor(viewer, 'gips-4', 'plan.read')),
    )
    await expect(others).rejects.toThrow(/only the case director/)
  })
})
