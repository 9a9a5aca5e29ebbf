import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '@/lib/domain/calendar'
import { formatDate } from '@/lib/domain/plain-date'
import { isStablySafe, type SafetyAssessment, type ScoreSide, towardsStable } from '@/lib/domain/safety'
import { stabilityOf } from '@/lib/domain/safety-course'

const members = [
  { id: 'janna', firstName: 'Janna' },
  { id: 'mother', firstName: 'Petra' },
]
const today = '2026-09-01'

function assessment(heldOn: string, scores: [string, number | null, ScoreSide?][]): SafetyAssessment {
  return {
    id: heldOn,
    kind: 'meeting',
    planKind: 'gips1',
    label: `Overleg ${heldOn}`,
    heldOn,
    closedAt: `${heldOn}T12:00:00Z`,
    assessedMembers: ['janna', 'mother'],
    scores: scores.map(([memberId, score, side = 'professional'], index) => ({
      memberId,
      scorerId: `scorer ${index}`,
      side,
      score,
      situation: null,
    })),
  }
}

const good = (heldOn: string) =>
  assessment(heldOn, [
    ['janna', 8],
    ['mother', 7],
    ['janna', 7, 'family'],
  ])

const twice = 'Nodig: nog twee keer iedereen een 7 of hoger, met hoogstens een half jaar ertussen.'
const onceMore = (until: string) => `Nodig: nog één keer iedereen een 7 of hoger, uiterlijk ${until}.`

describe('what stable safety still lacks', () => {
  const lacks = (assessments: SafetyAssessment[], seesEverything = true) =>
    stabilityOf(assessments, members, today, seesEverything)
  const low = assessment('2026-08-01', [
    ['janna', 6.9],
    ['mother', 7],
    ['mother', 5, 'family'],
    ['mother', 6, 'family'],
  ])
  const lowSentences = [
    'Janna heeft van de professionals een 6,9 (Overleg 2026-08-01); nodig is een 7.',
    'Uit het gezin kreeg Petra een 5,0 (Overleg 2026-08-01).',
  ]
  const gap = assessment('2026-08-20', [['janna', 8]])
  const gapSentences = [
    'Bij Overleg 2026-08-20 gaf geen professional een cijfer voor Petra.',
    'Bij Overleg 2026-08-20 gaf niemand uit het gezin een cijfer.',
  ]

  test.each<[string, SafetyAssessment[], string[]]>([
    ['nothing, after two good ones within half a year', [good('2026-03-01'), good('2026-08-01')], []],
    ['a first score, where there is none', [], ['Er is nog geen veiligheidscijfer gegeven.']],
    ['one more after a good one, with the day', [good('2026-08-01')], [onceMore('1 februari 2027')]],
    [
      'one more when the two lie too far apart',
      [good('2026-01-01'), good('2026-08-01')],
      [onceMore('1 februari 2027')],
    ],
    ['two, when the good one is too long ago', [good('2026-02-01')], [twice]],
    ['who is under a 7, and then two', [good('2026-05-01'), low], [...lowSentences, twice]],
    ['what was not scored, and then two', [gap], [...gapSentences, twice]],
    [
      'what was not scored, and one more after the good one before it',
      [good('2026-08-01'), gap],
      [...gapSentences, onceMore('1 februari 2027')],
    ],
  ])('is %s', (_what, assessments, missing) => {
    expect(lacks(assessments)).toEqual({ isStable: missing.length === 0, isCertain: true, missing })
  })

  test('is told to who sees a part of the scores only where scores unseen change nothing', () => {
    expect(lacks([low], false)).toEqual({ isStable: false, isCertain: true, missing: lowSentences })
    for (const assessments of [[gap], [good('2026-08-01')]]) {
      expect(lacks(assessments, false)).toEqual({ isStable: false, isCertain: false, missing: [] })
    }
  })
})

describe('on the way to stable safety', () => {
  const score = fc.integer({ min: 60, max: 80 }).map((tenths) => tenths / 10)
  const series = fc
    .uniqueArray(
      fc.record({ before: fc.integer({ min: 0, max: 500 }), janna: fc.option(score), own: fc.option(score) }),
      { selector: ({ before }) => before, maxLength: 6 },
    )
    .map((all) =>
      all.map(({ before, janna, own }) =>
        assessment(addDays(today, -before), [
          ['janna', janna],
          ['mother', 8],
          ...(own === null ? [] : [['mother', own, 'family'] as [string, number, ScoreSide]]),
        ]),
      ),
    )

  test('something is missing exactly as long as safety is not stable', () => {
    fc.assert(
      fc.property(series, (all) => {
        const { isStable, missing } = stabilityOf(all, members, today, true)
        expect(missing.length === 0).toBe(isStable)
        expect(isStable).toBe(isStablySafe(all, today))
      }),
    )
  })

  test('one more good assessment is enough until the day that is told and not after it, or else two are', () => {
    fc.assert(
      fc.property(series, (all) => {
        const { isStable, oneMoreUntil } = towardsStable(all, today)
        fc.pre(!isStable)
        const holds = (...days: string[]) => isStablySafe([...all, ...days.map(good)], days.at(-1) ?? today)
        if (oneMoreUntil === null) {
          const next = addDays(today, 1)
          expect(holds(next)).toBe(false)
          expect(holds(next, addMonths(next, 6))).toBe(true)
        } else {
          expect(holds(oneMoreUntil)).toBe(true)
          expect(holds(addDays(oneMoreUntil, 1))).toBe(false)
          expect(stabilityOf(all, members, today, true).missing.at(-1)).toContain(formatDate(oneMoreUntil))
        }
      }),
    )
  })
})
