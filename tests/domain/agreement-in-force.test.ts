import { describe, expect, test } from 'vitest'
import { CloseAgreementForm, isForSafety, lackBeforeForce, PutInForceForm } from '@/lib/domain/agreement-in-force'
import type { GoalKind } from '@/lib/domain/goal'

const ID = '0198c2a0-0000-7000-8000-000000000001'
const when = { rhythm: 'once', dueOn: '2026-04-01' } as const

test.each<[GoalKind[], boolean]>([
  [['safety'], true],
  [['risk', 'safety'], true],
  [['risk'], false],
  [['execution', 'recovery', 'followUp'], false],
  [[], false],
])('an agreement for goals of the kinds %j may go in force early: %s', (kinds, may) => {
  expect(isForSafety(kinds)).toBe(may)
})

test.each([
  [{ text: 'Belt elke dag.', doers: 1, when }, null],
  [{ text: '  ', doers: 1, when }, /wat er is afgesproken/],
  [{ text: 'Belt elke dag.', doers: 0, when }, /wie het doet/],
  [{ text: 'Belt elke dag.', doers: 2, when: null }, /wanneer/],
])('of %j it says what is missing', (agreement, lack) => {
  const said = lackBeforeForce(agreement)
  if (lack === null) expect(said).toBeNull()
  else expect(said).toMatch(lack)
})

describe('the form', () => {
  test('says which agreements, in the version that the director looked at', () => {
    expect(PutInForceForm.parse({ planId: ID, agreements: [`${ID}:12`] })).toEqual({
      planId: ID,
      agreements: [{ id: ID, version: 12 }],
    })
  })

  test.each([[[]], [undefined], [[ID]], [[`${ID}:`]], [[`${ID}:x`]], ['alles']])('refuses %j', (agreements) => {
    expect(PutInForceForm.safeParse({ planId: ID, agreements }).error?.issues[0]?.path[0]).toBe('agreements')
  })

  test('closes with a reason of at most 2,000 characters', () => {
    const close = (reason: string) => CloseAgreementForm.safeParse({ planId: ID, agreementId: ID, reason })
    expect(close('Niet meer nodig.').success).toBe(true)
    for (const reason of ['', '  ', 'x'.repeat(2001), 'nul\u0000']) {
      expect(close(reason).error?.issues[0]?.path).toEqual(['reason'])
    }
  })
})
