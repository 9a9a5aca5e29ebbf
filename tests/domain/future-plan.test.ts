import { describe, expect, test } from 'vitest'
import { type FuturePlan, usualEvaluations, whatFuturePlanLacks } from '@/lib/domain/future-plan'
import { FuturePlanForm } from '@/lib/domain/future-plan-forms'
import { readForm } from '@/lib/form-data'

const HELD_ON = '2026-08-31'
const complete: FuturePlan = { caseManagerId: 'nurse', firstOn: '2027-02-28', secondOn: '2027-08-31' }

describe('the year after GIPS 5', () => {
  test.each<[string, Partial<FuturePlan>, string[]]>([
    ['is complete with a case manager and two dates', {}, []],
    ['needs a case manager', { caseManagerId: null }, ['bar Wie is de casemanager in het jaar na dit plan?']],
    ['needs a first date', { firstOn: null }, ['bar Op welke twee dagen']],
    ['needs a second date', { secondOn: null }, ['bar Op welke twee dagen']],
    ['begins after the meeting', { firstOn: HELD_ON }, ['bar De eerste keer terugkijken is na het overleg.']],
    ['goes on after the first date', { secondOn: '2027-02-28' }, ['bar De tweede keer terugkijken is na de eerste.']],
    ['may look back a month early', { firstOn: '2027-01-28' }, []],
    ['asks twice about a date more than a month early', { firstOn: '2027-01-27' }, ['warning Terugkijken doen we']],
    ['asks twice about a date more than a month late', { secondOn: '2027-10-02' }, ['warning Terugkijken doen we']],
  ])('%s', (_what, given, expected) => {
    const found = whatFuturePlanLacks({ ...complete, ...given }, HELD_ON)
    expect(found.map(({ severity, sentence }) => `${severity} ${sentence}`)).toEqual(
      expected.map((start) => expect.stringContaining(start)),
    )
  })

  test.each([
    ['2026-08-31', { firstOn: '2027-02-28', secondOn: '2027-08-31' }],
    ['2027-08-31', { firstOn: '2028-02-29', secondOn: '2028-08-31' }],
    ['2028-02-29', { firstOn: '2028-08-29', secondOn: '2029-02-28' }],
  ])('is usually evaluated six and twelve months after %s', (heldOn, expected) => {
    expect(usualEvaluations(heldOn)).toEqual(expected)
  })

  test('keeps only what may hang on the wall', () => {
    const form = new FormData()
    form.set('planId', crypto.randomUUID())
    form.append('wall[]', 'future.rules')
    form.append('wall[]', 'future.relapsePlans')
    const read = readForm(FuturePlanForm, form)
    expect(read.ok).toBe(false)
    form.delete('wall[]')
    form.append('wall[]', 'future.rules')
    expect(readForm(FuturePlanForm, form)).toMatchObject({
      ok: true,
      input: { caseManagerId: null, firstOn: null, secondOn: null, wall: ['future.rules'] },
    })
  })
})
