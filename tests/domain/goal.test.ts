import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatGoalResult,
  formatPercentage,
  GOAL_KINDS,
  goalKindName,
  goalKindPlural,
  goalKindsOf,
  goalResult,
  mainGoalKind,
} from '@/lib/domain/goal'

describe('the kinds of goals', () => {
  test('have the Dutch words of the method', () => {
    expect(GOAL_KINDS.map(goalKindName)).toEqual([
      'veiligheidsdoel',
      'risicodoel',
      'hersteldoel',
      'werkdoel',
      'uitvoeringsdoel',
    ])
    expect(goalKindPlural('risk')).toBe('risicodoelen')
  })

  test.each([
    ['gips1', 'safety', ['safety', 'execution']],
    ['gips2', 'risk', ['risk', 'safety', 'execution']],
    ['gips3', 'recovery', ['recovery', 'safety', 'execution']],
    ['gips4', 'followUp', ['followUp', 'safety', 'execution']],
    ['gips5', null, ['safety', 'execution']],
  ] as const)('%s is about %s goals', (plan, main, kinds) => {
    expect(mainGoalKind(plan)).toBe(main)
    expect(goalKindsOf(plan)).toEqual(kinds)
  })
})

describe('the result of a goal', () => {
  test('is the mean of what was given, with the extremes kept', () => {
    expect(goalResult([50, 90, 70])).toEqual({ mean: 70, lowest: 50, highest: 90 })
    expect(goalResult([0])).toEqual({ mean: 0, lowest: 0, highest: 0 })
  })

  test('does not exist while nobody gave a percentage', () => expect(goalResult([])).toBeNull())

  test('is told with its extremes only where people differ', () => {
    expect(formatGoalResult({ mean: 70, lowest: 70, highest: 70 })).toBe('70 %')
    expect(formatGoalResult({ mean: 200 / 3, lowest: 50, highest: 90 })).toBe('67 % (van 50 % tot 90 %)')
    expect(formatPercentage(33.4)).toBe('33 %')
  })

  test('lies between its extremes, in whatever order people speak', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (given) => {
        const result = goalResult(given)
        expect(result).toEqual(goalResult([...given].reverse()))
        return result !== null && result.lowest <= result.mean && result.mean <= result.highest
      }),
    )
  })
})
