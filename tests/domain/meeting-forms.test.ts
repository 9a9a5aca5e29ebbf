import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AssessMember,
  DecideTopThree,
  hasSameContents,
  judgeSave,
  SaveAgreement,
  SaveConcern,
  SaveGoal,
  SaveScore,
} from '@/lib/domain/meeting-forms'

const ID = '0198c000-0000-7000-8000-000000000001'
const OTHER = '0198c000-0000-7000-8000-000000000002'

function problems(result: { error?: { issues: readonly { path: PropertyKey[]; message: string }[] } | undefined }) {
  return Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

describe('a score', () => {
  const typed = (score: unknown, more: object = {}) =>
    SaveScore.safeParse({
      memberId: ID,
      scorer: { kind: 'person', id: ID },
      score,
      cannotJudge: false,
      reason: '',
      onePointHigher: '',
      underSixAnswer: '',
      base: 0,
      ...more,
    })

  test.each([
    ['', null],
    ['6,5', 6.5],
    ['6.5', 6.5],
    ['0', 0],
    [10, 10],
  ])('typed as %j is kept as %j', (score, kept) => {
    expect(typed(score).data?.score).toBe(kept)
  })

  test.each([
    ['11', 'tussen 0 en 10'],
    ['-1', 'tussen 0 en 10'],
    ['6,55', 'één getal achter de komma'],
    ['zes', 'geen cijfer'],
  ])('typed as %j is refused at its field', (score, sentence) => {
    expect(problems(typed(score)).score).toContain(sentence)
  })

  test('has reasons of any script, and none of 100,000 characters', () => {
    expect(typed('5', { reason: '<b>😀</b> مرحبا' }).success).toBe(true)
    expect(problems(typed('5', { reason: 'a'.repeat(100_000) })).reason).toContain('te lang')
    expect(problems(typed('5', { reason: 'a\u0000' })).reason).toContain('onzichtbaar teken')
  })

  test('is for somebody with an id', () => {
    expect(problems(typed('5', { memberId: 'Janna' }))).toHaveProperty('memberId')
    expect(typed('5', { scorer: { kind: 'dog', id: ID } }).success).toBe(false)
  })
})

describe('a concern', () => {
  const concern = {
    text: 'Er is geslagen.',
    harmfulEffect: '',
    aboutMemberId: null,
    isReported: false,
    position: 0,
    base: 0,
  }

  test('has a text', () => {
    expect(SaveConcern.safeParse(concern).success).toBe(true)
    expect(problems(SaveConcern.safeParse({ ...concern, text: ' \n ' })).text).toBe('De zorg is nog leeg.')
  })

  test.each([-1, 1.5, 'x', null])('starts from a version, not from %j', (base) => {
    expect(SaveConcern.safeParse({ ...concern, base }).success).toBe(false)
  })
})

test('a TOP-3 holds each concern once, and three at most', () => {
  const place = (concernId: string | null) => ({ concernId, reason: '', harmfulEffect: '' })
  expect(DecideTopThree.safeParse({ places: [place(ID), place(null), place(OTHER)] }).success).toBe(true)
  expect(DecideTopThree.safeParse({ places: [place(null), place(null)] }).success).toBe(true)
  expect(problems(DecideTopThree.safeParse({ places: [place(ID), place(ID)] }))).toEqual({
    'places.1.concernId': 'Deze zorg staat er al. Kies een andere.',
  })
  expect(DecideTopThree.safeParse({ places: Array.from({ length: 4 }, () => place(null)) }).success).toBe(false)
})

test('a goal may wait for its effect, which is a score', () => {
  const goal = {
    text: 'Rust in huis',
    expectedEffect: '',
    kind: 'safety',
    concernId: null,
    aboutMemberId: null,
    position: 0,
    base: 0,
  }
  expect(SaveGoal.safeParse(goal).data?.expectedEffect).toBeNull()
  expect(problems(SaveGoal.safeParse({ ...goal, expectedEffect: '7,25' }))).toHaveProperty('expectedEffect')
  expect(SaveGoal.safeParse({ ...goal, kind: 'wens' }).success).toBe(false)
})

describe('an agreement', () => {
  const agreement = {
    text: 'Belt elke week.',
    doers: [],
    byEveryone: false,
    rhythm: 'once',
    dueOn: '',
    until: '',
    goalIds: [],
    position: 0,
    base: 0,
  }

  test('may wait for its date and its doers', () => {
    expect(SaveAgreement.safeParse(agreement).data).toMatchObject({ dueOn: null, until: null })
  })

  test('with a rhythm needs an end', () => {
    const weekly = { ...agreement, rhythm: 'weekly', dueOn: '2026-12-01' }
    expect(problems(SaveAgreement.safeParse(weekly))).toEqual({ until: 'Tot en met wanneer? Kies een einddatum.' })
    expect(SaveAgreement.safeParse({ ...weekly, until: '2027-03-01' }).success).toBe(true)
  })

  test('has dates that exist', () => {
    expect(problems(SaveAgreement.safeParse({ ...agreement, dueOn: '2026-02-30' })).dueOn).toContain('bestaat niet')
  })
})

test('who is left out of the assessment has a reason', () => {
  const parse = (isAssessed: boolean, reason: string) => AssessMember.safeParse({ memberId: ID, isAssessed, reason })
  expect(parse(true, '').success).toBe(true)
  expect(problems(parse(false, '  '))).toHaveProperty('reason')
  expect(parse(false, 'Woont elders.').success).toBe(true)
})

describe('what becomes of a row that was sent', () => {
  test.each([
    [{ version: 3, value: { text: 'a' } }, { base: 3, value: { text: 'b' } }, 'write'],
    [{ version: 3, value: { text: 'a' } }, { base: 2, value: { text: 'b' } }, 'conflict'],
    [{ version: 3, value: { text: 'a' } }, { base: 4, value: { text: 'b' } }, 'conflict'],
    [{ version: 3, value: { text: 'a' } }, { base: 0, value: { text: 'a' } }, 'same'],
    [{ version: 3, value: { text: 'a' } }, { base: 2, value: { text: 'ab' }, after: { text: 'a' } }, 'write'],
    [{ version: 3, value: { text: 'x' } }, { base: 2, value: { text: 'ab' }, after: { text: 'a' } }, 'conflict'],
    [{ version: 4, value: { text: 'a' } }, { base: 2, value: { text: 'ab' }, after: { text: 'a' } }, 'conflict'],
  ])('%j and %j: %s', (standing, sent, verdict) => {
    expect(judgeSave(standing, sent)).toBe(verdict)
  })

  test('the order of keys makes no difference, any other content does', () => {
    const contents = fc.dictionary(fc.string(), fc.jsonValue())
    fc.assert(
      fc.property(contents, (one) => hasSameContents(one, Object.fromEntries(Object.entries(one).toReversed()))),
    )
    fc.assert(
      fc.property(
        contents,
        fc.string(),
        (one, text) => !hasSameContents({ ...one, x: text }, { ...one, x: `${text}!` }),
      ),
    )
  })
})
