import { describe, expect, test } from 'vitest'
import {
  getsRecoveryPlan,
  isChildKind,
  type RecoveryPerson,
  recoveryNote,
  recoveryOrder,
  withoutRecoveryPlan,
} from '@/lib/domain/recovery'

const person = (more: Partial<RecoveryPerson>): RecoveryPerson => ({
  id: 'fenna',
  name: 'Fenna',
  kind: 'child',
  isHere: false,
  elsewhere: [],
  hasMovedOut: false,
  hasDied: false,
  ...more,
})

describe('a recovery plan', () => {
  test.each([
    ['child', true, true],
    ['unborn', true, true],
    ['parent', true, false],
    ['stepParent', true, false],
    ['carer', false, false],
  ] as const)('of a %s: %s', (kind, gets, isChild) => {
    expect([getsRecoveryPlan(kind), isChildKind(kind)]).toEqual([gets, isChild])
  })

  test.each<[string, Partial<RecoveryPerson>, boolean]>([
    ['nobody made one', {}, true],
    ['this meeting makes one', { isHere: true }, false],
    ['an earlier meeting made one', { elsewhere: ['GIPS 3 – herstelplan'] }, false],
    ['the child lives elsewhere', { hasMovedOut: true }, true],
    ['the child died', { hasDied: true }, false],
    ['it is a carer, for whom one may be made', { kind: 'carer' }, false],
    ['it is not born yet', { kind: 'unborn' }, true],
  ])('is missing when %s: %j → %s', (_what, more, expected) => {
    expect(withoutRecoveryPlan([person(more)])).toHaveLength(expected ? 1 : 0)
  })
})

test('children stand first, then parents, then who cares for a child besides', () => {
  const kinds = ['carer', 'stepParent', 'unborn', 'parent', 'child'] as const
  expect(kinds.toSorted((one, other) => recoveryOrder(one) - recoveryOrder(other))).toEqual([
    'unborn',
    'child',
    'stepParent',
    'parent',
    'carer',
  ])
})

test.each<[Partial<RecoveryPerson>, string]>([
  [{}, ''],
  [{ hasMovedOut: true }, 'woont niet meer in het gezin'],
  [{ hasDied: true, hasMovedOut: true }, 'overleden; wat er staat, blijft bewaard'],
  [{ kind: 'unborn' }, 'nog niet geboren; het plan blijft hetzelfde na de geboorte'],
  [{ elsewhere: ['GIPS 3 – herstelplan'] }, 'heeft al een herstelplan in GIPS 3 – herstelplan'],
])('beside the name of %j stands “%s”', (more, note) => expect(recoveryNote(person(more))).toBe(note))
