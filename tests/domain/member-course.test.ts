import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeInWords, comparedWith, courseInWords, coursesOf, type MemberCourse } from '@/lib/domain/member-course'
import type { SafetyAssessment } from '@/lib/domain/safety'

const members = [
  { id: 'janna', firstName: 'Janna' },
  { id: 'mother', firstName: 'Petra' },
]

function assessment(heldOn: string, given: Record<string, number>): SafetyAssessment {
  return {
    id: heldOn,
    kind: 'meeting',
    planKind: 'gips1',
    label: heldOn,
    heldOn,
    closedAt: `${heldOn}T12:00:00Z`,
    assessedMembers: ['janna', 'mother'],
    scores: Object.entries(given).map(([memberId, score]) => ({
      memberId,
      scorerId: 'nurse',
      side: 'professional',
      score,
      situation: null,
    })),
  }
}

function course(...scores: (number | null)[]): MemberCourse {
  const points = scores.map((score, index) => ({ label: `GIPS ${index + 1}`, heldOn: '2026-01-01', score }))
  return { memberId: 'janna', name: 'Janna', points }
}

describe('the course of a member', () => {
  const assessments = [assessment('2026-08-01', { janna: 8, mother: 7 }), assessment('2026-03-01', { janna: 3 })]

  test('has a point for every assessment, oldest first, also where there is no score', () => {
    expect(coursesOf(assessments, members).map(({ name, points }) => [name, points.map(({ score }) => score)])).toEqual(
      [
        ['Janna', [3, 8]],
        ['Petra', [null, 7]],
      ],
    )
  })

  test('is not there for who never had a score', () => {
    expect(coursesOf([assessment('2026-03-01', { janna: 3 })], members)).toHaveLength(1)
  })

  test.each([
    [course(6), 'Janna: 6,0 (GIPS 1)'],
    [course(null, 6), 'Janna: 6,0 (GIPS 2)'],
    [course(7, 5.5), 'Janna: van 7,0 (GIPS 1) naar 5,5 (GIPS 2), 1,5 lager dan de vorige keer'],
    [course(2, null, 6), 'Janna: van 2,0 (GIPS 1) naar 6,0 (GIPS 3), 4,0 hoger dan de vorige keer'],
    [
      course(3, 7, 6),
      'Janna: van 3,0 (GIPS 1) naar 6,0 (GIPS 3), 1,0 lager dan de vorige keer, 3,0 hoger dan aan het begin',
    ],
    [
      course(6, 6, 6),
      'Janna: van 6,0 (GIPS 1) naar 6,0 (GIPS 3), even hoog als de vorige keer, even hoog als aan het begin',
    ],
  ])('in words is %#', (given, words) => expect(courseInWords(given)).toBe(words))

  test('says nothing of a direction after one score', () => {
    expect(changeInWords(course(null, 6, null))).toBeNull()
  })

  test('goes up in words exactly when the score is higher by what can be seen', () => {
    const score = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10)
    fc.assert(
      fc.property(score, score, (earlier, later) => {
        const words = comparedWith('toen', earlier, later)
        expect(words.endsWith(' hoger dan toen')).toBe(later > earlier)
        expect(words.endsWith(' lager dan toen')).toBe(later < earlier)
      }),
    )
  })
})
