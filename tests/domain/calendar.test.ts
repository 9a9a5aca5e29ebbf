import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, instantOfLocal, isPlainDate, Temporal } from '@/lib/domain/calendar'

const anyDate = fc
  .integer({ min: 0, max: 80_000 })
  .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }).toString())

describe('days between two dates', () => {
  test.each([
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2026-03-01', '2026-02-28', -1],
    ['2026-12-31', '2026-12-31', 0],
  ])('from %s to %s are %i, whatever the clocks do', (from, to, expected) => {
    expect(daysBetween(from, to)).toBe(expected)
  })

  test('are those of the calendar, and lead back', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
        expect(daysBetween(from, to)).toBe(days)
        expect(addDays(from, days)).toBe(to)
      }),
    )
  })

  test.each(['', '2026-02-30', '2026-13-01', '3 maart 2026', '2026-3-1'])('are refused for %j', (text) => {
    expect(() => daysBetween(text, '2026-03-01')).toThrow(RangeError)
    expect(() => daysBetween('2026-03-01', text)).toThrow(RangeError)
    expect(isPlainDate(text)).toBe(false)
  })
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
])('%s and %i months later is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected)
})

test.each([
  ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-07-01T09:00', '2026-07-01T07:00:00.000Z'],
])('%s in the Netherlands is %s', (text, expected) => {
  expect(instantOfLocal(text)?.toISOString()).toBe(expected)
})

test.each(['2026-02-30T09:00', '2026-03-01', 'morgen', '2026-03-01T25:00'])('%j is no moment', (text) => {
  expect(instantOfLocal(text)).toBeNull()
})
