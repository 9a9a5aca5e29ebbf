import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/domain/calendar'
import {
  assessmentMean,
  currentScore,
  isStablySafe,
  lowestMember,
  memberScore,
  minimumRequirementsMet,
  type SafetyAssessment,
  type SafetyScore,
  scoresBeside,
  suspiciouslyHighAtStart,
} from '@/lib/domain/safety'

const gave = (
  scorerId: string,
  memberId: string,
  score: number | null,
  more: Partial<SafetyScore> = {},
): SafetyScore => ({
  scorerId,
  memberId,
  score,
  side: 'professional',
  situation: null,
  ...more,
})
const family = { side: 'family' } as const
const TODAY = '2026-12-31'

const firstRound = [
  gave('nurse', 'janna', 2),
  gave('police', 'janna', 3),
  gave('director', 'janna', 1),
  gave('nurse', 'mother', 3),
  gave('police', 'mother', 4),
  gave('director', 'mother', null),
]

describe('a member’s score', () => {
  test('is the mean of the professionals’ scores for that member', () => {
    expect(memberScore(firstRound, 'janna')).toBe(2)
    expect(memberScore(firstRound, 'mother')).toBe(3.5)
  })

  test.each([
    ['cannot judge', gave('chair', 'janna', null)],
    ['family', gave('mother', 'janna', 9, family)],
    ['network', gave('aunt', 'janna', 9, { side: 'network' })],
    ['another situation', gave('foster', 'janna', 9, { situation: 'in het pleeggezin' })],
    ['another member', gave('nurse', 'father', 9)],
  ])('is not moved by: %s', (_why, score) => expect(memberScore([...firstRound, score], 'janna')).toBe(2))

  test('does not exist when nobody could judge', () => {
    expect(
      memberScore([gave('nurse', 'janna', null), gave('foster', 'janna', 8, { situation: 'bij oma' })], 'janna'),
    ).toBeNull()
  })

  test('is exact: three times 6,9 and 7,1 is 7 and no hair less', () => {
    const scores = [6.9, 7.1, 6.9, 7.1].map((score, index) => gave(`p${index}`, 'janna', score))
    expect(memberScore(scores, 'janna')).toBe(7)
    expect(memberScore([gave('a', 'x', 0.1), gave('b', 'x', 0.2)], 'x')).toBe(0.15)
  })
})

describe('the score of an assessment', () => {
  test('is the mean over all professionals’ scores, each weighing the same', () => {
    expect(assessmentMean(firstRound)).toBe(2.6)
  })

  test('may hide an unsafe child, so the lowest member stands beside it', () => {
    const scores = [gave('a', 'older', 9), gave('b', 'older', 9), gave('a', 'younger', 2)]
    expect(assessmentMean(scores)).toBeGreaterThan(6)
    expect(lowestMember(scores, ['older', 'younger'])).toEqual({ memberId: 'younger', score: 2 })
  })

  test('takes the first of equals as lowest, and skips who has no score', () => {
    expect(lowestMember(firstRound, ['baby', 'mother', 'janna'])).toEqual({ memberId: 'janna', score: 2 })
    expect(lowestMember([gave('a', 'x', 5), gave('a', 'y', 5)], ['y', 'x'])).toEqual({ memberId: 'y', score: 5 })
    expect(lowestMember([], ['janna'])).toBeNull()
  })

  test('keeps what family and network gave beside it', () => {
    const beside = [gave('mother', 'janna', 7, family), gave('aunt', 'janna', 5, { side: 'network' })]
    expect(scoresBeside([...firstRound, ...beside, gave('father', 'janna', null, family)])).toEqual(beside)
  })

  test('lies between its lowest and highest score, wherever the others come from', () => {
    const score = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10)
    const others = fc.record({
      score: fc.option(score),
      side: fc.constantFrom('family' as const, 'network' as const),
      situation: fc.option(fc.constant('als hij thuis komt')),
    })
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), fc.array(others), (professional, beside) => {
        const own = professional.map((each, index) => gave(`p${index}`, 'janna', each))
        const rest = beside.map((each, index) => gave(`f${index}`, 'janna', each.score, each))
        const mean = assessmentMean([...rest, ...own])
        return (
          mean === assessmentMean(own) &&
          mean !== null &&
          mean >= Math.min(...professional) &&
          mean <= Math.max(...professional)
        )
      }),
    )
  })
})

