import type { IssueLine, MeasurementView, OpenQuestion, ProgressMeetingView } from '@/lib/domain/between-views'
import type { DossierFrame } from '@/lib/domain/dossier'
import type { NextContact } from '@/lib/domain/measurement'
import { openQuestions } from '@/lib/domain/open-questions'
import { type NextProgressMeeting, nextProgressMeeting } from '@/lib/domain/progress-meeting'
import type { DossierViewer } from '@/lib/gate'
import { holdsIn } from '@/lib/policy'
import { dossierFrame } from './dossier-frame'
import { issuesInList } from './issues'
import { contactDue, measurementsInOrder } from './measurements'
import { progressMeetings } from './progress-meetings'

export interface BetweenPage {
  frame: DossierFrame
  /** Newest first; null for who may not read them, and for a family account to which none was opened. */
  measurements: MeasurementView[] | null
  contact: NextContact | null
  questions: OpenQuestion[]
  meetings: ProgressMeetingView[]
  nextMeeting: NextProgressMeeting | null
  /** Null for who may not read them. */
  issues: IssueLine[] | null
}

/** What happened between the meetings, as far as this viewer may know of it, and what it asks for now. */
export async function betweenPage(viewer: DossierViewer): Promise<BetweenPage> {
  const frame = await dossierFrame(viewer)
  const measurements = await measurementsFor(viewer)
  const meetings = await progressMeetings(viewer)
  // Who reads only the meetings they took part in does not know when the last one was.
  const knowsAll = viewer.roles.some((role) => ['caseDirector', 'gipsMaster', 'caseManager'].includes(role))
  const isRunning = frame.familyState === 'intake' || frame.familyState === 'active'
  return {
    frame,
    measurements: measurements?.toReversed() ?? null,
    contact: measurements && !viewer.roles.includes('family') ? await contactDue(viewer, measurements) : null,
    questions: holdsIn(frame, 'measurements.write') ? openQuestions(measurements ?? []) : [],
    meetings,
    nextMeeting: knowsAll && isRunning ? nextProgressMeeting(meetings[0]?.heldOn ?? null, viewer.today) : null,
    issues: holdsIn(frame, 'issues.read') ? await issuesInList(viewer) : null,
  }
}

/** To a family account without an opened one it is not said that there are any. */
async function measurementsFor(viewer: DossierViewer): Promise<MeasurementView[] | null> {
  if (!holdsIn(viewer, 'measurements.read')) {
    return null
  }
  const measurements = await measurementsInOrder(viewer)
  return viewer.roles.includes('family') && measurements.length === 0 ? null : measurements
}
