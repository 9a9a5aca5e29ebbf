import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isUnseen,
  progressOf,
  progressWords,
  ROUND_MOVES,
  ROUND_STATES,
  type RoundMove,
  type RoundState,
  scoresThatCount,
  stateAfter,
  takesOwnFigure,
  whyNot,
} from '@/lib/domain/score-round'
import { MoveRound } from '@/lib/domain/score-round-forms'

const anyMoves = fc.array(fc.constantFrom(...ROUND_MOVES), { maxLength: 30 })
const endOf = (moves: readonly RoundMove[]) =>
  moves.reduce<RoundState>((state, move) => stateAfter(state, move) ?? state, 'none')

describe('a round of unseen scores', () => {
  test.each([
    ['none', 'open', 'open'],
    ['none', 'reveal', null],
    ['none', 'stop', null],
    ['open', 'open', null],
    ['open', 'reveal', 'revealed'],
    ['open', 'stop', 'stopped'],
    ['revealed', 'open', 'open'],
    ['revealed', 'reveal', null],
    ['revealed', 'stop', null],
    ['stopped', 'open', 'open'],
    ['stopped', 'reveal', null],
    ['stopped', 'stop', null],
  ] as const)('that is %s goes by "%s" to %s', (state, move, next) => {
    expect(stateAfter(state, move)).toBe(next)
    // Whoever cannot do it reads why; whoever can reads nothing.
    expect(whyNot(state, move) === null).toBe(next !== null)
  })

  test('is unseen in one state only, and takes no figure from a seat in another', () => {
    expect(ROUND_STATES.filter(isUnseen)).toEqual(['open'])
    expect(ROUND_STATES.filter((state) => !takesOwnFigure(state))).toEqual(['revealed'])
  })

  test('is revealed by no way but a reveal, and then only from open', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        let state: RoundState = 'none'
        for (const move of moves) {
          const next = stateAfter(state, move)
          if (next === 'revealed') expect([state, move]).toEqual(['open', 'reveal'])
          state = next ?? state
        }
      }),
    )
  })

  test('can be opened again after every end, whatever went before', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const last = endOf(moves)
        expect(stateAfter(last, 'open') ?? last).toBe('open')
      }),
    )
  })
})

describe('how many have given', () => {
  const seat = (id: string | null, given: number, asked = 2) => ({ id, asked, given })

  test.each([
    [[], { given: 0, expected: 0, waitingFor: [] }, 'Er is nog niemand van wie we cijfers verwachten.'],
    [[seat('a', 2)], { given: 1, expected: 1, waitingFor: [] }, 'Het cijfer is gegeven.'],
    [
      [seat('a', 2), seat('b', 1), seat('c', 0)],
      { given: 1, expected: 3, waitingFor: ['b', 'c'] },
      '1 van de 3 mensen gaf hun cijfers.',
    ],
    [
      [seat(null, 2), seat(null, 2), seat(null, 1)],
      { given: 2, expected: 3, waitingFor: [] },
      '2 van de 3 mensen gaven hun cijfers.',
    ],
    [[seat('a', 2), seat('b', 2)], { given: 2, expected: 2, waitingFor: [] }, 'Alle 2 mensen gaven hun cijfers.'],
    // Nobody is on the list for this seat: it holds nothing up.
    [[seat('a', 0, 0), seat('b', 2)], { given: 1, expected: 1, waitingFor: [] }, 'Het cijfer is gegeven.'],
  ])('of %j is %j', (seats, progress, words) => {
    expect(progressOf(seats)).toEqual(progress)
    expect(progressWords(progress)).toBe(words)
  })

  test('never exceeds who is asked, and names who is waited for only where their seats are known', () => {
    const anySeat = fc.record({ id: fc.option(fc.uuid()), asked: fc.nat(4), given: fc.nat(4) })
    fc.assert(
      fc.property(fc.array(anySeat), (seats) => {
        const { given, expected, waitingFor } = progressOf(seats)
        expect(given).toBeLessThanOrEqual(expected)
        expect(waitingFor.length).toBeLessThanOrEqual(expected - given)
        if (seats.every(({ id }) => id !== null)) expect(waitingFor).toHaveLength(expected - given)
      }),
    )
  })
})

test('no score counts on a screen while scores are unseen, and never one that was held back', () => {
  const scores = [{ score: '3' }, { score: '8', isHeldBack: true }]
  expect(scoresThatCount({ isUnseen: true, scores })).toEqual([])
  expect(scoresThatCount({ isUnseen: false, scores })).toEqual([{ score: '3' }])
})

test.each([
  [{ move: 'open' }, true],
  [{ move: 'reveal' }, true],
  [{ move: 'close' }, false],
  [{}, false],
])('a request %j is taken: %s', (body, isTaken) => {
  expect(MoveRound.safeParse(body).success).toBe(isTaken)
})
