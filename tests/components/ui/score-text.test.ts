import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseScoreText, scoreText, stepScore } from '@/components/ui/score-text'

const range = { min: 0, max: 10 }
const tenths = fc.integer({ min: 0, max: 100 }).map((value) => value / 10)

describe('a typed score', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['10', 10],
    ['6,5', 6.5],
    [' 6.5 ', 6.5],
    ['6,55', 'invalid'],
    ['10,1', 'invalid'],
    ['-1', 'invalid'],
    ['zes', 'invalid'],
    ['1e1', 'invalid'],
    ['٦', 'invalid'],
  ])('%j is read as %j', (text, value) => {
    expect(parseScoreText(text, range)).toBe(value)
  })

  test('is read back as it was written, whatever it is', () => {
    fc.assert(fc.property(tenths, (value) => parseScoreText(scoreText(value), range) === value))
  })

  test('never leaves its range by steps, and keeps one decimal', () => {
    fc.assert(
      fc.property(tenths, fc.constantFrom(0.5, -0.5, 1, -1), (value, step) => {
        const next = stepScore(scoreText(value), step, range)
        return next >= 0 && next <= 10 && parseScoreText(scoreText(next), range) === next
      }),
    )
  })

  test('that is empty or no number steps from the middle', () => {
    expect(stepScore('', 0.5, range)).toBe(5)
    expect(stepScore('zes', -1, range)).toBe(5)
  })
})
