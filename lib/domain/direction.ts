import type { FrameMember } from './dossier'
import type { Framework } from './intake'
import type { Named } from './people-views'
import type { PlainDate } from './plain-date'
import { closedInOrder, type SafetyAssessment } from './safety'
import { whatLacksSeven } from './safety-course'

export type DirectionChangeKind = 'appointed' | 'replaced' | 'handedOver' | 'voluntary'

/** One line of the history: from whom to whom, when and why. */
export interface DirectionLine {
  kind: DirectionChangeKind
  fromName: string | null
  toName: string
  /** Only where the direction went to another organisation. */
  fromOrganisation: string | null
  toOrganisation: string | null
  reason: string
  on: PlainDate
  recordedBy: string
}

/** Somebody of the team who may take the direction, or stand in. */
export interface DirectionCandidate {
  personId: string
  name: string
  organisation: string | null
}

/** What the case director needs to pass the direction on. */
export interface DirectionDesk {
  director: DirectionCandidate & { since: PlainDate }
  deputy: Named | null
  candidates: readonly DirectionCandidate[]
  /** The organisation that directs; null when it was never recorded. */
  organisation: string | null
  framework: Framework | null
  voluntaryFrom: PlainDate | null
  /** What keeps the direction from another organisation, and the family from going on voluntarily. */
  lacksSeven: readonly string[]
  history: readonly DirectionLine[]
}

/**
 * What is missing for a 7 from team and family both, on the latest closed assessment (GIPS §3.1.2, note 39): each assessed
 * member at 7 or more from the professionals, and each family member who scored, at least one. Empty when both gave it.
 * Only then may the direction pass to another organisation, or compulsion become voluntary.
 */
export function lacksForSeven(
  assessments: readonly SafetyAssessment[],
  members: readonly Pick<FrameMember, 'id' | 'firstName'>[],
): string[] {
  const latest = closedInOrder(assessments).at(-1)
  if (!latest) return ['Er is nog geen veiligheidscijfer gegeven.']
  if (latest.assessedMembers.length === 0) return [`Bij ${latest.label} kreeg niemand een cijfer.`]
  return whatLacksSeven(latest, members)
}

/** Whether somebody works elsewhere than where the direction is now. Who has no organisation works elsewhere. */
export function isElsewhere(directing: string | null, organisation: string | null): boolean {
  return directing !== null && organisation !== directing
}
