import { describe, expect, test } from 'vitest'
import { nextPlan, repeatPlan } from '@/lib/domain/next-plan'
import type { PlanState } from '@/lib/domain/plan-state'

const plan = (kind: 'gips1' | 'gips2' | 'gips3' | 'gips4' | 'gips5', state: PlanState = 'definitive', ordinal = 1) => ({
  kind,
  state,
  ordinal,
})

describe('the next plan', () => {
  test.each([
    ['a new dossier begins with GIPS 1', [], { kind: 'gips1', ordinal: 1 }],
    ['GIPS 2 follows on a definitive GIPS 1', [plan('gips1')], { kind: 'gips2', ordinal: 1 }],
    ['nothing starts while a plan is being made', [plan('gips1', 'provisional')], null],
    ['nothing starts while an earlier plan is being revised', [plan('gips1', 'provisional'), plan('gips2')], null],
    [
      'GIPS 5 follows on the repeat of GIPS 4',
      [plan('gips4'), plan('gips4', 'definitive', 2)],
      { kind: 'gips5', ordinal: 1 },
    ],
    ['after GIPS 5 there is none', [plan('gips5')], null],
  ])('%s', (_what, plans, expected) => {
    expect(nextPlan(plans)).toEqual(expected)
  })
})

describe('the next plan after one that stayed at safety', () => {
  test.each([
    ['is another GIPS 2', [plan('gips1'), plan('gips2')], { kind: 'gips2', ordinal: 2 }],
    ['is a third one', [plan('gips2'), plan('gips2', 'definitive', 2)], { kind: 'gips2', ordinal: 3 }],
    ['waits until that is definitive', [plan('gips1'), plan('gips2', 'provisional')], null],
    ['is no matter of another plan', [plan('gips1')], { kind: 'gips2', ordinal: 1 }],
  ])('%s', (_what, plans, expected) => {
    expect(nextPlan(plans, true)).toEqual(expected)
  })
})

describe('the repeat of a plan', () => {
  test.each([
    ['GIPS 4 may be held again', [plan('gips4')], { kind: 'gips4', ordinal: 2 }],
    ['GIPS 3 a third time', [plan('gips3', 'definitive', 2)], { kind: 'gips3', ordinal: 3 }],
    ['GIPS 1 is held once', [plan('gips1')], null],
    ['not while it is being made', [plan('gips2', 'meeting')], null],
    ['not before there is a plan', [], null],
  ])('%s', (_what, plans, expected) => {
    expect(repeatPlan(plans)).toEqual(expected)
  })
})
