import { missingForAdoption } from './missing/adoption'
import { missingAnswers } from './missing/answers'
import { missingForInvitation, missingForMeeting, missingSubjects } from './missing/invitation'
import { missingInPlanPart } from './missing/plan-part'
import { missingRisks } from './missing/risks'
import { missingInSafetyPart } from './missing/safety-part'
import type { Missing, PlanSnapshot } from './missing/snapshot'
import type { PlainDate } from './plain-date'
import type { PlanState } from './plan-state'

/**
 * What a plan still lacks for that state, the bars first: the plan may go there when no bar is left. It judges the
 * demands of that one step alone; whether the step follows on the plan's present state is for `mayMove`. A GIPS 5 that
 * comes from the meeting has to meet the demands of the meeting and of adoption at once.
 */
export function whatIsMissing(snapshot: PlanSnapshot, to: PlanState, today: PlainDate): Missing[] {
  const missing = demandsOf(snapshot, to, today)
  return [...missing.filter(isBar), ...missing.filter((each) => !isBar(each))]
}

/** Whether this stops the step; a warning does not. */
export function isBar({ severity }: Missing): boolean {
  return severity === 'bar'
}

function demandsOf(snapshot: PlanSnapshot, to: PlanState, today: PlainDate): Missing[] {
  switch (to) {
    case 'preparation':
      return []
    case 'invited':
      return missingForInvitation(snapshot, today)
    case 'meeting':
      return missingForMeeting(snapshot, today)
    case 'provisional':
      return missingAfterMeeting(snapshot)
    case 'definitive':
      return snapshot.state === 'meeting'
        ? [...missingAfterMeeting(snapshot), ...missingForAdoption(snapshot)]
        : missingForAdoption(snapshot)
  }
}

function missingAfterMeeting(snapshot: PlanSnapshot): Missing[] {
  return [
    ...missingAnswers(snapshot),
    ...missingInSafetyPart(snapshot),
    ...missingRisks(snapshot),
    ...missingInPlanPart(snapshot),
    ...missingSubjects(snapshot),
  ]
}
