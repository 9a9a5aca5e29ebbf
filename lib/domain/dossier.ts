import type { DossierRole } from '@/lib/policy'
import type { PlanKind } from './agendas/agenda'
import type { PartOfDay } from './meeting-time'
import type { PlainDate } from './plain-date'
import type { PlanState } from './plan-state'
import type { CurrentScore, SafetyAssessment } from './safety'

export interface FrameMember {
  id: string
  firstName: string
  initials: string
  kind: 'child' | 'unborn' | 'parent' | 'stepParent' | 'carer'
}

export interface FramePlan {
  id: string
  kind: PlanKind
  ordinal: number
  state: PlanState
  version: number
  heldOn: PlainDate | null
  part: PartOfDay | null
  /** The viewer may open the plan itself: adopted once, or in the making and open to them. */
  isReadable: boolean
  /** A GIPS 2 that was about safety alone, as far as the viewer knows its assessment: the next GIPS 2 comes first. */
  staysAtSafety: boolean
}

/** What stands on every page of a dossier, and what the dashboard builds on. */
export interface DossierFrame {
  code: string
  familyName: string
  familyState: string
  viewerName: string
  /** Something was sent to the viewer that they have not seen in the app yet. */
  hasUnread: boolean
  roles: readonly DossierRole[]
  memberId: string | null
  today: PlainDate
  members: FrameMember[]
  plans: FramePlan[]
  assessments: SafetyAssessment[]
  score: CurrentScore | null
}
