import { describe, expect, test } from 'vitest'
import type { DossierViewer } from '@/lib/gate'
import { passGate } from '@/lib/gate'
import { done, meetingTables } from './meeting-dossier'
import { roundAt } from './round-at-table'

const tables = meetingTables()
const { give, typeInGrid, lead, see, figures, kept, slide, giveAll } = roundAt(tables)

describe('a reveal', () => {
  test('shows everyone the grid, the mean, the lowest and the spread, and brings them on the projector', async () => {
    const { here, owner } = tables
    await done(lead(here.chair, 'open'))
    await giveAll(here.nurse, '4')
    await giveAll(here.officer, '7')
    await done(lead(here.chair, 'reveal'))
    for (const each of [here.director, here.chair, here.noteTaker, here.nurse]) {
      expect(await figures(each)).toEqual(['4', '4', '7', '7'])
    }
    const meeting = await owner.meeting.findFirstOrThrow({ where: { id: here.meeting.id } })
    expect(meeting.currentItem).toBe('safety.round')
    expect((await slide()).blocks[0]).toMatchObject({
      kind: 'scores',
      isRevealed: true,
      mean: 5.5,
      lowest: { name: 'Fenna', score: 5.5 },
      spreads: [
        { name: 'Fenna', lowest: 4, highest: 7 },
        { name: 'Siem', lowest: 4, highest: 7 },
      ],
    })
  })

  test('by two at once is one reveal: the second is told, and both see the same', async () => {
    const { here, owner } = tables
    await done(lead(here.chair, 'open'))
    await giveAll(here.nurse, '4')
    const both = await Promise.allSettled([done(lead(here.chair, 'reveal')), done(lead(here.noteTaker, 'reveal'))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lines = await owner.auditLine.count({
      where: { familyId: here.familyId, right: 'scoreRound.lead', kind: 'change', subject: 'score round' },
    })
    expect(lines).toBe(2)
    expect(await figures(here.noteTaker)).toEqual(['4', '4'])
  })

  test('by two who open at once makes one round', async () => {
    const { here, owner } = tables
    await Promise.allSettled([done(lead(here.chair, 'open')), done(lead(here.noteTaker, 'open'))])
    expect(await owner.scoreRound.count({ where: { familyId: here.familyId } })).toBe(1)
  })

  test('never leaves out a score that was being saved at that moment', async () => {
    const { here } = tables
    await done(lead(here.chair, 'open'))
    const [saved] = await Promise.allSettled([done(give(here.nurse, here.child.id)), done(lead(here.chair, 'reveal'))])
    // Saved before, and shown; or too late, and told so: never kept unseen.
    expect(await figures(here.director)).toEqual(saved.status === 'fulfilled' ? ['5,5'] : [])
    expect((await kept()).filter(({ heldBack }) => heldBack)).toEqual([])
  })

  test('is the end of figures from one’s own seat, with clear words; reasons may still be added', async () => {
    const { here } = tables
    await done(lead(here.chair, 'open'))
    await done(give(here.nurse, here.child.id, { score: '4' }))
    await done(lead(here.chair, 'reveal'))
    const late = { field: 'score', message: expect.stringContaining('intussen onthuld') }
    await expect(give(here.nurse, here.child.id, { score: '6', base: 1 })).rejects.toMatchObject(late)
    await expect(give(here.officer, here.child.id)).rejects.toMatchObject(late)
    expect(await done(give(here.nurse, here.child.id, { score: '4', reason: 'Ook om haar slaap.', base: 1 }))).toEqual({
      outcome: 'saved',
      version: 2,
    })
    await done(typeInGrid(here.noteTaker, here.officer, here.child.id, { score: '6' }))
    expect(await figures(here.chair)).toEqual(['4', '6'])
  })

  test('can be followed by another round, which hides all again and is kept beside the first', async () => {
    const { here, owner } = tables
    await done(lead(here.chair, 'open'))
    await giveAll(here.nurse, '4')
    await done(lead(here.chair, 'reveal'))
    expect(await done(lead(here.director, 'open'))).toMatchObject({ state: 'open', number: 2 })
    expect(await figures(here.chair)).toEqual([])
    await done(give(here.nurse, here.child.id, { score: '6', base: 1 }))
    await done(lead(here.chair, 'reveal'))
    expect(await figures(here.chair)).toEqual(['4', '6'])
    const rounds = await owner.scoreRound.findMany({ where: { familyId: here.familyId }, orderBy: { number: 'asc' } })
    expect(rounds.map(({ number, state, openedById }) => [number, state, openedById])).toEqual([
      [1, 'revealed', here.chair.id],
      [2, 'revealed', here.director.id],
    ])
  })
})

test('a round that is stopped shows nothing: its scores stay with who gave them until a next one is revealed', async () => {
  const { here } = tables
  await done(typeInGrid(here.noteTaker, here.officer, here.child.id, { score: '8' }))
  await done(lead(here.chair, 'open'))
  await done(give(here.nurse, here.child.id, { score: '3' }))
  await done(lead(here.chair, 'stop'))
  // What was said openly before is there again; what was given unseen is not.
  expect(await figures(here.chair)).toEqual(['8'])
  expect(await figures(here.nurse)).toEqual(['3', '8'])
  expect((await slide()).blocks[0]).toMatchObject({ kind: 'scores', mean: 8, isRevealed: false })
  await done(lead(here.chair, 'open'))
  await done(lead(here.chair, 'reveal'))
  expect(await figures(here.chair)).toEqual(['3', '8'])
})

test('nobody leads a round but the director, the chair and this plan’s note-taker, and only in the meeting', async () => {
  const { here, elsewhere, outsider, owner } = tables
  for (const other of [here.nurse, here.officer, here.motherAccount, elsewhere.director, elsewhere.chair, outsider]) {
    expect(await lead(other, 'open')).toEqual({ outcome: 'refused' })
  }
  const byHand = ({ tx }: DossierViewer) => tx.$queryRaw<{ outcome: string }[]>`
    select open_score_round(${here.plan.id}::uuid, ${crypto.randomUUID()}::uuid, ${crypto.randomUUID()}::uuid) as outcome`
  expect(await see(here.nurse, 'meeting.read', byHand)).toEqual([{ outcome: 'late' }])
  await done(lead(here.chair, 'open'))
  const reveal = ({ tx }: DossierViewer) => tx.$executeRaw`
    update score_round set state = 'revealed', ended_at = now(), ended_by_id = viewer_person()`
  expect(await see(here.nurse, 'meeting.read', reveal)).toBe(0)
  const entry = {
    sessionHash: elsewhere.director.session,
    code: elsewhere.code,
    right: 'meeting.read' as const,
    kind: 'read' as const,
  }
  const seen = await done(passGate(tables.app, entry, ({ tx }) => tx.$queryRaw<object[]>`select * from score_round`))
  expect(seen).toEqual([])
  await done(lead(here.chair, 'stop'))
  await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'provisional' } })
  expect(await lead(here.chair, 'open')).toEqual({ outcome: 'refused' })
})
