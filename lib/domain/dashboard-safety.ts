import type { DossierFrame } from './dossier'
import { courseInWords, coursesOf } from './member-course'
import { stabilityOf } from './safety-course'

/** How safety goes, in finished sentences. */
export interface SafetyOnDashboard {
  /** One for each family member who has a score, in the order of the family. */
  courses: { memberId: string; text: string }[]
  /** Whether safety is stable, and if not how many good assessments it still takes; null before the first score. */
  stability: string | null
}

/** The course of each member with who is lowest now, and whether safety is stable (GIPS §3.1.1), as this viewer may see it. */
export function safetyOnDashboard(frame: DossierFrame): SafetyOnDashboard {
  const lowest = frame.score?.lowest.memberId
  const courses = coursesOf(frame.assessments, frame.members)
  return {
    courses: courses.map((course) => ({
      memberId: course.memberId,
      text: `${courseInWords(course)}${course.memberId === lowest && courses.length > 1 ? ', nu het laagst' : ''}`,
    })),
    stability: frame.score && stabilityText(frame),
  }
}

function stabilityText({ assessments, members, today, roles, familyState }: DossierFrame): string {
  const { isStable, isCertain, missing } = stabilityOf(assessments, members, today, !roles.includes('family'))
  if (!isCertain) return 'U ziet hier niet alle cijfers. Vraag de casusregisseur of het stabiel veilig is.'
  if (familyState === 'closed') return `Bij het sluiten was het ${isStable ? '' : 'niet '}stabiel veilig.`
  if (isStable) return 'Het is stabiel veilig.'
  // What each score lacks stands on the safety page; how many more it takes is told to who sees them all.
  const stillNeeded = roles.includes('family') ? [] : missing.slice(-1)
  return ['Het is nog niet stabiel veilig.', ...stillNeeded].join(' ')
}
