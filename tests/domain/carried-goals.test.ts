import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type GoalOfPlan,
  goalsToEvaluate,
  goalsToReview,
  inReviewOrder,
  isCarriedAgreement,
  isEarlierPlan,
  isUnderSix,
} from '@/lib/domain/carried-goals'
import { GOAL_KINDS } from '@/lib/domain/goal'
import { mayRepeat, PLAN_KINDS, type PlanReference } from '@/lib/domain/plan-state'

const plan = (number: 1 | 2 | 3 | 4 | 5, ordinal = 1): PlanReference => ({ kind: `gips${number}`, ordinal })
const goal = (more: Partial<GoalOfPlan> = {}): GoalOfPlan => ({
  id: 'goal',
  kind: 'safety',
  plan: plan(1),
  isAdopted: true,
  isClosed: false,
  aboutMemberId: null,
  ...more,
})

const anyPlan = fc
  .record({ kind: fc.constantFrom(...PLAN_KINDS), ordinal: fc.integer({ min: 1, max: 4 }) })
  .map(({ kind, ordinal }) => ({ kind, ordinal: mayRepeat(kind) ? ordinal : 1 }))
const anyGoal = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...GOAL_KINDS),
  plan: anyPlan,
  isAdopted: fc.boolean(),
  isClosed: fc.boolean(),
  aboutMemberId: fc.constantFrom(null, 'fenna', 'siem'),
})
const anyScores = fc
  .dictionary(fc.constantFrom('fenna', 'siem'), fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }))
  .map((scores) => new Map(Object.entries(scores)))

describe('the order of plans', () => {
  test.each([
    [plan(1), plan(2), true],
    [plan(2), plan(1), false],
    [plan(4), plan(4), false],
    [plan(4), plan(4, 2), true],
    [plan(4, 2), plan(4), false],
    [plan(3, 3), plan(4), true],
  ])('%j comes before %j: %s', (one, other, expected) => expect(isEarlierPlan(one, other)).toBe(expected))

  test('is strict: of two different plans exactly one comes first', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, other) => {
        const isSame = one.kind === other.kind && one.ordinal === other.ordinal
        expect([isEarlierPlan(one, other), isEarlierPlan(other, one)].filter(Boolean)).toHaveLength(isSame ? 0 : 1)
      }),
    )
  })
})

describe('the safety goals that a meeting reviews', () => {
  test.each<[string, Partial<GoalOfPlan>, PlanReference, boolean]>([
    ['an open one of GIPS 1, at GIPS 2', {}, plan(2), true],
    ['an open one of GIPS 1, at the second GIPS 4', {}, plan(4, 2), true],
    ['an extra one of GIPS 3, at GIPS 4', { plan: plan(3) }, plan(4), true],
    ['its own, at GIPS 1', {}, plan(1), false],
    ['one of a later plan, while GIPS 2 is revised', { plan: plan(3) }, plan(2), false],
    ['one that was never adopted', { isAdopted: false }, plan(2), false],
    ['one that was closed', { isClosed: true }, plan(2), false],
    ['a risk goal', { kind: 'risk', plan: plan(2) }, plan(3), false],
  ])('%s', (_what, more, at, expected) => expect(goalsToReview([goal(more)], at)).toHaveLength(expected ? 1 : 0))

  test('keep the one that this very plan closed', () => {
    expect(goalsToReview([goal({ isClosed: true })], plan(2), new Set(['goal']))).toHaveLength(1)
  })
})

