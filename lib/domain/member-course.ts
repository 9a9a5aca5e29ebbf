import type { FrameMember } from './dossier'
import type { PlainDate } from './plain-date'
import { closedInOrder, memberScore, type SafetyAssessment } from './safety'
import { formatScore } from './score'

export interface MemberCourse {
  memberId: string
  name: string
  /** One for each assessment, oldest first; null where this member has no score. */
  points: { label: string; heldOn: PlainDate; score: number | null }[]
}

/** How each assessed member's score went over all closed assessments, in the order of the family. */
export function coursesOf(
  assessments: readonly SafetyAssessment[],
  members: readonly Pick<FrameMember, 'id' | 'firstName'>[],
): MemberCourse[] {
  const closed = closedInOrder(assessments)
  return members
    .map(({ id, firstName }) => ({
      memberId: id,
      name: firstName,
      points: closed.map(({ label, heldOn, scores }) => ({ label, heldOn, score: memberScore(scores, id) })),
    }))
    .filter(({ points }) => points.some(({ score }) => score !== null))
}

/** Where a member's score goes, in words: since the last time and, where that was not the first, since the beginning. */
export function changeInWords({ points }: MemberCourse): string | null {
  const scores = scored(points).map(({ score }) => score)
  const [first, before, last] = [scores[0], scores.at(-2), scores.at(-1)]
  if (first === undefined || before === undefined || last === undefined) return null
  const sinceBefore = comparedWith('de vorige keer', before, last)
  return scores.length === 2 ? sinceBefore : `${sinceBefore}, ${comparedWith('aan het begin', first, last)}`
}

/** A member's course in one line: "Janna: van 2,0 (GIPS 1) naar 6,0 (GIPS 2), 4,0 hoger dan de vorige keer". */
export function courseInWords(course: MemberCourse): string {
  const points = scored(course.points)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return course.name
  if (points.length === 1) return `${course.name}: ${formatScore(first.score)} (${first.label})`
  const road = `van ${formatScore(first.score)} (${first.label}) naar ${formatScore(last.score)} (${last.label})`
  return `${course.name}: ${road}, ${changeInWords(course)}`
}

/** How a score (0–10) lies to an earlier one, which has that name: "1,5 hoger dan de vorige keer". */
export function comparedWith(name: string, earlier: number, later: number): string {
  const change = Math.round((later - earlier) * 10) / 10
  if (change === 0) return `even hoog als ${name}`
  return `${formatScore(Math.abs(change))} ${change > 0 ? 'hoger' : 'lager'} dan ${name}`
}

function scored(points: MemberCourse['points']): { label: string; score: number }[] {
  return points.flatMap(({ label, score }) => (score === null ? [] : [{ label, score }]))
}
