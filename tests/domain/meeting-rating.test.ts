import { describe, expect, test } from 'vitest'
import { meanRating, RatingForm } from '@/lib/domain/meeting-rating'

test.each([
  [[], null],
  [[null, null], null],
  [[{ score: 8 }], 8],
  [[{ score: 7.5 }, null, { score: 8 }], 7.75],
  [[{ score: 0 }, { score: 10 }], 5],
])('the mean of %j is %j: who said nothing yet does not count', (ratings, mean) => {
  expect(meanRating(ratings)).toBe(mean)
})

describe('the form', () => {
  const typed = { plan: 'gips-1', score: '7,5', wentWell: '', better: 'Korter.' }

  test('takes a figure with a comma, and texts that may stay empty', () => {
    expect(RatingForm.parse(typed)).toEqual({ plan: 'gips-1', score: 7.5, wentWell: null, better: 'Korter.' })
  })

  test.each([
    ['score', ''],
    ['score', '11'],
    ['score', '-1'],
    ['score', '7,55'],
    ['score', 'acht'],
    ['wentWell', 'x'.repeat(2001)],
    ['better', 'nul\u0000'],
    ['participantId', 'niemand'],
  ])('says at %s what is wrong with %j', (field, value) => {
    const { error } = RatingForm.safeParse({ ...typed, [field]: value })
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  })
})
