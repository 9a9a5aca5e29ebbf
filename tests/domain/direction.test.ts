import { describe, expect, test } from 'vitest'
import { isElsewhere, lacksForSeven } from '@/lib/domain/direction'
import type { SafetyAssessment, SafetyScore, ScoreSide } from '@/lib/domain/safety'

const members = [
  { id: 'noor', firstName: 'Noor' },
  { id: 'anna', firstName: 'Anna' },
]
const score = (side: ScoreSide, memberId: string, value: number | null, scorerId = 'a'): SafetyScore => ({
  side,
  memberId,
  scorerId,
  score: value,
  situation: null,
})
const both: SafetyScore[] = [
  score('professional', 'noor', 7),
  score('professional', 'noor', 8, 'b'),
  score('professional', 'anna', 7),
  score('family', 'noor', 7, 'anna'),
]
const assessment = (given: Partial<SafetyAssessment> = {}): SafetyAssessment => ({
  id: 'one',
  kind: 'meeting',
  planKind: 'gips4',
  label: 'GIPS 4',
  heldOn: '2026-03-01',
  closedAt: '2026-03-01T12:00:00Z',
  assessedMembers: ['noor', 'anna'],
  scores: both,
  ...given,
})
const without = (out: SafetyScore) => both.filter((each) => each !== out)

describe('a 7 from team and family both', () => {
  test.each<[string, SafetyAssessment[], RegExp | null]>([
    ['was given', [assessment()], null],
    ['was not given before the first assessment', [], /nog geen veiligheidscijfer/],
    [
      'was not given in an assessment that is still open',
      [assessment({ closedAt: null })],
      /nog geen veiligheidscijfer/,
    ],
    ['was not given where nobody was assessed', [assessment({ assessedMembers: [] })], /niemand een cijfer/],
    [
      'was not given with a professionals’ mean just under it',
      [assessment({ scores: [...both, score('professional', 'noor', 5.9, 'c')] })],
      /Noor heeft van de professionals/,
    ],
    [
      'was not given where one member is under it, whatever the mean of all',
      [
        assessment({
          scores: [...both, score('professional', 'noor', 10, 'c'), score('professional', 'anna', 6.8, 'b')],
        }),
      ],
      /Anna heeft van de professionals/,
    ],
    [
      'was not given by the family where one of them gave less',
      [assessment({ scores: [...both, score('family', 'noor', 6, 'bram')] })],
      /Uit het gezin kreeg Noor een 6/,
    ],
    [
      'was not given by a family that was not asked',
      [assessment({ scores: without(both[3] as SafetyScore) })],
      /niemand uit het gezin een cijfer/,
    ],
    [
      'was not given where nobody could judge one member',
      [assessment({ scores: without(both[2] as SafetyScore) })],
      /geen professional een cijfer voor Anna/,
    ],
    [
      'does not come from the network',
      [assessment({ scores: [...without(both[3] as SafetyScore), score('network', 'noor', 9, 'oma')] })],
      /niemand uit het gezin een cijfer/,
    ],
    [
      'does not come from an earlier assessment',
      [assessment(), assessment({ id: 'two', heldOn: '2026-04-01', scores: [score('professional', 'noor', 4)] })],
      /Noor heeft van de professionals een 4/,
    ],
    [
      'comes from the latest assessment, also an extra one',
      [
        assessment({ scores: [score('professional', 'noor', 4)] }),
        assessment({ id: 'two', kind: 'extra', planKind: null, heldOn: '2026-04-01' }),
      ],
      null,
    ],
    [
      'stays out of what was said of another situation',
      [
        assessment({
          scores: [...both, { ...score('family', 'noor', 2, 'bram'), situation: 'als papa weer thuis woont' }],
        }),
      ],
      null,
    ],
  ])('%s', (_what, assessments, lack) => {
    const lacks = lacksForSeven(assessments, members)
    if (lack === null) {
      expect(lacks).toEqual([])
    } else {
      expect(lacks.join('\n')).toMatch(lack)
    }
  })
})

test.each([
  ['De Brug', 'De Brug', false],
  ['De Brug', 'De Kade', true],
  ['De Brug', null, true],
  [null, 'De Kade', false],
  [null, null, false],
])('directed by %s, somebody of %s works elsewhere: %s', (directing, organisation, expected) => {
  expect(isElsewhere(directing, organisation)).toBe(expected)
})
