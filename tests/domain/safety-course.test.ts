import { describe, expect, test } from 'vitest'
import type { SafetyAssessment, ScoreSide } from '@/lib/domain/safety'
import { changeInWords, coursesOf, stabilityOf } from '@/lib/domain/safety-course'

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

describe('what stable safety still lacks', () => {
  const lacks = (assessments: SafetyAssessment[], seesEverything = true) =>
    stabilityOf(assessments, members, today, seesEverything)

  test('is nothing after two good assessments within half a year', () => {
    expect(lacks([good('2026-03-01'), good('2026-08-01')])).toEqual({ isStable: true, missing: [] })
  })

  test('is a first score where there is none', () => {
    expect(lacks([])).toEqual({ isStable: false, missing: ['Er is nog geen veiligheidscijfer gegeven.'] })
  })

  test('is one more after one good assessment, with the day', () => {
    expect(lacks([good('2026-08-01')]).missing).toEqual([
      'Nog één keer zo’n uitkomst nodig, uiterlijk 1 februari 2027.',
    ])
  })

  test('names who is under a 7, from professionals and family', () => {
    const low = assessment('2026-08-01', [
      ['janna', 6.9],
      ['mother', 7],
      ['mother', 5, 'family'],
      ['mother', 6, 'family'],
    ])
    expect(lacks([low]).missing).toEqual([
      'Janna heeft van de professionals een 6,9 (Overleg 2026-08-01); nodig is een 7.',
      'Uit het gezin kreeg Petra een 5,0 (Overleg 2026-08-01).',
    ])
  })

  test('names scores that are not there, but not to who may see only a part', () => {
    const gap = assessment('2026-08-01', [['janna', 8]])
    expect(lacks([gap]).missing).toEqual([
      'Bij Overleg 2026-08-01 gaf geen professional een cijfer voor Petra.',
      'Bij Overleg 2026-08-01 gaf niemand uit het gezin een cijfer.',
    ])
    expect(lacks([gap], false)).toEqual({ isStable: false, missing: [] })
  })
})

describe('the course of a member', () => {
  test('has a point for every assessment, oldest first, also where there is no score', () => {
    const courses = coursesOf([good('2026-08-01'), assessment('2026-03-01', [['janna', 3]])], members)
    expect(courses.map(({ name, points }) => [name, points.map(({ score }) => score)])).toEqual([
      ['Janna', [3, 8]],
      ['Petra', [null, 7]],
    ])
    expect(courses.map(changeInWords)).toEqual(['5,0 hoger', null])
  })

  test('is not there for who never had a score', () => {
    expect(coursesOf([assessment('2026-03-01', [['janna', 3]])], members)).toHaveLength(1)
  })

  test.each([
    [[7, 5.5], '1,5 lager'],
    [[6, 8, 6], 'gelijk gebleven'],
    [[6], null],
  ])('%j is %s', (scores, words) => {
    const points = scores.map((score) => ({ label: '', heldOn: '2026-01-01', score }))
    expect(changeInWords({ memberId: 'janna', name: 'Janna', points })).toBe(words)
  })
})
