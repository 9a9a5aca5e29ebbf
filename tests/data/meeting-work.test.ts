import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { orderConcerns, removeConcern, restoreConcern, saveConcern } from '@/lib/data/concerns'
import { meetingPage, missingAfterMeeting } from '@/lib/data/meeting-page'
import { decideTopThree, saveOwnTopThree } from '@/lib/data/top-three'
import type { SaveConcern } from '@/lib/domain/meeting-forms'
import { makeAnswer } from '@/prisma/factories/plan'
import { makeConcern, makeGoal } from '@/prisma/factories/safety'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
type As = { session: Uint8Array }

const concern = (typed: Partial<SaveConcern> = {}): SaveConcern => ({
  text: 'Bij ruzie vallen er klappen.',
  harmfulEffect: 'Fenna slaapt slecht.',
  aboutMemberId: null,
  isReported: false,
  position: 0,
  base: 0,
  ...typed,
})
const keepConcern = (as: As, id: string, typed: Partial<SaveConcern> = {}) =>
  atTable(tables, as, (viewer, plan) => saveConcern(viewer, plan, id, concern(typed)))
const page = (as: As) => done(atTable(tables, as, (viewer) => meetingPage(viewer, 'gips-1'), 'meeting.read'))

describe('concerns', () => {
  test('are kept under the id of the browser: sent twice makes one, changed from its version counts up', async () => {
    const { here } = tables
    const id = v7()
    expect(await done(keepConcern(here.noteTaker, id))).toEqual({ outcome: 'saved', version: 1 })
    expect(await done(keepConcern(here.noteTaker, id))).toEqual({ outcome: 'saved', version: 1 })
    expect(await done(keepConcern(here.noteTaker, id, { text: 'Er is geslagen.', base: 1 }))).toEqual({
      outcome: 'saved',
      version: 2,
    })
    expect((await page(here.noteTaker)).concerns).toMatchObject([{ id, text: 'Er is geslagen.', version: 2 }])
  })

  test('tell of both texts when someone else was first', async () => {
    const { here } = tables
    const id = v7()
    await done(keepConcern(here.noteTaker, id))
    await done(keepConcern(here.director, id, { text: 'Van de regisseur', base: 1 }))
    expect(await done(keepConcern(here.noteTaker, id, { text: 'Van de notulist', base: 1 }))).toMatchObject({
      outcome: 'conflict',
      version: 2,
      by: 'Sanne de Graaf',
      mine: { text: 'Van de notulist' },
      theirs: { text: 'Van de regisseur' },
    })
  })

  test('one winner when ten write from the same version at once', async () => {
    const { here } = tables
    const id = v7()
    await done(keepConcern(here.noteTaker, id))
    const tries = Array.from({ length: 10 }, (_, n) => keepConcern(here.noteTaker, id, { text: `Tekst ${n}`, base: 1 }))
    const results = await Promise.all(tries.map(done))
    expect(results.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1)
  })

  test('stand in the order that was asked, and can be taken away and put back', async () => {
    const { here } = tables
    const [one, two, three] = [v7(), v7(), v7()]
    for (const [position, id] of [one, two, three].entries()) {
      await done(keepConcern(here.noteTaker, id, { text: `Zorg ${position}`, position }))
    }
    await done(atTable(tables, here.noteTaker, (viewer, plan) => orderConcerns(viewer, plan, [three, one, two])))
    expect((await page(here.noteTaker)).concerns.map(({ id }) => id)).toEqual([three, one, two])
    await done(atTable(tables, here.noteTaker, (viewer, plan) => removeConcern(viewer, plan, one)))
    expect((await page(here.noteTaker)).concerns.map(({ id }) => id)).toEqual([three, two])
    await done(atTable(tables, here.noteTaker, (viewer, plan) => restoreConcern(viewer, plan, one)))
    expect((await page(here.noteTaker)).concerns.map(({ id }) => id)).toEqual([three, one, two])
  })

  test('of the report are the director’s to write', async () => {
    const { here } = tables
    expect(await keepConcern(here.noteTaker, v7(), { isReported: true })).toEqual({ outcome: 'refused' })
    await done(keepConcern(here.director, v7(), { isReported: true }))
  })

  test('refuse a child of another family, an order with a concern of another family, and strangers', async () => {
    const { here, elsewhere, outsider, owner } = tables
    await expect(keepConcern(here.noteTaker, v7(), { aboutMemberId: elsewhere.child.id })).rejects.toMatchObject({
      field: 'aboutMemberId',
    })
    const theirs = await makeConcern(owner, elsewhere.plan)
    await expect(
      atTable(tables, here.noteTaker, (viewer, plan) => orderConcerns(viewer, plan, [theirs.id])),
    ).rejects.toThrow('Ververs')
    for (const who of [outsider, elsewhere.director, here.nurse, here.motherAccount, here.chair]) {
      expect(await keepConcern(who, v7())).toEqual({ outcome: 'refused' })
      expect(await atTable(tables, who, (viewer, plan) => removeConcern(viewer, plan, theirs.id))).toEqual({
        outcome: 'refused',
      })
    }
    expect(await owner.concern.count({ where: { familyId: here.familyId } })).toBe(0)
    expect(await owner.concern.findFirst({ where: { id: theirs.id } })).toMatchObject({ removedAt: null, version: 0 })
  })

  test('stay while the TOP-3 or a goal rests on them', async () => {
    const { here, owner } = tables
    const { id } = await makeConcern(owner, here.plan)
    await makeGoal(owner, here.plan, { concernId: id })
    await expect(atTable(tables, here.noteTaker, (viewer, plan) => removeConcern(viewer, plan, id))).rejects.toThrow(
      'doel',
    )
  })
})

