import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AgreementItem,
  agreementTimeOf,
  forDayText,
  groupAgreements,
  standingOf,
  TickForm,
  TickInput,
  tickableDay,
  urgencyText,
} from '@/lib/domain/agreement-item'
import { addDays } from '@/lib/domain/calendar'
import { TICK_STATES } from '@/lib/domain/tick-state'

const today = '2026-03-12'
const id = '0198c2a0-0000-7000-8000-000000000001'
const once = (dueOn: string, settledFor: string | null = null) =>
  agreementTimeOf({ dueOn, rhythm: 'once', rhythmUntil: null, settledFor })
const weekly = agreementTimeOf({ dueOn: '2026-03-02', rhythm: 'weekly', rhythmUntil: '2026-04-30', settledFor: null })

describe('what a tick may say', () => {
  const sentence = (given: unknown) => TickInput.safeParse(given).error?.issues[0]?.message

  test.each([
    [{ state: 'done' }, undefined],
    [{ state: 'partly' }, undefined],
    [{ state: null }, undefined],
    [{ state: 'notDone', remark: 'De praktijk was dicht.', forDay: '2026-03-12' }, undefined],
    [{ state: 'notDone' }, 'Schrijf kort op waarom het niet lukte.'],
    [{ state: 'notDone', remark: ' \n ' }, 'Schrijf kort op waarom het niet lukte.'],
    [{ state: 'maybe' }, 'Kies gedaan, deels of niet gelukt.'],
    [{}, 'Kies gedaan, deels of niet gelukt.'],
    [{ state: 'done', forDay: '2026-02-30' }, 'Deze dag bestaat niet.'],
    [{ state: 'done', forDay: '12 maart' }, 'Deze dag bestaat niet.'],
  ])('%j: %s', (given, expected) => {
    expect(sentence(given)).toBe(expected)
  })

  test('keeps HTML, emoji and right-to-left text as typed, and refuses what is too long or holds a NUL', () => {
    for (const remark of ['<script>alert(1)</script>', '🙂 لم ينجح']) {
      expect(TickInput.parse({ state: 'notDone', remark }).remark).toBe(remark)
    }
    expect(sentence({ state: 'notDone', remark: 'a'.repeat(2001) })).toContain('te lang')
    expect(sentence({ state: 'notDone', remark: 'a\u0000' })).toContain('onzichtbaar')
  })

  test('says the same from a form, where none takes it back and an empty day is none', () => {
    for (const state of TICK_STATES) {
      const typed = Object.fromEntries(new FormData())
      expect(TickForm.parse({ ...typed, agreement: id, state, remark: 'Waarom.', forDay: '' })).toEqual({
        agreement: id,
        state,
        remark: 'Waarom.',
        forDay: null,
      })
    }
    expect(TickForm.parse({ agreement: id, state: 'none', forDay: today })).toMatchObject({
      state: null,
      forDay: today,
    })
    expect(TickForm.safeParse({ agreement: id, state: 'notDone', remark: '' }).error?.issues[0]?.path).toEqual([
      'remark',
    ])
    expect(TickForm.safeParse({ agreement: 'x', state: 'done' }).success).toBe(false)
  })
})

describe('which day a tick may stand for', () => {
  test.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-09', '2026-03-09'],
    ['2026-03-16', '2026-03-16'],
    ['2026-03-23', null],
    ['2026-03-10', null],
    [null, '2026-03-09'],
  ])('in a weekly rhythm, asked for %s: %s', (forDay, expected) => {
    expect(weekly && tickableDay(weekly, forDay, today)).toBe(expected)
  })

  test('is said for a rhythm only', () => {
    expect(forDayText(weekly, '2026-03-09')).toBe('voor 9 maart 2026')
    expect(forDayText(once(today), today)).toBeNull()
    expect(forDayText(weekly, null)).toBeNull()
  })
})

test.each([
  [-1, '1 dag te laat'],
  [-9, '9 dagen te laat'],
  [0, 'vandaag'],
  [1, 'morgen'],
  [5, 'over 5 dagen'],
])('a day %i days from now is: %s', (days, words) => {
  expect(urgencyText(addDays(today, days), today)).toBe(words)
})

test('an agreement without a day is open until somebody says that it is done', () => {
  expect(agreementTimeOf({ dueOn: null, rhythm: 'once', rhythmUntil: null, settledFor: null })).toBeNull()
  expect(standingOf(null, null, today)).toMatchObject({ state: 'open', urgency: null, forDay: null })
  expect(standingOf(null, { state: 'partly' }, today).state).toBe('open')
  expect(standingOf(null, { state: 'done' }, today).state).toBe('done')
})

describe('my agreements in groups', () => {
  function item(given: { id: string; dueOn: string | null; settled?: boolean }): AgreementItem {
    const time = given.dueOn === null ? null : once(given.dueOn, given.settled ? given.dueOn : null)
    return {
      ...standingOf(time, null, today),
      id: given.id,
      dossier: 'G-0001',
      familyName: '',
      meeting: 'GIPS 1',
      plan: { kind: 'gips1', ordinal: 1 },
      text: '',
      doers: [],
      byEveryone: false,
      goals: [],
      time,
      forDayText: null,
      lastTick: null,
      mayTick: true,
    }
  }

  test('stand under late, soon, later and done, the longest late first and without a day last', () => {
    const groups = groupAgreements(
      [
        item({ id: 'no day', dueOn: null }),
        item({ id: 'later', dueOn: addDays(today, 4) }),
        item({ id: 'soon', dueOn: addDays(today, 3) }),
        item({ id: 'today', dueOn: today }),
        item({ id: 'late', dueOn: addDays(today, -1) }),
        item({ id: 'very late', dueOn: addDays(today, -30) }),
        item({ id: 'done', dueOn: addDays(today, -2), settled: true }),
      ],
      today,
    )
    expect(
      Object.fromEntries(Object.entries(groups).map(([name, items]) => [name, items.map((each) => each.id)])),
    ).toEqual({
      overdue: ['very late', 'late'],
      soon: ['today', 'soon'],
      later: ['later', 'no day'],
      done: ['done'],
    })
  })

  test('lose and double nothing', () => {
    const day = fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days)))
    fc.assert(
      fc.property(fc.array(fc.record({ dueOn: day, settled: fc.boolean() })), (given) => {
        const items = given.map((each, index) => item({ ...each, id: String(index) }))
        const ids = Object.values(groupAgreements(items, today)).flatMap((group) => group.map((each) => each.id))
        expect(ids.sort()).toEqual(items.map((each) => each.id).sort())
      }),
    )
  })
})
