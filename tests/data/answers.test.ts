import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { earlierTexts } from '@/lib/data/answer-history'
import { planBySlug } from '@/lib/data/plans'
import { makeAnswer } from '@/prisma/factories/plan'
import { makeConcern } from '@/prisma/factories/safety'
import { entered, onTwoSheets } from '@/tests/support/two-sheets'

const { ground, here, elsewhere, enter, type, save, storedAnswers, earlier, restFor, changeLines } = onTwoSheets()

describe('typing an answer', () => {
  test('the first save makes the answer, the child’s own words about the child', async () => {
    expect(await save()).toMatchObject({ outcome: 'saved', version: 1 })
    expect(await storedAnswers()).toMatchObject([
      {
        text: 'Rust',
        version: 1,
        respondentMemberId: here.child.id,
        aboutMemberId: here.child.id,
        isOwnWords: true,
        authorPersonId: here.directorId,
      },
    ])
  })

  test('each save goes on from the last and leaves an audit line without content', async () => {
    await save({ text: 'Rust' })
    await save({ text: 'Rust in huis', base: 1 })
    expect(await storedAnswers()).toMatchObject([{ text: 'Rust in huis', version: 2 }])
    expect(await changeLines()).toEqual([{ subject: 'answer children.needs' }, { subject: 'answer children.needs' }])
  })

  test('the same attempt again gets the same answer, also after others went on', async () => {
    const saveId = v7()
    const first = await save({ saveId })
    expect(await save({ saveId })).toEqual(first)
    await save({ text: 'Rust en samen eten', base: 1 })
    expect(await save({ saveId })).toEqual(first)
    expect(await storedAnswers()).toMatchObject([{ text: 'Rust en samen eten', version: 2 }])
  })

  test('an attempt on a stale base gets both texts and changes nothing', async () => {
    await save({ text: 'Rust' })
    expect(await save({ text: 'Geen ruzie' })).toMatchObject({
      outcome: 'conflict',
      mine: { text: 'Geen ruzie' },
      theirs: { text: 'Rust' },
      version: 1,
      by: 'Sanne de Graaf',
    })
    expect(await storedAnswers()).toMatchObject([{ text: 'Rust', version: 1 }])
  })

  test('equal texts never conflict', async () => {
    await save({ text: 'Rust' })
    expect(await save({ text: 'Rust' })).toMatchObject({ outcome: 'saved', version: 1 })
  })

  test('a base that the writer’s own lost attempt made is no conflict', async () => {
    const lost = v7()
    await save({ text: 'Rust', saveId: lost })
    expect(await save({ text: 'Rust in huis', after: [v7(), lost] })).toMatchObject({ outcome: 'saved', version: 2 })
    await save({ text: 'Van een ander', base: 2 })
    expect(await save({ text: 'Rust overal', after: [lost] })).toMatchObject({ outcome: 'conflict' })
  })

  test('of twenty who save at once exactly one wins, and no other text replaces it', async () => {
    for (const base of [0, 1]) {
      const texts = Array.from({ length: 20 }, (_, writer) => `tekst ${base}.${writer}`)
      const outcomes = await Promise.all(texts.map((text) => save({ text, base })))
      const winners = texts.filter((_, writer) => outcomes[writer]?.outcome === 'saved')
      expect(winners).toHaveLength(1)
      expect(await storedAnswers()).toMatchObject([{ text: winners[0], version: base + 1 }])
    }
  })

  test('whether an item of careful execution applies is kept beside the text', async () => {
    const planB = { itemKey: 'careful.planB', respondent: null }
    await save({ ...planB, text: undefined, applies: true })
    await save({ ...planB, text: 'Opa vangt de kinderen op.', base: 1 })
    expect(await storedAnswers()).toMatchObject([{ applies: true, text: 'Opa vangt de kinderen op.', version: 2 }])
  })

  test('emoji, HTML, right-to-left writing and line ends come back as they were typed', async () => {
    const text = '<script>alert(1)</script> 👨‍👩‍👧 مرحبا\nregel twee'
    await save({ text })
    expect(await storedAnswers()).toMatchObject([{ text }])
  })

  test('each reported concern has its own answer of each adult', async () => {
    const concern = await makeConcern(ground.owner, here.plan, { isReported: true })
    const strange = await makeConcern(ground.owner, elsewhere.plan, { isReported: true })
    const respondent = { kind: 'member' as const, id: here.father.id }
    const key = (id: string) => `adults.reportedConcerns:${id}`
    expect(await save({ itemKey: key(concern.id), respondent })).toMatchObject({ version: 1 })
    expect((await type(here.director, { itemKey: key(strange.id), respondent })).outcome).toBe('refused')
  })
})

