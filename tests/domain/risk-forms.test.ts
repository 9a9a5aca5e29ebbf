import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { RISK_PRESENCES } from '@/lib/domain/risk-assessment'
import { SaveRiskFacts, SaveRiskMarks } from '@/lib/domain/risk-forms'

describe('what the browser sends', () => {
  const marks = { presence: 'present', isCrucial: true, isChangeable: false, aboutMemberId: null, base: 0 }

  test.each(RISK_PRESENCES)('may say %s', (presence) => {
    expect(SaveRiskMarks.parse({ ...marks, presence })).toMatchObject({ presence, after: null })
  })

  test.each([
    ['another word', { presence: 'perhaps' }],
    ['somebody who is no id', { aboutMemberId: 'Sanne' }],
    ['no version', { base: -1 }],
  ])('is refused with %s', (_what, wrong) => {
    expect(SaveRiskMarks.safeParse({ ...marks, ...wrong }).success).toBe(false)
  })

  test('holds facts of any length that a person types, and no hidden characters', () => {
    const save = (text: string) => SaveRiskFacts.safeParse({ text, base: 0, saveId: v7() }).success
    expect([save(''), save('x'.repeat(20_000)), save('x'.repeat(20_001)), save('x\0')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
