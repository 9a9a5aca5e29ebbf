import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isReached, loadOf, median, quantile, ratioByRound, typicalLoad } from '@/scripts/bench/statistics'

const figures = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 })

describe('quantiles', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

  test.each([
    [0, 1],
    [0.5, 50],
    [0.95, 95],
    [0.99, 99],
    [1, 100],
  ])('of one to a hundred, the part %d lies at or below %d', (part, value) => {
    expect(quantile(hundred, part)).toBe(value)
  })

  test('are always one of the samples, and grow with the part', () => {
    fc.assert(
      fc.property(figures, fc.double({ min: 0, max: 1, noNaN: true }), (samples, part) => {
        const value = quantile(samples, part) ?? Number.NaN
        expect(samples).toContain(value)
        expect(value).toBeLessThanOrEqual(quantile(samples, 1) ?? Number.NaN)
        expect(value).toBeGreaterThanOrEqual(quantile(samples, 0) ?? Number.NaN)
      }),
    )
  })

  test('of nothing are unknown', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(median([])).toBeNull()
  })
})

describe('the median', () => {
  test.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  test('is not moved by one wild round of five', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (wild) => {
        const middle = median([10, 11, 12, 13, wild]) ?? Number.NaN
        expect(middle).toBeGreaterThanOrEqual(11)
        expect(middle).toBeLessThanOrEqual(12)
      }),
    )
  })
})

describe('a load', () => {
  test('counts answers per second and tells how long they took', () => {
    const latencies = Array.from({ length: 200 }, (_, index) => index + 1)
    const load = loadOf(latencies, 4, { app: 1000, database: 50 })
    expect(load).toEqual({ perSecond: 50, p50: 100, p95: 190, p99: 198, app: 5, database: 0.25 })
  })

  test('does not pretend to know what processors did where nobody counts', () => {
    expect(loadOf([1, 2], 1).app).toBeNaN()
  })

  test('of several rounds is the middle of each figure by itself', () => {
    const rounds = [
      { perSecond: 100, p50: 5, p95: 9, p99: 30, app: 2, database: 3 },
      { perSecond: 300, p50: 1, p95: 8, p99: 10, app: 1, database: 9 },
      { perSecond: 200, p50: 3, p95: 7, p99: 20, app: 4, database: 1 },
    ]
    expect(typicalLoad(rounds)).toEqual({ perSecond: 200, p50: 3, p95: 8, p99: 20, app: 2, database: 3 })
  })
})

describe('a ratio by round', () => {
  test('is not moved by what slows both sides of a round down alike', () => {
    fc.assert(
      fc.property(figures, fc.infiniteStream(fc.double({ min: 0.01, max: 100, noNaN: true })), (below, slowness) => {
        const slowed = below.map((value) => value * slowness.next().value)
        const ratio = ratioByRound(
          slowed.map((value) => value * 0.4),
          slowed,
        )
        expect(ratio?.median).toBeCloseTo(0.4)
        expect(ratio?.least).toBeCloseTo(0.4)
        expect(ratio?.most).toBeCloseTo(0.4)
      }),
    )
  })

  test('tells its spread', () => {
    expect(ratioByRound([1, 2, 9], [2, 2, 3])).toEqual({ median: 1, least: 0.5, most: 3 })
  })

  test.each([
    ['no rounds', [], []],
    ['a missing round', [1, 2], [1]],
    ['a round in which nothing was answered', [1], [0]],
  ])('is unknown with %s', (_, above, below) => {
    expect(ratioByRound(above, below)).toBeNull()
  })
})

describe('a goal', () => {
  test.each([
    ['least', 0.4, 0.4, true],
    ['least', 0.4, 0.39, false],
    ['most', 150, 150, true],
    ['most', 150, 151, false],
    ['most', 150, null, false],
    ['least', 0.4, Number.NaN, false],
  ] as const)('of at %s %d, measured %s: reached is %s', (bound, limit, measured, reached) => {
    expect(isReached({ bound, limit }, measured)).toBe(reached)
  })
})
