import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantOfLocal, Temporal } from '@/lib/domain/calendar'
import { holidayOn } from '@/lib/domain/holidays'
import {
  isWorkingDay,
  onWorkingDay,
  weekdaysServedOn,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysSince,
} from '@/lib/domain/working-day'
import { earliestWorkingTime, isWorkingTime } from '@/lib/domain/working-time'

const anyDay = fc.integer({ min: 0, max: 365 * 12 }).map((days) => addDays('2024-01-01', days))
const anyMoment = fc
  .integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2036-01-01T00:00:00Z') })
  .map((at) => new Date(at))

describe('a working day', () => {
  test.each([
    ['a Friday', '2026-08-28', '2026-08-28'],
    ['a Saturday', '2026-08-29', '2026-08-31'],
    ['a Sunday', '2026-08-30', '2026-08-31'],
    ['Easter Monday', '2026-04-06', '2026-04-07'],
    ['King’s Day on a Monday', '2026-04-27', '2026-04-28'],
    ['Christmas on a Friday', '2026-12-25', '2026-12-28'],
    ['New Year on a Friday', '2027-01-01', '2027-01-04'],
    ['Good Friday, on which people work', '2026-04-03', '2026-04-03'],
  ])('for %s is that day or the first after it', (_day, date, expected) => expect(onWorkingDay(date)).toBe(expected))

  test.each([
    ['over a weekend', '2026-03-06', '2026-03-09', 1],
    ['in a weekend', '2026-03-06', '2026-03-08', 0],
    ['over Easter', '2026-04-02', '2026-04-07', 2],
    ['over Christmas and New Year', '2026-12-24', '2027-01-04', 5],
    ['to an earlier day', '2026-03-12', '2026-03-11', 0],
  ])('counts once it is over, %s', (_what, from, today, count) => expect(workingDaysSince(from, today)).toBe(count))

  test.each([
    ['in the middle of a week', '2026-03-11', 2, '2026-03-09'],
    ['on a Monday', '2026-03-09', 2, '2026-03-05'],
    ['after Easter', '2026-04-08', 2, '2026-04-06'],
    ['no days at all', '2026-03-09', 0, '2026-03-09'],
  ])('is counted back as it is counted on, %s', (_what, today, days, expected) =>
    expect(workingDaysBefore(today, days)).toBe(expected),
  )

  test('is never in a weekend nor on a holiday, and counting on, since and back agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, count) => {
        const later = workingDaysAfter(day, count)
        expect([holidayOn(later), Temporal.PlainDate.from(later).dayOfWeek < 6]).toEqual([null, true])
        expect(workingDaysSince(day, later)).toBe(count)
        const since = workingDaysBefore(day, count)
        expect([workingDaysSince(since, day), workingDaysSince(addDays(since, 1), day)]).toEqual([count, count - 1])
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['an ordinary Wednesday', '2026-03-11', [3]],
    ['a Monday, also for who chose the weekend', '2026-03-09', [1, 7, 6]],
    ['the Tuesday after Easter', '2026-04-07', [2, 1, 7, 6]],
    ['the Monday after Christmas', '2026-12-28', [1, 7, 6, 5]],
  ])('sends the weekly mail of the days before it that were free: %s', (_what, day, expected) =>
    expect(weekdaysServedOn(day)).toEqual(expected),
  )

  test('serves each weekday once a week, up to the edges of the span', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 5 }), (start, weekday) => {
        const days = Array.from({ length: 70 }, (_, index) => addDays(start, index)).filter(isWorkingDay)
        const served = days.filter((day) => weekdaysServedOn(day).includes(weekday)).length
        expect(served).toBeGreaterThanOrEqual(9)
        expect(served).toBeLessThanOrEqual(11)
      }),
      { numRuns: 20 },
    )
  })
})

describe('what is not urgent leaves', () => {
  test.each([
    ['at once within working time', '2026-03-11T10:15', '2026-03-11T10:15'],
    ['at eight on the dot', '2026-03-11T08:00', '2026-03-11T08:00'],
    ['at eight when it is a minute before', '2026-03-11T07:59', '2026-03-11T08:00'],
    ['just before six', '2026-03-11T17:59', '2026-03-11T17:59'],
    ['the next morning from six on', '2026-03-11T18:00', '2026-03-12T08:00'],
    ['in the morning after midnight', '2026-03-11T00:00', '2026-03-11T08:00'],
    ['on Monday after a Friday evening', '2026-03-13T20:00', '2026-03-16T08:00'],
    ['on the Tuesday after Easter', '2026-04-03T18:30', '2026-04-07T08:00'],
    ['on the Monday when the clock went forward that Sunday', '2026-03-29T02:30', '2026-03-30T08:00'],
    ['on the Monday when the clock went back that Sunday', '2026-10-25T02:30', '2026-10-26T08:00'],
    ['after Christmas', '2026-12-24T18:00', '2026-12-28T08:00'],
  ])('%s', (_what, at, expected) => {
    const moment = earliestWorkingTime(instantOfLocal(at) ?? expect.fail())
    expect(moment).toEqual(instantOfLocal(expected))
  })

  test('by the clock in the Netherlands, in winter and in summer', () => {
    expect(earliestWorkingTime(new Date('2026-03-27T20:00:00Z')).toISOString()).toBe('2026-03-30T06:00:00.000Z')
    expect(earliestWorkingTime(new Date('2026-10-23T20:00:00Z')).toISOString()).toBe('2026-10-26T07:00:00.000Z')
    expect(isWorkingTime(new Date('2026-10-26T06:30:00Z'))).toBe(false)
  })

  test('never earlier, within hours, and at the same moment when it is asked again', () => {
    fc.assert(
      fc.property(anyMoment, (at) => {
        const leaves = earliestWorkingTime(at)
        const there = Temporal.Instant.fromEpochMilliseconds(leaves.getTime()).toZonedDateTimeISO('Europe/Amsterdam')
        expect(leaves >= at).toBe(true)
        expect(there.hour >= 8 && there.hour < 18).toBe(true)
        expect(isWorkingDay(there.toPlainDate().toString())).toBe(true)
        expect(earliestWorkingTime(leaves)).toEqual(leaves)
      }),
      { numRuns: 100 },
    )
  })
})