describe('the minimum requirements', () => {
  const sixes = [gave('nurse', 'janna', 6), gave('police', 'janna', 6), gave('nurse', 'mother', 6.5)]
  const asked = { scores: sixes, assessedMembers: ['janna', 'mother'], directorConfirmed: true, answeredUnderSix: [] }

  test('are met from a 6 for every assessed member, once the director confirmed it', () => {
    expect(minimumRequirementsMet(asked)).toEqual({ isMet: true, reasons: [] })
  })

  test('are not met while the director has not confirmed', () => {
    expect(minimumRequirementsMet({ ...asked, directorConfirmed: false })).toEqual({
      isMet: false,
      reasons: [{ kind: 'notConfirmed' }],
    })
  })

  test('are not met when one member is a hair under 6', () => {
    const scores = [...sixes, gave('foster', 'janna', 5.9)]
    const verdict = minimumRequirementsMet({
      ...asked,
      scores,
      answeredUnderSix: [{ memberId: 'janna', scorerId: 'foster' }],
    })
    expect(verdict.isMet).toBe(false)
    expect(verdict.reasons).toMatchObject([{ kind: 'memberUnderSix', memberId: 'janna' }])
  })

  test('wait for a written answer to a single score under 6, also when the mean is high', () => {
    const scores = [...sixes, gave('foster', 'janna', 9), gave('school', 'janna', 5)]
    expect(minimumRequirementsMet({ ...asked, scores }).reasons).toEqual([
      { kind: 'underSixUnanswered', memberId: 'janna', scorerId: 'school', score: 5 },
    ])
    const answeredUnderSix = [{ memberId: 'janna', scorerId: 'school' }]
    expect(minimumRequirementsMet({ ...asked, scores, answeredUnderSix }).isMet).toBe(true)
    expect(
      minimumRequirementsMet({ ...asked, scores, answeredUnderSix: [{ memberId: 'mother', scorerId: 'school' }] })
        .isMet,
    ).toBe(false)
  })

  test('are not met for a member whom nobody could judge, nor when nobody is assessed', () => {
    expect(minimumRequirementsMet({ ...asked, assessedMembers: ['janna', 'brother'] }).reasons).toEqual([
      { kind: 'memberNotScored', memberId: 'brother' },
    ])
    expect(minimumRequirementsMet({ ...asked, assessedMembers: [] }).reasons).toEqual([{ kind: 'nobodyAssessed' }])
  })

  test('are not touched by the family’s scores, by other situations, or by who was dropped', () => {
    const scores = [
      ...sixes,
      gave('father', 'janna', 2, family),
      gave('nurse', 'mother', 3, { situation: 'als vader vrijkomt' }),
      gave('nurse', 'father', 1),
    ]
    expect(minimumRequirementsMet({ ...asked, scores }).isMet).toBe(true)
  })

  test('are never met with an assessed member under 6, whatever the others give', () => {
    const score = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10)
    fc.assert(
      fc.property(fc.array(score), fc.integer({ min: 0, max: 59 }), (others, low) => {
        const scores = [
          gave('nurse', 'younger', low / 10),
          ...others.map((each, index) => gave(`p${index}`, 'older', each)),
        ]
        const answeredUnderSix = scores.map(({ memberId, scorerId }) => ({ memberId, scorerId }))
        return !minimumRequirementsMet({
          scores,
          assessedMembers: ['older', 'younger'],
          directorConfirmed: true,
          answeredUnderSix,
        }).isMet
      }),
    )
  })
})

test.each([
  [[5.9], false],
  [[6], true],
  [[2, 10], true],
  [[2, 9.9], false],
  [[], false],
])('scores %j at GIPS 1 ask whether this is the right family: %s', (scores, expected) => {
  expect(suspiciouslyHighAtStart(scores.map((score, index) => gave(`p${index}`, 'janna', score)))).toBe(expected)
})

const assessment = (heldOn: string, scores: SafetyScore[], more: Partial<SafetyAssessment> = {}): SafetyAssessment => ({
  id: `on-${heldOn}`,
  kind: 'meeting',
  planKind: 'gips1',
  label: 'GIPS 1',
  heldOn,
  closedAt: `${heldOn}T11:00:00Z`,
  assessedMembers: ['janna', 'mother'],
  scores,
  ...more,
})
const all = (professional: number, own: number | null = professional) => [
  gave('nurse', 'janna', professional),
  gave('nurse', 'mother', professional),
  ...(own === null ? [] : [gave('mother', 'janna', own, family)]),
]

