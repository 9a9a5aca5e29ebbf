import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextShiftRun, noShifts, type ShiftEvent, shiftsToLeave } from '@/components/shell/leave-sequence'

const shift = (at: number): ShiftEvent[] => [
  { kind: 'shiftDown', at },
  { kind: 'shiftUp', at: at + 80 },
]
const other = (at: number): ShiftEvent => ({ kind: 'other', at })

describe('leaving by three times Shift', () => {
  test.each<[string, boolean, ShiftEvent[]]>([
    ['three times within five seconds leaves', true, [...shift(0), ...shift(1000), ...shift(4900)]],
    ['twice does not', false, [...shift(0), ...shift(1000)]],
    ['three times in more than five seconds does not', false, [...shift(0), ...shift(2000), ...shift(5200)]],
    ['the last three of four count', true, [...shift(0), ...shift(4000), ...shift(6000), ...shift(8000)]],
    ['another key between starts again', false, [...shift(0), ...shift(500), other(700), ...shift(900)]],
    [
      'a capital letter is no Shift alone',
      false,
      [...shift(0), ...shift(500), { kind: 'shiftDown', at: 900 }, other(950), { kind: 'shiftUp', at: 990 }],
    ],
    [
      'a release without a press counts for nothing',
      false,
      [0, 1, 2].map((at): ShiftEvent => ({ kind: 'shiftUp', at })),
    ],
  ])('%s', (_, leaves, events) => {
    expect(events.reduce(nextShiftRun, noShifts).releases.length >= shiftsToLeave).toBe(leaves)
  })

  test('never happens to someone who types, whatever capitals the text has', () => {
    const letters = fc.array(fc.record({ isCapital: fc.boolean(), pause: fc.integer({ min: 0, max: 400 }) }))
    fc.assert(
      fc.property(letters, (typed) => {
        let at = 0
        let run = noShifts
        for (const { isCapital, pause } of typed) {
          at += pause
          const events: ShiftEvent[] = isCapital
            ? [{ kind: 'shiftDown', at }, other(at), { kind: 'shiftUp', at }]
            : [other(at)]
          run = events.reduce(nextShiftRun, run)
        }
        return run.releases.length === 0
      }),
    )
  })
})
