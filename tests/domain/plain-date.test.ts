import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, isPlainDate } from '@/lib/domain/calendar'
import { formatDate } from '@/lib/domain/plain-date'

const day = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('2000-01-01', days))

describe('a plain date', () => {
  test.each([
    ['2026-03-03', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-3-3', false],
    ['2026-03-03T00:00', false],
    ['morgen', false],
    ['', false],
  ])('%s is a date: %s', (text, expected) => expect(isPlainDate(text)).toBe(expected))

  test('is written as Dutch readers write it', () => {
    expect(formatDate('2026-03-03')).toBe('3 maart 2026')
    expect(formatDate('2025-12-31')).toBe('31 december 2025')
  })

  test('a month later is the last day of a shorter month', () => expect(addMonths('2026-01-31', 1)).toBe('2026-02-28'))

  test('counts days over the change to summer time', () => expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2))

  test('counting days and adding them are each other’s reverse', () => {
    fc.assert(fc.property(day, day, (one, other) => addDays(one, daysBetween(one, other)) === other))
  })

  test('sorts as text the way it sorts in time', () => {
    fc.assert(fc.property(day, day, (one, other) => one < other === daysBetween(one, other) > 0))
  })
})
