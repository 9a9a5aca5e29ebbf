import type { IssueKind, IssueLevel } from './issue'
import type { ContactKind, FollowUp, SafetyNow, Suggestions } from './measurement'
import type { Named } from './people-views'
import type { PlainDate } from './plain-date'
import type { GoalProgress, HelpWorks, ParticipantKind } from './progress-meeting'

/** Something that was written down at a moment, by somebody whom the viewer may know. */
export interface SaidAt {
  id: string
  text: string
  at: Date
  by: string
}

export interface MeasurementView extends SafetyNow, Suggestions {
  id: string
  child: Named
  on: PlainDate
  contact: ContactKind
  explanation: string
  by: string
  /** The measurement of the same child before this one. */
  before: SafetyNow | null
  followUps: FollowUp[]
  followUpNote: string | null
  isConsidered: boolean
  keyDecision: string | null
  /** A key decision is due for this child. */
  asksKeyDecision: boolean
  corrections: SaidAt[]
  /** The viewer may still mend it; later a correction is added. */
  mayMend: boolean
}

/** The newest measurement of a child that still asks something of the case director. */
export interface OpenQuestion {
  measurement: MeasurementView
  asksQuestions: boolean
  asksAssessment: boolean
  asksKeyDecision: boolean
}

export interface ProgressMeetingView {
  id: string
  heldOn: PlainDate
  note: string
  by: string
  participants: { id: string; name: string; agrees: boolean | null; remark: string | null }[]
  goals: { id: string; text: string; progress: GoalProgress; helpWorks: HelpWorks; remark: string | null }[]
  scores: (SafetyNow & { id: string; name: string })[]
  mayMend: boolean
}

/** Who and what a progress meeting can be about. */
export interface ProgressDesk {
  people: (Named & { kind: ParticipantKind; detail: string | null })[]
  goals: { id: string; text: string }[]
  children: Named[]
}

export interface IssueLine {
  id: string
  text: string
  kind: IssueKind
  level: IssueLevel
  goal: string | null
  owner: string
  openedOn: PlainDate
  resolvedOn: PlainDate | null
}

export interface IssueView extends IssueLine {
  tried: string
  /** The oldest first. */
  steps: (SaidAt & { level: IssueLevel })[]
}
