import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, Temporal } from '@/lib/domain/calendar'
import { holidayOn } from '@/lib/domain/holidays'
import { dayOffWords, dayWords, proposedMeetingDay } from '@/lib/domain/meeting-day'
import { meetingTimes } from '@/lib/domain/meeting-time'

describe('a Dutch public holiday', () => {
  test.each([
    ['2026-01-01', 'Nieuwjaar'],
    ['2026-04-03', null],
    ['2026-04-06', 'Tweede paasdag'],
    ['2026-04-27', 'Koningsdag'],
    ['2026-05-04', null],
    ['2026-05-05', 'Bevrijdingsdag'],
    ['2026-05-14', 'Hemelvaartsdag'],
    ['2026-05-25', 'Tweede pinksterdag'],
    ['2026-12-05', null],
    ['2026-12-26', 'Tweede kerstdag'],
    ['2026-12-31', null],
    ['2027-03-29', 'Tweede paasdag'],
    ['2038-04-26', 'Tweede paasdag'],
  ])('%s: %s', (date, name) => expect(holidayOn(date)).toBe(name))

  test.each([
    ['2025-04-26', 'Koningsdag'],
    ['2025-04-27', null],
    ['2031-04-26', 'Koningsdag'],
  ])('moves with a King’s Day that falls on a Sunday: %s, %s', (date, name) => expect(holidayOn(date)).toBe(name))
})

describe('the day proposed for a meeting', () => {
  test.each([
    ['three months on', '2026-03-12', '2026-03-20', '2026-06-12'],
    ['from a Saturday to Monday', '2026-06-05', '2026-06-20', '2026-09-07'],
    ['from Christmas over the weekend', '2026-09-25', '2026-10-01', '2026-12-28'],
    ['from a Saturday over Easter', '2026-01-04', '2026-01-10', '2026-04-07'],
    ['past Easter Monday, a day after the clocks changed', '2026-12-28', '2027-01-04', '2027-03-30'],
    ['past King’s Day', '2026-01-27', '2026-02-01', '2026-04-28'],
    ['past Liberation Day', '2026-02-05', '2026-02-10', '2026-05-06'],
    ['on the last day of a shorter month', '2026-11-30', '2026-12-01', '2027-03-01'],
    ['of a leap year', '2027-11-29', '2027-12-01', '2028-02-29'],
    ['after the turn of the year', '2026-10-01', '2026-10-02', '2027-01-04'],
    ['in two weeks when the three months are over', '2026-01-05', '2026-06-01', '2026-06-15'],
    ['in two weeks on the very day', '2026-03-12', '2026-06-12', '2026-06-26'],
    ['in two weeks before the first meeting', null, '2026-04-13', '2026-04-28'],
  ])('is %s: %s, asked on %s, gives %s', (_why, last, today, expected) => {
    expect(proposedMeetingDay(last, today)).toBe(expected)
  })

  const day = fc.integer({ min: 0, max: 365 * 40 }).map((days) => addDays('2010-01-01', days))

  test('is never a weekend or a holiday, never past, and the first day that is open', () => {
    fc.assert(
      fc.property(fc.option(day), day, (last, today) => {
        const proposal = proposedMeetingDay(last, today)
        const three = last === null ? null : addMonths(last, 3)
        const wished = three !== null && three > today ? three : addDays(today, 14)
        expect(dayOffWords(proposal)).toBeNull()
        expect(proposal > today).toBe(true)
        const skipped = Array.from({ length: daysBetween(wished, proposal) }, (_, index) => addDays(wished, index))
        expect(skipped.filter((each) => dayOffWords(each) === null)).toEqual([])
        expect(skipped.length).toBeLessThanOrEqual(5)
      }),
    )
  })

  test('starts at nine on the clock, summer and winter', () => {
    fc.assert(
      fc.property(day, day, (last, today) => {
        const { doorsOpen, leave } = meetingTimes(proposedMeetingDay(last, today), 'morning')
        expect([doorsOpen, leave].map(({ hour }) => hour)).toEqual([9, 12])
        expect(doorsOpen.until(leave).total({ unit: 'minutes' })).toBe(180)
      }),
    )
  })
})

test.each([
  ['2026-12-05', 'Zaterdag 5 december 2026 valt in het weekend.'],
  ['2026-12-25', 'Vrijdag 25 december 2026 is een feestdag: Kerstmis.'],
  ['2026-04-05', 'Zondag 5 april 2026 is een feestdag: Pasen.'],
  ['2026-12-07', null],
])('%s, in words: %s', (date, words) => expect(dayOffWords(date)).toBe(words))

test('a date is said with its day of the week', () => {
  expect(dayWords('2027-03-30')).toBe('dinsdag 30 maart 2027')
  expect(Temporal.PlainDate.from('2027-03-30').dayOfWeek).toBe(2)
})
