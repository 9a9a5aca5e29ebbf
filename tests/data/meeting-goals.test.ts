import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { dropAgreement, restoreAgreement, saveAgreement } from '@/lib/data/agreements-of-plan'
import { removeGoal, saveGoal } from '@/lib/data/goals'
import { meetingPage } from '@/lib/data/meeting-page'
import { plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import type { SaveAgreement, SaveGoal } from '@/lib/domain/meeting-forms'
import { makeConcern, makeGoal } from '@/prisma/factories/safety'
import { atTable, done, meetingTables } from './meeting-dossier'

const tables = meetingTables()
type As = { session: Uint8Array }

const page = (as: As) => done(atTable(tables, as, (viewer) => meetingPage(viewer, 'gips-1'), 'meeting.read'))

describe('goals', () => {
  const goal = (typed: Partial<SaveGoal> = {}): SaveGoal => ({
    text: 'De ouders gaan bij ruzie uit elkaar.',
    expectedEffect: 6.5,
    kind: 'safety',
    concernId: null,
    aboutMemberId: null,
    position: 0,
    base: 0,
    ...typed,
  })
  const keep = (as: As, id: string, typed: Partial<SaveGoal> = {}) =>
    atTable(tables, as, (viewer, plan) => saveGoal(viewer, plan, id, goal(typed)))

  test('are about whom their concern is about, and show their effect as it was typed', async () => {
    const { here, owner } = tables
    const { id: concernId } = await makeConcern(owner, here.plan, { aboutMemberId: here.child.id })
    const id = v7()
    await done(keep(here.noteTaker, id, { concernId }))
    expect(await done(keep(here.noteTaker, id, { concernId }))).toEqual({ outcome: 'saved', version: 1 })
    expect((await page(here.noteTaker)).goals).toMatchObject([
      { id, concernId, expectedEffect: '6,5', aboutMemberId: here.child.id },
    ])
  })

  test('refuse a kind that this agenda does not ask, a concern of another family, and strangers', async () => {
    const { here, elsewhere, outsider, owner } = tables
    await expect(keep(here.noteTaker, v7(), { kind: 'recovery' })).rejects.toMatchObject({ field: 'kind' })
    const theirs = await makeConcern(owner, elsewhere.plan)
    await expect(keep(here.noteTaker, v7(), { concernId: theirs.id })).rejects.toMatchObject({ field: 'concernId' })
    for (const who of [outsider, elsewhere.director, here.nurse, here.motherAccount]) {
      expect(await keep(who, v7())).toEqual({ outcome: 'refused' })
    }
    expect(await owner.goal.count({ where: { familyId: here.familyId } })).toBe(0)
  })

  test('go while nothing rests on them; an adopted one stays', async () => {
    const { here, owner } = tables
    const remove = (id: string) => atTable(tables, here.noteTaker, (viewer, plan) => removeGoal(viewer, plan, id))
    const fresh = await makeGoal(owner, here.plan)
    await done(remove(fresh.id))
    await done(remove(fresh.id))
    const adopted = await makeGoal(owner, here.plan, { adoptedAt: new Date() })
    await expect(remove(adopted.id)).rejects.toThrow('vastgesteld')
    expect(await owner.goal.count({ where: { familyId: here.familyId } })).toBe(1)
  })
})

describe('agreements', () => {
  const today = () => plainDateIn(new Date())
  const agreement = (typed: Partial<SaveAgreement> = {}): SaveAgreement => ({
    text: 'Belt elke week met moeder.',
    doers: [],
    byEveryone: false,
    rhythm: 'once',
    dueOn: addDays(today(), 14),
    until: null,
    goalIds: [],
    position: 0,
    base: 0,
    ...typed,
  })
  const keep = (as: As, id: string, typed: Partial<SaveAgreement> = {}) =>
    atTable(tables, as, (viewer, plan) => saveAgreement(viewer, plan, id, agreement(typed)))

  test('say who, when and for which goals: team, family, network and everyone', async () => {
    const { here, owner } = tables
    const one = await makeGoal(owner, here.plan, { aboutMemberId: here.child.id })
    const two = await makeGoal(owner, here.plan, { aboutMemberId: here.brother.id })
    const id = v7()
    const doers = [
      { kind: 'person' as const, id: here.nurse.id },
      { kind: 'member' as const, id: here.mother.id },
      { kind: 'network' as const, id: here.neighbour.id },
    ]
    await done(keep(here.noteTaker, id, { doers, byEveryone: true, goalIds: [one.id, two.id] }))
    const [kept] = (await page(here.noteTaker)).agreements
    expect(kept).toMatchObject({ id, byEveryone: true, version: 1 })
    expect(kept?.doers).toHaveLength(3)
    expect(kept?.goalIds.toSorted()).toEqual([one.id, two.id].toSorted())
    expect(await owner.agreement.findFirst({ where: { id } })).toMatchObject({ aboutMemberId: null })
    await done(keep(here.noteTaker, id, { goalIds: [one.id], base: 1 }))
    expect(await owner.agreement.findFirst({ where: { id } })).toMatchObject({ aboutMemberId: here.child.id })
    expect(await owner.agreementDoer.count({ where: { agreementId: id } })).toBe(0)
  })

  test('sent twice, with the same doers in another order, it is the same agreement', async () => {
    const { here } = tables
    const id = v7()
    const doers = [
      { kind: 'person' as const, id: here.nurse.id },
      { kind: 'member' as const, id: here.mother.id },
    ]
    await done(keep(here.noteTaker, id, { doers }))
    expect(await done(keep(here.noteTaker, id, { doers: doers.toReversed() }))).toEqual({
      outcome: 'saved',
      version: 1,
    })
  })

  test.each([
    ['a date in the past', () => ({ dueOn: addDays(today(), -1) }), 'dueOn'],
    ['an end before the start', () => ({ rhythm: 'weekly' as const, until: addDays(today(), 3) }), 'until'],
    [
      'a doer of another family',
      () => ({ doers: [{ kind: 'member' as const, id: tables.elsewhere.mother.id }] }),
      'doers',
    ],
    [
      'a professional of another family',
      () => ({ doers: [{ kind: 'person' as const, id: tables.elsewhere.nurse.id }] }),
      'doers',
    ],
    ['a goal that does not exist', () => ({ goalIds: [v7()] }), 'goalIds'],
  ])('refuse %s at its field', async (_, typed, field) => {
    const { here, owner } = tables
    await expect(keep(here.noteTaker, v7(), typed())).rejects.toMatchObject({ field })
    expect(await owner.agreement.count({ where: { familyId: here.familyId } })).toBe(0)
  })

  test('can be taken away and put back; strangers cannot', async () => {
    const { here, elsewhere, outsider, owner } = tables
    const id = v7()
    await done(keep(here.noteTaker, id))
    for (const who of [outsider, elsewhere.noteTaker, here.nurse]) {
      expect(await atTable(tables, who, (viewer, plan) => dropAgreement(viewer, plan, id))).toEqual({
        outcome: 'refused',
      })
    }
    await done(atTable(tables, here.noteTaker, (viewer, plan) => dropAgreement(viewer, plan, id)))
    expect((await page(here.noteTaker)).agreements).toEqual([])
    await expect(keep(here.noteTaker, id, { text: 'Nog een woord', base: 1 })).rejects.toThrow('weggehaald')
    await done(atTable(tables, here.noteTaker, (viewer, plan) => restoreAgreement(viewer, plan, id)))
    expect((await page(here.noteTaker)).agreements).toMatchObject([{ id }])
    expect(await owner.agreement.findFirst({ where: { id } })).toMatchObject({ droppedAt: null, droppedReason: null })
  })
})
