import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatScore } from '@/lib/domain/score'
import { percentage, safetyScore } from '@/lib/domain/score-field'

const messageOf = (schema: typeof safetyScore | typeof percentage, typed: unknown) =>
  schema.safeParse(typed).error?.issues.map(({ message }) => message)

describe('a safety score', () => {
  test.each([
    ['6,5', 6.5],
    ['6.5', 6.5],
    [' 7 ', 7],
    ['0', 0],
    ['10', 10],
    ['10,0', 10],
    ['-0', 0],
    [0, 0],
    [9.9, 9.9],
    [10, 10],
  ])('takes %j as %d', (typed, score) => expect(safetyScore.parse(typed)).toBe(score))

  test.each([
    ['', 'Vul een cijfer in van 0 tot en met 10.'],
    ['  ', 'Vul een cijfer in van 0 tot en met 10.'],
    [undefined, 'Vul een cijfer in van 0 tot en met 10.'],
    [null, 'Vul een cijfer in van 0 tot en met 10.'],
    ['10,1', 'Het cijfer moet tussen 0 en 10 liggen.'],
    ['-1', 'Het cijfer moet tussen 0 en 10 liggen.'],
    [11, 'Het cijfer moet tussen 0 en 10 liggen.'],
    [-0.1, 'Het cijfer moet tussen 0 en 10 liggen.'],
    ['6,55', 'Een cijfer heeft hoogstens één getal achter de komma, zoals 6,5.'],
    ['6.10', 'Een cijfer heeft hoogstens één getal achter de komma, zoals 6,5.'],
    [6.55, 'Een cijfer heeft hoogstens één getal achter de komma, zoals 6,5.'],
    ['zes', 'Dit is geen cijfer. Vul een cijfer in van 0 tot en met 10, zoals 6 of 6,5.'],
    ['6,', 'Dit is geen cijfer. Vul een cijfer in van 0 tot en met 10, zoals 6 of 6,5.'],
    ['1e1', 'Dit is geen cijfer. Vul een cijfer in van 0 tot en met 10, zoals 6 of 6,5.'],
    ['0x5', 'Dit is geen cijfer. Vul een cijfer in van 0 tot en met 10, zoals 6 of 6,5.'],
    ['٥', 'Dit is geen cijfer. Vul een cijfer in van 0 tot en met 10, zoals 6 of 6,5.'],
    ['6 7', 'Dit is geen cijfer. Vul een cijfer in van 0 tot en met 10, zoals 6 of 6,5.'],
  ])('refuses %j with one clear sentence', (typed, sentence) =>
    expect(messageOf(safetyScore, typed)).toEqual([sentence]),
  )

  test.each([Number.NaN, Number.POSITIVE_INFINITY, {}, true])('refuses %s', (typed) => {
    expect(safetyScore.safeParse(typed).success).toBe(false)
  })

  test('each of the 101 possible scores survives being shown and typed again', () => {
    for (let tenths = 0; tenths <= 100; tenths += 1) {
      expect(safetyScore.parse(formatScore(tenths / 10))).toBe(tenths / 10)
    }
  })

  test('takes no text but those scores', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const result = safetyScore.safeParse(typed)
        return !result.success || (/^\s*-?\d+([.,]\d)?\s*$/.test(typed) && result.data >= 0 && result.data <= 10)
      }),
    )
  })
})

describe('a percentage', () => {
  test.each([
    ['70', 70],
    ['70%', 70],
    ['70 %', 70],
    [0, 0],
    ['100', 100],
  ])('takes %j as %d', (typed, value) => expect(percentage.parse(typed)).toBe(value))

  test.each([
    ['', 'Vul een percentage in van 0 tot en met 100.'],
    ['%', 'Vul een percentage in van 0 tot en met 100.'],
    ['101', 'Het percentage moet tussen 0 en 100 liggen.'],
    [-1, 'Het percentage moet tussen 0 en 100 liggen.'],
    ['33,3', 'Vul een heel percentage in, zonder komma.'],
    [0.5, 'Vul een heel percentage in, zonder komma.'],
    ['veel', 'Dit is geen percentage. Vul een heel getal in van 0 tot en met 100.'],
  ])('refuses %j', (typed, sentence) => expect(messageOf(percentage, typed)).toEqual([sentence]))
})

describe('a shown score', () => {
  test.each([
    [6, '6,0'],
    [6.25, '6,3'],
    [10, '10,0'],
    [0, '0,0'],
    [20 / 3, '6,7'],
    [5.949, '5,9'],
    [5.95, '5,9'],
    [5.999, '5,9'],
    [6.96, '6,9'],
    [7, '7,0'],
    [4.96, '5,0'],
  ])('of %d is %s: a mean under a limit never shows as the limit', (score, shown) => {
    expect(formatScore(score)).toBe(shown)
  })

  test('tells truly on which side of 6 and 7 it lies', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10, noNaN: true }), (score) => {
        const shown = Number(formatScore(score).replace(',', '.'))
        return shown >= 6 === score >= 6 && shown >= 7 === score >= 7 && Math.abs(shown - score) <= 0.1
      }),
    )
  })
})
