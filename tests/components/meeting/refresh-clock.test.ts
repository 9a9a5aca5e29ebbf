import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RefreshClock, waitBeforeFetch } from '@/components/meeting/refresh-clock'

const NEVER = Number.NEGATIVE_INFINITY

test.each([
  ['one change', { firstChange: 0, lastChange: 0, typed: NEVER, now: 0 }, 700],
  ['one change, a while ago', { firstChange: 0, lastChange: 0, typed: NEVER, now: 700 }, 0],
  ['another one shortly after', { firstChange: 0, lastChange: 600, typed: NEVER, now: 600 }, 700],
  ['changes without pause', { firstChange: 0, lastChange: 2_400, typed: NEVER, now: 2_400 }, 100],
  ['a key long ago', { firstChange: 0, lastChange: 0, typed: -5_000, now: 0 }, 700],
  ['a key just now', { firstChange: 0, lastChange: 0, typed: 690, now: 700 }, 690],
  ['changes and keys without pause', { firstChange: 0, lastChange: 2_400, typed: 2_490, now: 2_500 }, 690],
  ['keys without pause for six seconds', { firstChange: 0, lastChange: 5_900, typed: 5_990, now: 6_000 }, 0],
] as const)('after %s the fetch comes in its time', (_what, moments, wait) => {
  expect(waitBeforeFetch(moments)).toBe(wait)
})

test('what changed is fetched after six seconds at the latest, after two and a half when nobody types, and never too late', () => {
  const moment = fc.integer({ min: 0, max: 20_000 })
  fc.assert(
    fc.property(fc.tuple(moment, moment, moment), moment, fc.boolean(), (changes, key, isTyping) => {
      const [firstChange, lastChange, now] = changes.sort((a, b) => a - b) as [number, number, number]
      const typed = isTyping ? Math.min(key, now) : NEVER
      const wait = waitBeforeFetch({ now, firstChange, lastChange, typed })
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(now + wait).toBeLessThanOrEqual(Math.max(now, firstChange + (isTyping ? 6_000 : 2_500)))
      if (wait === 0) {
        const isQuiet = now - lastChange >= 700 && now - typed >= 700
        expect(isQuiet || now - firstChange >= 2_500).toBe(true)
      }
    }),
  )
})

describe('a screen that follows a meeting', () => {
  let fetched: number[]
  let isHidden: boolean
  let clock: RefreshClock
  let begun: number

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    fetched = []
    isHidden = false
    begun = performance.now()
    clock = new RefreshClock(
      () => fetched.push(performance.now() - begun),
      () => isHidden,
    )
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** Types every 300 ms for so long. */
  function type(forMs: number) {
    for (let left = forMs; left > 0; left -= 300) {
      clock.typed()
      vi.advanceTimersByTime(300)
    }
  }

  test('fetches what changed once nobody types any more', () => {
    clock.soon(false)
    type(3_000)
    expect(fetched).toEqual([])
    vi.advanceTimersByTime(1_000)
    expect(fetched).toEqual([3_400])
  })

  test('does not wait longer than six seconds for who types', () => {
    clock.soon(false)
    type(9_000)
    expect(fetched).toEqual([6_000])
  })

  test('waits for nobody who types where something may have to disappear, also when it waited already', () => {
    clock.soon(true)
    type(1_200)
    expect(fetched).toEqual([700])
    clock.soon(false)
    type(1_200)
    clock.soon(true)
    type(3_000)
    // At 1,200 the first change, at 2,400 the urgent one.
    expect(fetched).toEqual([700, 3_100])
  })

  test('is behind while it is hidden or nobody is there, and catches up once at the first touch', () => {
    isHidden = true
    clock.soon(true)
    vi.advanceTimersByTime(5_000)
    isHidden = false
    clock.seen()
    clock.seen()
    expect(fetched).toEqual([5_000])
    vi.advanceTimersByTime(11 * 60_000)
    clock.now()
    expect(fetched).toHaveLength(1)
    clock.seen()
    expect(fetched).toHaveLength(2)
  })

  test('fetches nothing of what was dropped', () => {
    clock.soon(true)
    clock.drop()
    vi.advanceTimersByTime(10_000)
    clock.seen()
    expect(fetched).toEqual([])
  })
})
