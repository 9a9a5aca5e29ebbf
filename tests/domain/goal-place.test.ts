import { describe, expect, test } from 'vitest'
import type { GoalKind } from '@/lib/domain/goal'
import { agreementStandsAt, goalStandsAt } from '@/lib/domain/goal-place'

const goal = (kind: GoalKind, aboutMemberId: string | null = null, concernId: string | null = null) => ({
  kind,
  aboutMemberId,
  concernId,
})
const fennas = { key: 'childRecovery.goals:fenna', about: { id: 'fenna', name: 'Fenna', isChild: true } }
const noors = { key: 'parentRecovery.goals:noor', about: { id: 'noor', name: 'Noor', isChild: false } }
const [extra, rest, all] = [{ key: 'safety.extraGoals' }, { key: 'careful.goals' }, { key: 'goals.list' }]

describe('a goal stands at', () => {
  test.each([
    ['an extra safety goal', goal('safety'), [extra]],
    ['a safety goal of a concern', goal('safety', null, 'crying'), [rest, all]],
    ['Fenna’s recovery goal', goal('recovery', 'fenna', 'sleep'), [fennas, all]],
    ['Noor’s recovery goal', goal('recovery', 'noor'), [noors, all]],
    ['a goal for careful execution about Fenna', goal('execution', 'fenna'), [rest, all]],
  ])('%s', (_what, given, places) => {
    const found = [extra, fennas, noors, rest, all].filter((item) => goalStandsAt(given, item))
    expect(found).toEqual(places.toSorted((a, b) => found.indexOf(a) - found.indexOf(b)))
  })
})

describe('an agreement stands with', () => {
  test.each([
    ['extra safety goals alone', [goal('safety')], [extra]],
    ['an extra safety goal and a recovery goal', [goal('safety'), goal('recovery', 'fenna')], [fennas, all]],
    ['goals of careful execution', [goal('execution')], [rest, all]],
    ['no goal yet', [], [rest, all]],
  ])('%s', (_what, goals, places) => {
    const found = [extra, fennas, noors, rest, all].filter((item) => agreementStandsAt(goals, item))
    expect(found).toEqual(places)
  })
})
