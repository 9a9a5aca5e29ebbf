import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AgreementTime,
  type AgreementWhen,
  agreementState,
  agreementStateName,
  byUrgency,
  describeWhen,
  nextOccurrence,
  occurrences,
  occurrenceToTick,
  usualDueOn,
  whenProblem,
} from '@/lib/domain/agreement'
import { addDays } from '@/lib/domain/calendar'

const TODAY = '2026-03-03'
const once = (dueOn: string, more: Partial<AgreementTime> = {}): AgreementTime => ({
  when: { rhythm: 'once', dueOn },
  tickedFor: [],
  closedOn: null,
  ...more,
})
const weekly: AgreementWhen = { rhythm: 'weekly', startsOn: '2026-02-16', until: '2026-03-30' }
const everyWeek = (tickedFor: string[] = []): AgreementTime => ({ when: weekly, tickedFor, closedOn: null })

test.each([
  ['safety', '2026-03-17'],
  ['risk', '2026-06-03'],
  [null, '2026-06-03'],
] as const)('a new agreement for a goal of kind %s starts with %s', (kind, date) => {
  expect(usualDueOn(kind, '2026-03-03')).toBe(date)
})

describe('the dates of an agreement', () => {
  test.each<[string, AgreementWhen, string[]]>([
    ['once', { rhythm: 'once', dueOn: TODAY }, [TODAY]],
    [
      'daily',
      { rhythm: 'daily', startsOn: '2026-03-28', until: '2026-03-30' },
      ['2026-03-28', '2026-03-29', '2026-03-30'],
    ],
    ['weekly', { rhythm: 'weekly', startsOn: '2026-03-23', until: '2026-04-05' }, ['2026-03-23', '2026-03-30']],
    [
      'monthly from the 31st',
      { rhythm: 'monthly', startsOn: '2026-01-31', until: '2026-04-30' },
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    ['none after the end', { rhythm: 'weekly', startsOn: '2026-03-23', until: '2026-03-22' }, []],
  ])('%s', (_rhythm, when, dates) => expect(occurrences(when)).toEqual(dates))

  test('rise without a repeat and stay within first and last day', () => {
    const rhythm = fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const)
    fc.assert(
      fc.property(rhythm, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 }), (each, start, length) => {
        const startsOn = addDays('2026-01-01', start)
        const until = addDays(startsOn, length)
        const dates = occurrences({ rhythm: each, startsOn, until })
        expect(dates).toEqual([...new Set(dates)].sort())
        return dates[0] === startsOn && dates.every((date) => date >= startsOn && date <= until)
      }),
    )
  })
})