describe('everyone’s own TOP-3', () => {
  const choose = (as: As, personId: string, concernIds: readonly (string | null)[], isDraft = false) =>
    atTable(
      tables,
      as,
      (viewer, plan) =>
        saveOwnTopThree(viewer, plan, {
          personId,
          isDraft,
          places: concernIds.map((concernId) => ({ concernId, reason: 'Dit raakt Fenna.' })),
        }),
      'meeting.read',
    )

  test('is a draft that nobody else reads until it is shared', async () => {
    const { here, owner } = tables
    const { id } = await makeConcern(owner, here.plan)
    await done(choose(here.nurse, here.nurse.id, [id], true))
    expect((await page(here.nurse)).choices).toMatchObject([{ concernId: id, isDraft: true, rank: 1 }])
    expect((await page(here.director)).choices).toEqual([])
    expect((await page(here.officer)).choices).toEqual([])
    await done(choose(here.nurse, here.nurse.id, [id]))
    expect((await page(here.noteTaker)).choices).toMatchObject([
      { concernId: id, personId: here.nurse.id, isDraft: false },
    ])
  })

  test('what others say is typed by the note-taker, and changed as a whole', async () => {
    const { here, owner } = tables
    const one = await makeConcern(owner, here.plan)
    const two = await makeConcern(owner, here.plan)
    await done(choose(here.noteTaker, here.officer.id, [one.id, two.id]))
    await done(choose(here.noteTaker, here.officer.id, [two.id, null]))
    expect((await page(here.noteTaker)).choices).toMatchObject([{ concernId: two.id, rank: 1 }])
  })

  test('a hidden draft stands in nobody’s way: the note-taker types what was said, and the draft stays', async () => {
    const { here, owner } = tables
    const [one, two] = [await makeConcern(owner, here.plan), await makeConcern(owner, here.plan)]
    await done(choose(here.nurse, here.nurse.id, [one.id], true))
    await done(choose(here.noteTaker, here.nurse.id, [two.id]))
    expect((await page(here.nurse)).choices).toMatchObject([{ concernId: one.id, isDraft: true }])
    expect((await page(here.noteTaker)).choices).toMatchObject([{ concernId: two.id, isDraft: false }])
    await done(choose(here.nurse, here.nurse.id, [one.id]))
    expect((await page(here.noteTaker)).choices).toMatchObject([{ concernId: one.id, isDraft: false }])
  })

  test('nobody writes another’s, drafts for others do not exist, and the chair chooses none', async () => {
    const { here, outsider, owner } = tables
    const { id } = await makeConcern(owner, here.plan)
    expect(await choose(here.officer, here.nurse.id, [id])).toEqual({ outcome: 'refused' })
    expect(await choose(here.noteTaker, here.nurse.id, [id], true)).toEqual({ outcome: 'refused' })
    expect(await choose(here.motherAccount, here.motherAccount.id, [id])).toEqual({ outcome: 'refused' })
    expect(await choose(outsider, outsider.id, [id])).toEqual({ outcome: 'refused' })
    await expect(choose(here.chair, here.chair.id, [id])).rejects.toThrow('neutraal')
    expect(await owner.topThreeChoice.count({ where: { familyId: here.familyId } })).toBe(0)
  })

  test('has no concern of another family', async () => {
    const { here, elsewhere, owner } = tables
    const theirs = await makeConcern(owner, elsewhere.plan)
    await expect(choose(here.nurse, here.nurse.id, [theirs.id])).rejects.toMatchObject({ field: 'places.0.concernId' })
  })
})

