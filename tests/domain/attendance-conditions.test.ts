import { expect, test } from 'vitest'
import { type AttendanceConditions, mayAdmitParent, whyNotAdmitted } from '@/lib/domain/attendance-conditions'

const given = (
  minimum: boolean | null,
  relation: boolean | null,
  difference: boolean | null,
): AttendanceConditions => ({
  meetsMinimum: minimum,
  relationIsGood: relation,
  bearsDifference: difference,
})

test.each([
  ['all three', given(true, true, true), true],
  ['no minimum', given(false, true, true), false],
  ['no good relation', given(true, false, true), false],
  ['no bearing of difference', given(true, true, false), false],
  ['one that nobody judged', given(true, null, true), false],
  ['none judged', given(null, null, null), false],
])('with %s a parent is at the table of GIPS 3: only then', (_what, conditions, expected) => {
  expect(mayAdmitParent('gips3', conditions)).toBe(expected)
  expect(whyNotAdmitted('Noor', conditions) === null).toBe(expected)
  expect([mayAdmitParent('gips4', conditions), mayAdmitParent('gips5', conditions)]).toEqual([true, true])
  expect([mayAdmitParent('gips1', conditions), mayAdmitParent('gips2', conditions)]).toEqual([false, false])
})

test.each([
  [given(false, true, true), 'Noor doet nog niet mee aan het overleg: de bodemeisen zijn nog niet gehaald.'],
  [
    given(false, true, null),
    'Noor doet nog niet mee aan het overleg: de bodemeisen zijn nog niet gehaald en de ouders kunnen nog niet naar elkaar luisteren en het oneens zijn.',
  ],
  [
    given(false, false, false),
    'Noor doet nog niet mee aan het overleg: de bodemeisen zijn nog niet gehaald, de samenwerking met deze ouder is nog niet goed en de ouders kunnen nog niet naar elkaar luisteren en het oneens zijn.',
  ],
])('why not is said in one sentence: %j', (conditions, sentence) => {
  expect(whyNotAdmitted('Noor', conditions)).toBe(sentence)
})