describe('the goals that are evaluated', () => {
  test.each<[string, Partial<GoalOfPlan>, PlanReference, boolean]>([
    ['a risk goal, at GIPS 4', { kind: 'risk', plan: plan(2) }, plan(4), true],
    ['a recovery goal, at GIPS 4', { kind: 'recovery', plan: plan(3, 2) }, plan(4), true],
    ['a work goal, at the next GIPS 4', { kind: 'followUp', plan: plan(4) }, plan(4, 2), true],
    ['a work goal, at its own GIPS 4', { kind: 'followUp', plan: plan(4) }, plan(4), false],
    ['a safety goal', {}, plan(4), false],
    ['an execution goal', { kind: 'execution' }, plan(4), false],
    ['a risk goal, at GIPS 3', { kind: 'risk', plan: plan(2) }, plan(3), false],
    ['a risk goal, at GIPS 5', { kind: 'risk', plan: plan(2) }, plan(5), false],
    ['a closed risk goal', { kind: 'risk', plan: plan(2), isClosed: true }, plan(4), false],
  ])('%s', (_what, more, at, expected) => expect(goalsToEvaluate([goal(more)], at)).toHaveLength(expected ? 1 : 0))

  test('stand with the risk goals first, then recovery, then work goals', () => {
    const kinds = ['followUp', 'recovery', 'risk'] as const
    const goals = kinds.map((kind) => goal({ id: kind, kind, plan: plan(kind === 'followUp' ? 4 : 2) }))
    expect(goalsToEvaluate(goals, plan(4, 2)).map(({ kind }) => kind)).toEqual(['risk', 'recovery', 'followUp'])
  })

  test('and those under review never overlap, are never of this or a later plan, and none is invented', () => {
    fc.assert(
      fc.property(fc.array(anyGoal), anyPlan, (goals, at) => {
        const [reviewed, evaluated] = [goalsToReview(goals, at), goalsToEvaluate(goals, at)]
        for (const each of [...reviewed, ...evaluated]) {
          expect(goals).toContain(each)
          expect(isEarlierPlan(each.plan, at) && each.isAdopted && !each.isClosed).toBe(true)
        }
        expect(reviewed.filter((each) => evaluated.includes(each))).toEqual([])
      }),
    )
  })
})

describe('safety goals under a 6', () => {
  const fennas = goal({ id: 'fenna', aboutMemberId: 'fenna' })
  const siems = goal({ id: 'siem', aboutMemberId: 'siem' })
  const common = goal({ id: 'common' })

  test.each<[string, Record<string, number | null>, string[]]>([
    ['nobody has a score yet', {}, ['fenna', 'common', 'siem']],
    ['everybody has a 6', { fenna: 6, siem: 6 }, ['fenna', 'common', 'siem']],
    ['Siem has a 5.9', { fenna: 7, siem: 5.9 }, ['common', 'siem', 'fenna']],
    ['nobody could judge Siem', { fenna: 7, siem: null }, ['fenna', 'common', 'siem']],
    ['somebody without a goal has a 3', { noor: 3 }, ['common', 'fenna', 'siem']],
  ])('stand on top when %s', (_when, scores, expected) => {
    const order = inReviewOrder([fennas, common, siems], new Map(Object.entries(scores)))
    expect(order.map(({ id }) => id)).toEqual(expected)
  })

  test('are reordered without losing or doubling one, and never stand below one that is safe', () => {
    fc.assert(
      fc.property(fc.array(anyGoal), anyScores, (goals, scores) => {
        const order = inReviewOrder(goals, scores)
        expect([...order].sort(byId)).toEqual([...goals].sort(byId))
        const flags = order.map((each) => isUnderSix(each, scores))
        expect(flags).toEqual([...flags].sort((one, other) => Number(other) - Number(one)))
      }),
    )
  })
})

test.each([
  ['open', plan(1), plan(2), true],
  ['overdue', plan(2), plan(4), true],
  ['done', plan(1), plan(2), false],
  ['closed', plan(1), plan(2), false],
  ['open', plan(2), plan(2), false],
  ['open', plan(4), plan(4, 2), true],
])('an agreement that is %s of %j stands at %j: %s', (state, of, at, expected) => {
  expect(isCarriedAgreement({ plan: of, state }, at)).toBe(expected)
})

function byId(one: GoalOfPlan, other: GoalOfPlan): number {
  return one.id.localeCompare(other.id)
}