describe('the director’s TOP-3', () => {
  const decide = (as: As, concernId: string) =>
    atTable(tables, as, (viewer, plan) =>
      decideTopThree(viewer, plan, { places: [{ concernId, reason: 'Gevaar nu', harmfulEffect: 'Angst' }] }),
    )

  test('is decided by the director alone', async () => {
    const { here, outsider, elsewhere, owner } = tables
    const { id } = await makeConcern(owner, here.plan)
    for (const who of [here.noteTaker, here.nurse, outsider, elsewhere.director]) {
      expect(await decide(who, id)).toEqual({ outcome: 'refused' })
    }
    await done(decide(here.director, id))
    await done(decide(here.director, id))
    expect((await page(here.nurse)).decisions).toEqual([
      { aboutMemberId: null, rank: 1, concernId: id, reason: 'Gevaar nu', harmfulEffect: 'Angst' },
    ])
  })
})

test('nobody writes in a definitive plan, and the note-taker not before the meeting', async () => {
  const { here, owner } = tables
  await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'provisional' } })
  await owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'definitive', version: 1 } })
  expect(await keepConcern(here.director, v7())).toEqual({ outcome: 'refused' })
  expect(await keepConcern(here.noteTaker, v7())).toEqual({ outcome: 'refused' })
})

test('the meeting screen shows its sections with their minutes, and what is missing names the place', async () => {
  const { here, outsider } = tables
  const shown = await page(here.noteTaker)
  expect(shown.sections.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(150)
  expect(shown.may).toEqual({ write: true, direct: false, project: true })
  expect((await page(here.nurse)).may).toEqual({ write: false, direct: false, project: false })
  expect(shown.seats.map(({ role }) => role)).toEqual([
    'caseDirector',
    'professional',
    'professional',
    'noteTaker',
    'gipsMaster',
  ])
  const missing = await done(atTable(tables, here.noteTaker, (viewer, plan) => missingAfterMeeting(viewer, plan.id)))
  expect(missing.map(({ anchor }) => anchor.itemKey)).toContain('concerns.inventory')
  expect(await atTable(tables, outsider, (viewer) => meetingPage(viewer, 'gips-1'), 'meeting.read')).toEqual({
    outcome: 'refused',
  })
  expect(await atTable(tables, here.motherAccount, (viewer) => meetingPage(viewer, 'gips-1'), 'meeting.read')).toEqual({
    outcome: 'refused',
  })
})

test('the meeting opens with the aim as it was prepared at home', async () => {
  const { here, owner } = tables
  const text = 'Dat Fenna rustig slaapt.'
  await makeAnswer(owner, here.plan, { itemKey: 'start.aim', text })
  expect((await page(here.noteTaker)).plan.aim).toBe(text)
})
