import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatTime } from '@/lib/dates'
import { gips1 } from '@/lib/domain/agendas/gips1'
import { addDays } from '@/lib/domain/calendar'
import { clockAt, meetingTimes, partOfDayName } from '@/lib/domain/meeting-time'

describe('the times of a meeting', () => {
  test.each([
    ['2026-01-12', 'morning', ['09:00', '09:15', '11:45', '12:00', '12:30'], '+01:00'],
    ['2026-07-13', 'afternoon', ['13:00', '13:15', '15:45', '16:00', '16:30'], '+02:00'],
    ['2026-03-29', 'morning', ['09:00', '09:15', '11:45', '12:00', '12:30'], '+02:00'],
    ['2026-10-25', 'morning', ['09:00', '09:15', '11:45', '12:00', '12:30'], '+01:00'],
  ] as const)('on %s, %s, are the same on the clock in summer and winter', (date, part, clock, offset) => {
    const { doorsOpen, starts, ends, leave, reviewEnds } = meetingTimes(date, part)
    const times = [doorsOpen, starts, ends, leave, reviewEnds]
    expect(times.map((time) => time.toPlainTime().toString().slice(0, 5))).toEqual(clock)
    expect(times.map((time) => time.offset)).toEqual(Array(5).fill(offset))
  })

  test('leave three hours between door and goodbye on every day of the year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom('morning' as const, 'afternoon' as const),
        (day, part) => {
          const { doorsOpen, leave } = meetingTimes(addDays('2024-01-01', day), part)
          return leave.epochMilliseconds - doorsOpen.epochMilliseconds === 3 * 3_600_000
        },
      ),
    )
  })

  test('have a Dutch name', () => expect(partOfDayName('morning')).toBe('ochtend, 9.00 tot 12.00 uur'))
})

describe('the clock on the projector', () => {
  const started = '2026-03-03T08:15:00Z'
  const minutesIn = (minutes: number) => new Date(Date.parse(started) + minutes * 60_000).toISOString()

  test('tells what is used and planned, for the meeting and for the part at hand', () => {
    expect(clockAt(gips1, started, minutesIn(25), 'safety')).toEqual({
      minutesUsed: 25,
      minutesPlanned: 150,
      section: { title: 'Hoe veilig is het nu?', minutesPlanned: 30, minutesUsed: 5 },
      minutesBehind: 0,
      expectedEnd: '2026-03-03T10:45:00Z',
    })
  })

  test.each([
    ['into summer', '2026-03-29T00:30:00Z', '2026-03-29T03:00:00Z', '05:00'],
    ['into winter', '2026-10-25T00:30:00Z', '2026-10-25T03:00:00Z', '04:00'],
  ])(
    'counts real minutes when the clocks change %s meanwhile, and tells the end as the clock on the wall does',
    (_way, at, end, wall) => {
      const later = new Date(Date.parse(at) + 45 * 60_000).toISOString()
      const { minutesUsed, expectedEnd } = clockAt(gips1, at, later, 'safety')
      expect([minutesUsed, expectedEnd]).toEqual([45, end])
      expect(formatTime(new Date(expectedEnd))).toBe(wall)
    },
  )

  test.each([
    ['ahead of the plan', 12, 'safety', -8, '2026-03-03T10:37:00Z'],
    ['a part that runs over', 60, 'safety', 10, '2026-03-03T10:55:00Z'],
    ['the end', 150, 'careful', 0, '2026-03-03T10:45:00Z'],
    ['long after the end', 200, 'careful', 50, '2026-03-03T11:35:00Z'],
    ['the first minute', 0, 'introductions', 0, '2026-03-03T10:45:00Z'],
    ['before the start', -5, 'introductions', 0, '2026-03-03T10:45:00Z'],
  ])('foresees the end: %s', (_when, minutes, section, behind, end) => {
    expect(clockAt(gips1, started, minutesIn(minutes), section)).toMatchObject({
      minutesBehind: behind,
      expectedEnd: end,
    })
  })

  test('never foresees an end before now', () => {
    const sections = gips1.sections.map(({ key }) => key)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.constantFrom(...sections), (minutes, section) => {
        return (
          Date.parse(clockAt(gips1, started, minutesIn(minutes), section).expectedEnd) >= Date.parse(minutesIn(minutes))
        )
      }),
    )
  })

  test('knows no part that is not in the agenda', () => {
    expect(() => clockAt(gips1, started, started, 'koffie')).toThrow('koffie')
  })
})
