import { describe, expect, test } from 'vitest'
import { findingsOf, type GoalFindings, goalStanding, newSince } from '@/lib/domain/dashboard-goals'

const goal = (more: Partial<GoalFindings> = {}): GoalFindings => ({
  closedOn: null,
  evaluations: [],
  reviews: [],
  verdicts: [],
  ...more,
})
const percents = (planId: string, ...given: number[]) => given.map((percent) => ({ planId, percent }))
const fourth = { planId: 'fourth', isGoodEnough: true }

describe('how a goal stands', () => {
  test.each<[string, Partial<GoalFindings>, string, string]>([
    ['nothing was found yet', {}, 'mee bezig', 'neutral'],
    ['it was reviewed', { reviews: [{ planId: 'second', result: 'partly' }] }, 'deels bereikt', 'warning'],
    [
      'it was reviewed twice: the last one counts',
      {
        reviews: [
          { planId: 'second', result: 'notReached' },
          { planId: 'third', result: 'reached' },
        ],
      },
      'bereikt',
      'success',
    ],
    [
      'it was evaluated, with the extremes',
      { evaluations: percents('fourth', 50, 90) },
      '70 % (van 50 % tot 90 %) bereikt',
      'warning',
    ],
    [
      'it was good enough',
      { evaluations: percents('fourth', 80), verdicts: [fourth] },
      '80 % bereikt, goed genoeg',
      'success',
    ],
    [
      'it was good enough before, and is less now',
      { evaluations: [...percents('fourth', 80), ...percents('again', 40)], verdicts: [fourth] },
      '40 % bereikt',
      'warning',
    ],
    ['it was closed', { closedOn: '2026-05-01' }, 'afgesloten', 'neutral'],
    [
      'it was closed with a result',
      { closedOn: '2026-05-01', evaluations: percents('fourth', 100), verdicts: [fourth] },
      'afgesloten, 100 % bereikt, goed genoeg',
      'neutral',
    ],
  ])('when %s', (_when, more, words, tone) => expect(goalStanding(goal(more), 'active')).toEqual({ words, tone }))

  test('when the dossier closed before anybody looked back', () => {
    expect(goalStanding(goal(), 'closed').words).toBe('open gebleven')
    expect(goalStanding(goal({ reviews: [{ planId: 'second', result: 'partly' }] }), 'closed').words).toBe(
      'deels bereikt',
    )
  })
})

test('each meeting tells what it found, in the order of the plans, those that the viewer may know of', () => {
  const found = goal({
    reviews: [{ planId: 'second', result: 'partly' }],
    evaluations: [...percents('fourth', 60), ...percents('hidden', 10)],
    verdicts: [fourth],
  })
  const plans = [
    { id: 'second', kind: 'gips2', ordinal: 1 },
    { id: 'third', kind: 'gips3', ordinal: 1 },
    { id: 'fourth', kind: 'gips4', ordinal: 2 },
  ] as const
  expect(findingsOf(found, plans)).toEqual([
    { meeting: 'GIPS 2', words: 'deels bereikt' },
    { meeting: 'GIPS 4 (2)', words: '60 % bereikt, goed genoeg' },
  ])
})

test.each<[string, { isAdded: boolean; adoptedOn: string }, string, string | null]>([
  ['came today', { isAdded: true, adoptedOn: '2026-05-20' }, 'active', '2026-05-20'],
  ['came thirteen days ago', { isAdded: true, adoptedOn: '2026-05-07' }, 'active', '2026-05-07'],
  ['came fourteen days ago', { isAdded: true, adoptedOn: '2026-05-06' }, 'active', null],
  ['came with its plan', { isAdded: false, adoptedOn: '2026-05-20' }, 'active', null],
  ['came before the dossier closed', { isAdded: true, adoptedOn: '2026-05-20' }, 'closed', null],
])('whether a goal is new that %s', (_which, kept, familyState, since) => {
  expect(newSince(kept, { familyState, today: '2026-05-20' })).toBe(since)
})