describe('the date that is to be ticked next', () => {
  test('is the first of all dates that lies after the last one ticked', () => {
    const rhythm = fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const)
    const offset = fc.integer({ min: -40, max: 420 })
    fc.assert(
      fc.property(rhythm, fc.integer({ min: -5, max: 400 }), fc.option(offset), (each, length, ticked) => {
        const when = { rhythm: each, startsOn: '2026-01-31', until: addDays('2026-01-31', length) }
        const tickedFor = ticked === null ? [] : [addDays('2026-01-31', ticked)]
        const expected = occurrences(when).find((date) => date > (tickedFor[0] ?? '')) ?? null
        expect(nextOccurrence({ when, tickedFor, closedOn: null })).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the state of an agreement', () => {
  test.each([
    [once('2026-03-02'), 'overdue', 'te laat'],
    [once(TODAY), 'dueToday', 'vandaag'],
    [once('2026-03-06'), 'dueSoon', 'binnenkort'],
    [once('2026-03-07'), 'open', 'open'],
    [once('2026-03-02', { tickedFor: ['2026-03-02'] }), 'done', 'gedaan'],
    [once('2026-03-02', { closedOn: '2026-03-01' }), 'closed', 'afgesloten'],
    [everyWeek(), 'overdue', 'te laat'],
    [everyWeek(['2026-03-02']), 'open', 'open'],
    [everyWeek(['2026-03-30']), 'done', 'gedaan'],
  ] as const)('%j is %s', (agreement, state, name) => {
    expect(agreementState(agreement, TODAY)).toBe(state)
    expect(agreementStateName(state)).toBe(name)
  })
})

describe('ticking a rhythm', () => {
  test('stands for the latest date that is due, and settles the earlier ones', () => {
    expect(nextOccurrence(everyWeek())).toBe('2026-02-16')
    expect(occurrenceToTick(everyWeek(), TODAY)).toBe('2026-03-02')
    expect(occurrenceToTick(everyWeek(), '2026-03-09')).toBe('2026-03-09')
    expect(nextOccurrence(everyWeek(['2026-03-02']))).toBe('2026-03-09')
  })

  test('stands for the coming date when none is due', () => {
    expect(occurrenceToTick(everyWeek(['2026-03-02']), TODAY)).toBe('2026-03-09')
    expect(occurrenceToTick(once('2026-05-01'), TODAY)).toBe('2026-05-01')
  })

  test('has nothing left when done or closed', () => {
    expect(occurrenceToTick(everyWeek(['2026-03-30']), TODAY)).toBeNull()
    expect(occurrenceToTick({ ...everyWeek(), closedOn: TODAY }, TODAY)).toBeNull()
  })

  test('as often as needed always comes to an end, and never leaves it overdue', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (offset) => {
        const today = addDays(TODAY, offset)
        const date = occurrenceToTick(everyWeek(), today)
        expect(date).not.toBeNull()
        return agreementState(everyWeek(date === null ? [] : [date]), today) !== 'overdue'
      }),
    )
  })
})

test.each<[AgreementWhen, string]>([
  [{ rhythm: 'once', dueOn: '2026-03-03' }, 'uiterlijk 3 maart 2026'],
  [{ rhythm: 'daily', startsOn: TODAY, until: '2026-06-01' }, 'elke dag tot en met 1 juni 2026'],
  [{ rhythm: 'weekly', startsOn: TODAY, until: '2026-06-01' }, 'elke week tot en met 1 juni 2026'],
  [{ rhythm: 'monthly', startsOn: TODAY, until: '2026-06-01' }, 'elke maand tot en met 1 juni 2026'],
])('%j reads: %s', (when, words) => expect(describeWhen({ when })).toBe(words))

test('the most urgent agreement comes first', () => {
  const sorted = [
    once('2026-03-01', { closedOn: TODAY }),
    once('2026-03-01', { tickedFor: ['2026-03-01'] }),
    once('2026-04-01'),
    once('2026-03-20'),
    once('2026-03-05'),
    once(TODAY),
    once('2026-03-01'),
    everyWeek(),
  ].sort(byUrgency(TODAY))
  expect(sorted.map((each) => `${agreementState(each, TODAY)} ${nextOccurrence(each) ?? ''}`.trim())).toEqual([
    'overdue 2026-02-16',
    'overdue 2026-03-01',
    'dueToday 2026-03-03',
    'dueSoon 2026-03-05',
    'open 2026-03-20',
    'open 2026-04-01',
    'done',
    'closed',
  ])
})

describe('a moment to agree on', () => {
  test.each<[AgreementWhen, string | null]>([
    [{ rhythm: 'once', dueOn: TODAY }, null],
    [{ rhythm: 'weekly', startsOn: TODAY, until: TODAY }, null],
    [{ rhythm: 'once', dueOn: '2026-03-02' }, 'Deze datum is al voorbij. Kies vandaag of een latere dag.'],
    [{ rhythm: 'once', dueOn: '2026-02-30' }, 'Deze datum bestaat niet. Kies een datum uit de kalender.'],
    [{ rhythm: 'once', dueOn: '' }, 'Deze datum bestaat niet. Kies een datum uit de kalender.'],
    [{ rhythm: 'daily', startsOn: '2026-03-10', until: '2026-03-09' }, 'De einddatum ligt vóór de begindatum.'],
    [
      { rhythm: 'daily', startsOn: TODAY, until: '9999-12-31' },
      'De einddatum ligt te ver weg. Kies hoogstens drie jaar.',
    ],
  ])('%j: %s', (when, sentence) => expect(whenProblem(when, TODAY)).toBe(sentence))
})