describe('the current score', () => {
  test('is that of the latest closed assessment, with kind, date and lowest member', () => {
    const extra = { kind: 'extra', label: 'extra inschatting', planKind: null } as const
    expect(
      currentScore([
        assessment('2026-03-03', all(6)),
        assessment('2026-04-01', firstRound, extra),
        assessment('2026-01-02', all(3)),
      ]),
    ).toEqual({
      assessmentId: 'on-2026-04-01',
      kind: 'extra',
      label: 'extra inschatting',
      heldOn: '2026-04-01',
      mean: 2.6,
      lowest: { memberId: 'janna', score: 2 },
    })
  })

  test('does not come from an assessment that is still open', () => {
    expect(
      currentScore([assessment('2026-01-02', all(3)), assessment('2026-03-03', all(8), { closedAt: null })])?.mean,
    ).toBe(3)
  })

  test('stays when a later assessment yields no figure that counts', () => {
    const empty = assessment('2026-05-01', [
      gave('nurse', 'janna', null),
      gave('nurse', 'janna', 9, { situation: 'bij oma' }),
    ])
    expect(currentScore([assessment('2026-01-02', all(3)), empty])?.mean).toBe(3)
  })

  test('is the last one closed of two on the same day', () => {
    const early = assessment('2026-03-03', all(5), { closedAt: '2026-03-03T12:00:00+01:00' })
    const late = assessment('2026-03-03', all(4), { closedAt: '2026-03-03T11:30:00Z' })
    expect(currentScore([late, early])?.mean).toBe(4)
  })

  test('does not exist before the first', () => expect(currentScore([])).toBeNull())
})

describe('safety is stable', () => {
  const stable = (...assessments: SafetyAssessment[]) => isStablySafe(assessments, TODAY)

  test('after two 7s from professionals and family within six months', () => {
    expect(stable(assessment('2026-01-15', all(7)), assessment('2026-07-15', all(7)))).toBe(true)
  })

  test.each([
    ['one 7 alone', [assessment('2026-01-15', all(7))]],
    ['six months and a day apart', [assessment('2026-01-15', all(7)), assessment('2026-07-16', all(7))]],
    ['a professionals’ 6,9', [assessment('2026-01-15', all(7)), assessment('2026-03-15', all(6.9, 8))]],
    ['a family member’s 6', [assessment('2026-01-15', all(7)), assessment('2026-03-15', all(8, 6))]],
    ['the family never scored', [assessment('2026-01-15', all(8, null)), assessment('2026-03-15', all(8, null))]],
    [
      'a dip between two good ones',
      [assessment('2026-01-15', all(8)), assessment('2026-02-15', all(5)), assessment('2026-03-15', all(8))],
    ],
    [
      'a dip afterwards',
      [assessment('2026-01-15', all(8)), assessment('2026-03-15', all(8)), assessment('2026-05-15', all(6))],
    ],
    [
      'the second is not closed',
      [assessment('2026-01-15', all(8)), assessment('2026-03-15', all(8), { closedAt: null })],
    ],
    ['the second is yet to come', [assessment('2026-10-15', all(8)), assessment('2027-01-15', all(8))]],
    [
      'one member without a score',
      [
        assessment('2026-01-15', all(8)),
        assessment('2026-03-15', all(8), { assessedMembers: ['janna', 'mother', 'brother'] }),
      ],
    ],
  ])('not with: %s', (_why, assessments) => expect(stable(...assessments)).toBe(false))

  test('also when an assessment without the family lies between, which neither counts nor breaks', () => {
    expect(
      stable(
        assessment('2026-01-15', all(7)),
        assessment('2026-02-15', all(8, null)),
        assessment('2026-03-15', all(7)),
      ),
    ).toBe(true)
  })

  test('and stays so at a later good one, however late', () => {
    expect(
      stable(assessment('2025-01-15', all(7)), assessment('2025-03-15', all(7)), assessment('2026-03-15', all(7))),
    ).toBe(true)
  })

  test('not by a high mean that hides a child', () => {
    const hiding = [gave('nurse', 'mother', 10), gave('nurse', 'janna', 6.9), gave('mother', 'janna', 9, family)]
    expect(stable(assessment('2026-01-15', hiding), assessment('2026-03-15', hiding))).toBe(false)
  })

  test('in whatever order the assessments are given', () => {
    const score = fc.integer({ min: 60, max: 80 }).map((tenths) => tenths / 10)
    const series = fc.uniqueArray(
      fc.record({ after: fc.integer({ min: 0, max: 300 }), score, own: fc.option(score) }),
      {
        selector: ({ after }) => after,
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(series, (each) => {
        const made = each.map(({ after, score: given, own }) =>
          assessment(addDays('2026-01-01', after), all(given, own)),
        )
        return isStablySafe(made, TODAY) === isStablySafe([...made].reverse(), TODAY)
      }),
    )
  })
})
