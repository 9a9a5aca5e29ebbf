import type { Agenda, PlanKind } from '../agendas/agenda'
import type { AgreementWhen } from '../agreement'
import type { AttendanceConditions } from '../attendance-conditions'
import type { FuturePlan } from '../future-plan'
import type { GoalKind } from '../goal'
import type { PartOfDay } from '../meeting-time'
import type { PlainDate } from '../plain-date'
import type { PlanState } from '../plan-state'
import type { RatedRisk } from '../risk-assessment'
import type { SafetyScore } from '../safety'

/**
 * All that decides whether a plan may take its next step, as pure data. Texts that nobody typed are ''. Ids of
 * participants, scorers and respondents are those of the person, family member or network person they stand for.
 */
export interface PlanSnapshot {
  kind: PlanKind
  state: PlanState
  /** Of GIPS 3 with a section for everyone whose recovery plan is made here. */
  agenda: Agenda
  meeting: { heldOn: PlainDate | null; part: PartOfDay | null; place: string; isPlaceFit: boolean }
  participants: readonly SnapshotParticipant[]
  members: readonly SnapshotMember[]
  network: readonly { id: string; name: string }[]
  /** GIPS 3: children and parents for whom no meeting made or makes a recovery plan; empty elsewhere. */
  withoutRecoveryPlan: readonly { id: string; name: string; isChild: boolean }[]
  answers: readonly SnapshotAnswer[]
  /** The concerns of the report, and who said whether they agree. */
  reportedConcerns: readonly { id: string; text: string; answeredBy: readonly string[] }[]
  /** A round of unseen scores is open: none of them counts yet. */
  isRoundOpen: boolean
  scores: readonly SnapshotScore[]
  minimumDecision: { isMet: boolean; reason: string } | null
  /** GIPS 2: why the risk part was opened while the minimum requirements are not met. */
  minimumExceptionReason: string
  /** Safety goals of earlier meetings that still stand. */
  openSafetyGoals: readonly SnapshotReview[]
  /** Agreements of earlier meetings that are still in force, and about which this one decided nothing. */
  undecidedAgreements: number
  /** The inventory of this meeting: dangers (GIPS 1), what else there is (2) or concerns (3, 4). */
  concerns: readonly { id: string; text: string; aboutMemberId: string | null }[]
  /** GIPS 2: every factor of the risk assessment; empty elsewhere. */
  risks: readonly SnapshotRisk[]
  /** Who gave an own TOP-3, drafts left out. */
  topThreeChoices: readonly { participantId: string; aboutMemberId: string | null }[]
  topThree: readonly SnapshotTopThree[]
  /** The goals made in this plan. */
  goals: readonly SnapshotGoal[]
  agreements: readonly SnapshotAgreement[]
  /** GIPS 4: the risk, recovery and earlier follow-up goals. */
  evaluations: readonly SnapshotEvaluation[]
  /** GIPS 4: the children for whom no recovery plan was made, each with the reason. */
  childrenWithoutRecoveryPlan: readonly { memberId: string; reason: string }[]
  responses: readonly SnapshotResponse[]
  /** Children and network persons who were asked what they think of the plan. */
  askedForResponse: readonly string[]
  proposals: readonly { id: string; who: string; text: string; decision: string | null; reason: string }[]
  /** Every family account with access; viewed when the case director saw the plan as that account does, and confirmed it. */
  familyAccounts: readonly { id: string; name: string; wasViewed: boolean }[]
  /** GIPS 5: the year after it; null for every other plan. */
  futurePlan: FuturePlan | null
  /** Gone through by case director and chair after the meeting. */
  checklist: { isIntegrityDone: boolean; isLanguageDone: boolean }
}

