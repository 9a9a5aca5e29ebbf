import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waitBeforeFetch } from '@/components/meeting/refresh-pace'

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
