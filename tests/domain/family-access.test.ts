import { expect, test } from 'vitest'
import { accountRoleOf, GiveAccessForm, needsAgreement } from '@/lib/domain/family-access'

const TODAY = '2026-03-03'

test.each([
  ['child', '2010-03-04', true],
  ['child', '2010-03-03', false],
  ['child', '2008-02-29', false],
  ['child', null, true],
  ['parent', '2011-01-01', false],
  ['parent', null, false],
  ['carer', null, false],
] as const)('a %s born on %s: agreement needed is %s', (kind, birthDate, expected) => {
  expect(needsAgreement(kind, birthDate, TODAY)).toBe(expected)
})

test.each([
  ['child', 'child'],
  ['unborn', null],
  ['parent', 'parent'],
  ['stepParent', 'parent'],
  ['carer', 'carer'],
] as const)('a %s gets the account of a %s', (kind, role) => expect(accountRoleOf(kind)).toBe(role))

test.each([
  [{ agreement: 'agreed', agreedOn: '' }, 'agreedOn'],
  [{ agreement: 'overruled', overruledReason: ' ' }, 'overruledReason'],
])('%j is not enough', (given, field) => {
  const memberId = '0190a000-0000-7000-8000-000000000002'
  expect(GiveAccessForm.safeParse({ memberId, language: 'nl', ...given }).error?.issues[0]?.path).toEqual([field])
})