export interface SnapshotParticipant {
  id: string
  name: string
  role: 'caseDirector' | 'deputy' | 'gipsMaster' | 'noteTaker' | 'professional' | 'family' | 'network'
  attendance: 'unknown' | 'present' | 'absent'
  /** Family from GIPS 3 on: why this person may attend, or was admitted all the same. */
  admissionReason: string
  /** Family: may be at the table. */
  isAdmitted: boolean
  /** A parent from GIPS 3 on: the three conditions; null for everyone else. */
  conditions: AttendanceConditions | null
}

export interface SnapshotMember {
  id: string
  name: string
  isChild: boolean
  isParent: boolean
  /** No longer lives in this family. */
  hasMovedOut: boolean
  isAssessed: boolean
  /** Why the case director left this member out of the assessment. */
  droppedReason: string
  hasConfidant: boolean
  /** Why this child has no confidant. */
  noConfidantReason: string
}

export interface SnapshotAnswer {
  itemKey: string
  /** Null for an answer given together, or for the item as a whole. */
  respondentId: string | null
  text: string
  /** False: marked as not applicable. Careful execution: true or false before it counts. */
  applies: boolean | null
}

export interface SnapshotScore extends SafetyScore {
  cannotJudge: boolean
  reason: string
  onePointHigher: string
  /** The written answer to a score under 6. */
  underSixAnswer: string
}

export interface SnapshotRisk extends RatedRisk {
  name: string
  facts: string
}

export interface SnapshotTopThree {
  /** GIPS 3: whose recovery plan it is of. */
  aboutMemberId: string | null
  rank: 1 | 2 | 3
  /** The concern's id, or the risk factor's key at GIPS 2. */
  concernId: string
  text: string
  reason: string
  harmfulEffect: string
}

export interface SnapshotGoal {
  id: string
  text: string
  kind: GoalKind
  aboutMemberId: string | null
  /** The TOP-3 concern (or risk factor) it answers. */
  concernId: string | null
  expectedEffect: number | null
  /** GIPS 4: the earlier goal that this one carries on. */
  followsGoalId: string | null
}

export interface SnapshotAgreement {
  id: string
  text: string
  goalIds: readonly string[]
  /** How many doers; "everyone" counts as one. */
  doers: number
  when: AgreementWhen | null
}

export interface SnapshotEvaluation {
  goalId: string
  text: string
  percentages: readonly { participantId: string; percentage: number }[]
  isGoodEnough: boolean | null
}

export interface SnapshotReview {
  id: string
  text: string
  aboutMemberId: string | null
  review: 'reached' | 'partly' | 'notReached' | null
  /** Closes with this plan. */
  closes: boolean
}

export interface SnapshotResponse {
  /** A family member or network person. */
  responderId: string
  response: 'agree' | 'change' | 'refuse' | 'notReached' | 'notAsked'
  /** In their own words; the reason for 'notReached' and 'notAsked'. */
  words: string
}

/** Where the missing thing can be put right. */
export interface MissingAnchor {
  /** `vertrouwenspersoon`: who the child confides in, asked on the page of that member. */
  part: 'uitnodiging' | 'voorbereiding' | 'overleg' | 'plan' | 'vertrouwenspersoon'
  itemKey?: string
  /** GIPS 3: in whose recovery plan it is missing. */
  subjectId?: string
  memberId?: string
  participantId?: string
  goalId?: string
  agreementId?: string
  concernId?: string
  proposalId?: string
  accountId?: string
  networkPersonId?: string
}

/** One thing that is not there yet: a bar stops the step, a warning only asks for a second look. */
export interface Missing {
  severity: 'bar' | 'warning'
  /** A Dutch sentence for the case director. */
  sentence: string
  anchor: MissingAnchor
}

/** One thing that stops the step. */
export function bar(sentence: string, anchor: MissingAnchor): Missing {
  return { severity: 'bar', sentence, anchor }
}

/** One thing that asks for a second look and does not stop the step. */
export function warning(sentence: string, anchor: MissingAnchor): Missing {
  return { severity: 'warning', sentence, anchor }
}

/** Whether nobody typed anything but white space. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}