describe('earlier texts', () => {
  test('are kept when another writes, newest first, and can be brought back by an ordinary save', async () => {
    await ground.owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'invited' } })
    await ground.owner.plan.updateMany({ where: { id: here.plan.id }, data: { state: 'meeting' } })
    const together = { itemKey: 'goals.together', respondent: null }
    await save({ ...together, text: 'Eerste tekst' })
    await entered(type(here.noteTaker, { ...together, text: 'Tweede tekst', base: 1 }))
    await save({ ...together, text: 'Derde tekst', base: 2 })
    expect(await earlier()).toEqual(['Tweede tekst', 'Eerste tekst'])
    await save({ ...together, text: 'Eerste tekst', base: 3 })
    expect(await storedAnswers()).toMatchObject([{ text: 'Eerste tekst', version: 4 }])
  })

  test('are kept after half a minute of rest, not while someone types on', async () => {
    await save({ text: 'Ik wil' })
    await save({ text: 'Ik wil rust', base: 1 })
    expect(await earlier()).toEqual([])
    await restFor(31)
    await save({ text: 'Ik wil rust in huis', base: 2 })
    expect(await earlier()).toEqual(['Ik wil rust'])
  })

  test('are not for the professional who may not write them', async () => {
    await save()
    const [answer] = await storedAnswers()
    const passage = await enter(
      here.professional,
      async (viewer) => earlierTexts(viewer, await planBySlug(viewer, 'gips-1'), answer?.id ?? ''),
      { right: 'dossier.read' },
    )
    expect(passage.outcome).toBe('refused')
  })
})

describe('who may write', () => {
  const together = { itemKey: 'goals.together', respondent: null }

  async function moveTo(...states: ('invited' | 'meeting' | 'provisional' | 'definitive')[]) {
    for (const state of states) {
      await ground.owner.plan.updateMany({ where: { id: here.plan.id }, data: { state } })
    }
  }

  test('the outsider gets nothing and leaves nothing', async () => {
    for (const outsider of [elsewhere.director, elsewhere.noteTaker, elsewhere.motherAccount]) {
      expect((await type(outsider)).outcome).toBe('refused')
    }
    expect(await storedAnswers()).toEqual([])
  })

  test('a director’s own session cannot reach an answer of another dossier by its id', async () => {
    const theirs = await makeAnswer(ground.owner, elsewhere.plan, {
      itemKey: 'children.needs',
      text: 'Geheim',
      respondentMemberId: elsewhere.child.id,
    })
    const respondent = { kind: 'member' as const, id: elsewhere.child.id }
    expect((await type(here.director, { respondent, answerId: theirs.id, base: 1 })).outcome).toBe('refused')
    expect(await storedAnswers(elsewhere.familyId)).toMatchObject([{ text: 'Geheim', version: 1 }])
  })

  test.each([
    ['an item that the agenda does not have', { itemKey: 'nothing.here' }],
    ['a text at an item with a form of its own', { itemKey: 'goals.list', respondent: null }],
    ['an id that belongs to another answer', { answerId: v7() }],
    ['a respondent of whom the item does not ask', { itemKey: 'adults.first' }],
  ])('%s is refused', async (_what, typed) => {
    expect((await type(here.director, typed)).outcome).toBe('refused')
    expect(await storedAnswers()).toEqual([])
  })

  test('the note-taker writes the meeting part from the meeting on, and never the preparation', async () => {
    expect((await type(here.noteTaker, together)).outcome).toBe('refused')
    await moveTo('invited', 'meeting')
    expect((await type(here.noteTaker, together)).outcome).toBe('entered')
    expect((await type(here.noteTaker)).outcome).toBe('refused')
  })

  test('a professional and a family account write nothing', async () => {
    await moveTo('invited', 'meeting')
    expect((await type(here.professional, together)).outcome).toBe('refused')
    expect((await type(here.motherAccount, together)).outcome).toBe('refused')
  })

  test('nobody writes in a definitive plan', async () => {
    await moveTo('invited', 'meeting', 'provisional', 'definitive')
    expect((await type(here.director)).outcome).toBe('refused')
    expect((await type(here.director, together)).outcome).toBe('refused')
  })
})
