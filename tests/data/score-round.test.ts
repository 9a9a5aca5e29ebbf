import { describe, expect, test } from 'vitest'
import { contributionPage } from '@/lib/data/contribution-page'
import { missingAfterMeeting } from '@/lib/data/meeting-page'
import { recordAttendance } from '@/lib/data/meetings'
import { movePlan } from '@/lib/data/plan-life'
import { planPage } from '@/lib/data/plan-page'
import { ROUND_IS_OPEN } from '@/lib/domain/score-round'
import type { DossierViewer } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { makeParticipant } from '@/prisma/factories/plan'
import { readDashboard } from '@/tests/support/dashboard'
import { done, meetingTables } from './meeting-dossier'
import { type As, roundAt } from './round-at-table'

const tables = meetingTables()
const { give, typeInGrid, lead, see, page, figures, kept, slide, giveAll } = roundAt(tables)

/** What one of them gives: the figure by itself, not where it stands in the time of day. */
const SECRET = /Geheime reden|(?<!\d)3[.,]5(?!\d)/

describe('while a round is open', () => {
  test('a score is read by who gave it and nobody else, on no page', async () => {
    const { here } = tables
    expect(await done(lead(here.chair, 'open'))).toMatchObject({ state: 'open', number: 1 })
    await done(give(here.nurse, here.child.id, { score: '3,5', reason: 'Geheime reden' }))
    await done(give(here.officer, here.child.id, { score: '8' }))
    expect(await figures(here.nurse)).toEqual(['3,5'])
    expect(await figures(here.officer)).toEqual(['8'])
    for (const other of [here.director, here.chair, here.noteTaker]) {
      expect(await figures(other)).toEqual([])
      for (const shown of [
        await page(other),
        await see(other, 'plan.read', (viewer) => planPage(viewer, 'gips-1', null)),
        await see(other, 'dossier.read', (viewer) => readDashboard(viewer)),
      ]) {
        expect(JSON.stringify(shown)).not.toMatch(SECRET)
      }
    }
    expect(JSON.stringify(await slide())).not.toMatch(SECRET)
    const own = await see(here.nurse, 'contribution.read', (viewer) => contributionPage(viewer, 'gips-1'))
    expect(own.scores?.given.map(({ score }) => score)).toEqual(['3,5'])
  })

  test('the database itself shows it to nobody else, whatever is asked', async () => {
    const { here } = tables
    await done(lead(here.chair, 'open'))
    await done(give(here.nurse, here.child.id))
    const rows = (as: As, right: DossierRight) =>
      see(as, right, ({ tx }) => tx.$queryRaw<object[]>`select * from safety_score`)
    for (const other of [here.director, here.chair, here.noteTaker, here.officer]) {
      expect(await rows(other, 'meeting.read')).toEqual([])
    }
    expect(await rows(here.nurse, 'meeting.read')).toHaveLength(1)
    const overwrite = ({ tx }: DossierViewer) => tx.$executeRaw`update safety_score set score = 1`
    expect(await see(here.director, 'meeting.write', overwrite)).toBe(0)
    const claim = ({ tx }: DossierViewer) => tx.$executeRaw`update safety_score set held_back = false`
    await expect(see(here.nurse, 'scores.own', claim)).rejects.toThrow(/permission denied/)
    expect((await kept()).map(({ score, heldBack }) => [Number(score), heldBack])).toEqual([[5.5, true]])
  })

  test('what the note-taker types for who has no device is the note-taker’s to read, and not the others’', async () => {
    const { here } = tables
    await done(lead(here.noteTaker, 'open'))
    await done(typeInGrid(here.noteTaker, here.officer, here.child.id, { score: '4' }))
    expect(await figures(here.noteTaker)).toEqual(['4'])
    expect(await figures(here.officer)).toEqual(['4'])
    for (const other of [here.director, here.chair, here.nurse]) expect(await figures(other)).toEqual([])
  })

  test('who gives their own is not typed over, and hears of no conflict that shows their score', async () => {
    const { here } = tables
    await done(lead(here.chair, 'open'))
    await done(give(here.nurse, here.child.id, { score: '3' }))
    await expect(typeInGrid(here.noteTaker, here.nurse, here.child.id)).rejects.toMatchObject({ field: 'score' })
    expect((await kept()).map(({ score }) => Number(score))).toEqual([3])
  })

  test('no mean, no rule and no list counts a score, not even the director’s own', async () => {
    const { here } = tables
    await done(lead(here.chair, 'open'))
    await done(typeInGrid(here.director, here.director, here.child.id, { score: '2' }))
    const missing = await see(here.director, 'meeting.write', (viewer) => missingAfterMeeting(viewer, here.plan.id))
    const sentences = missing.map(({ sentence }) => sentence)
    expect(sentences).toContain(ROUND_IS_OPEN)
    expect(sentences.filter((sentence) => /cijfer gegeven voor|gemiddeld/.test(sentence))).toEqual([])
    const counted = ({ tx }: DossierViewer) => tx.$queryRaw<object[]>`
      select id from safety_score where id not in (select away_scores())`
    expect(await see(here.director, 'meeting.read', counted)).toEqual([])
  })

  test('everyone sees how many gave; who did not yet is for who leads the round', async () => {
    const { here } = tables
    await done(lead(here.chair, 'open'))
    await giveAll(here.nurse, '6')
    await done(give(here.officer, here.child.id))
    const seats = await tables.owner.participant.findMany({ where: { meetingId: here.meeting.id } })
    const seatOf = ({ id }: As) => seats.find(({ personId }) => personId === id)?.id
    for (const leader of [here.chair, here.director, here.noteTaker]) {
      const { standing } = await page(leader)
      expect(standing).toMatchObject({ given: 1, expected: 3, mayLead: true })
      expect(standing.waitingFor.sort()).toEqual([seatOf(here.director), seatOf(here.officer)].sort())
    }
    expect((await page(here.nurse)).standing).toMatchObject({ given: 1, expected: 3, mayLead: false, waitingFor: [] })
    expect((await slide()).blocks[0]).toEqual({ kind: 'round', given: 1, expected: 3 })
  })

  test('who is marked absent, or is no longer involved, is waited for no more, and gives nothing', async () => {
    const { here, owner } = tables
    await done(lead(here.chair, 'open'))
    await giveAll(here.nurse, '6')
    const seats = await owner.participant.findMany({ where: { meetingId: here.meeting.id } })
    const present = seats.filter(({ personId }) => personId !== here.nurse.id).map(({ id }) => id)
    await see(here.director, 'plan.move', (viewer) => recordAttendance(viewer, { planId: here.plan.id, present }))
    expect((await page(here.chair)).standing).toMatchObject({ given: 0, expected: 2 })
    await expect(give(here.nurse, here.child.id, { score: '9', base: 1 })).rejects.toThrow('wie er nu is')
    await owner.teamMembership.updateMany({ where: { personId: here.officer.id }, data: { until: new Date() } })
    expect((await page(here.chair)).standing).toMatchObject({ given: 0, expected: 1 })
    expect(await give(here.officer, here.child.id)).toEqual({ outcome: 'refused' })
    await done(lead(here.chair, 'reveal'))
    const block = (await slide()).blocks[0]
    expect(block).toMatchObject({ kind: 'scores', mean: null })
  })

  test('a family member who was admitted gives unseen too, and is counted', async () => {
    const { here, owner } = tables
    const seat = { memberId: here.mother.id, role: 'family', isAdmitted: true, attendance: 'present' } as const
    await makeParticipant(owner, here.meeting, seat)
    await done(lead(here.chair, 'open'))
    for (const member of [here.mother, here.child, here.brother]) {
      await done(give(here.motherAccount, member.id, { score: '7' }))
    }
    expect((await page(here.chair)).standing).toMatchObject({ given: 1, expected: 4 })
    expect(await figures(here.director)).toEqual([])
    const own = await see(here.motherAccount, 'contribution.read', (viewer) => contributionPage(viewer, 'gips-1'))
    expect(own.scores).toMatchObject({ round: { state: 'open', given: 1, expected: 4 } })
    expect(own.scores?.given).toHaveLength(3)
  })

  test('the plan does not go on, and says why', async () => {
    const { here, owner } = tables
    await done(lead(here.chair, 'open'))
    const move = () =>
      see(here.director, 'plan.move', (viewer) => movePlan(viewer, here.plan.id, 'meeting', 'provisional'))
    await expect(move()).rejects.toThrow(/ontbreekt|ronde/)
    const { count } = await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'provisional' } })
    expect(count).toBe(0)
    await done(lead(here.chair, 'stop'))
    expect((await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'provisional' } })).count).toBe(1)
  })
})
