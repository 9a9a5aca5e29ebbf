import type { ContributionView } from './absent-contribution'
import type { SheetItem, SheetSection } from './answer-sheet'
import type { CarriedOver } from './carried-views'
import type { DirectorDeskView } from './director-desk'
import type { DossierFrame } from './dossier'
import type { GoalKind } from './goal'
import type { Someone } from './meeting-forms'
import type { Missing } from './missing/snapshot'
import type { PlainDate } from './plain-date'
import type { PlanState } from './plan-state'
import type { RiskView } from './risk-assessment'
import type { RiskPartView } from './risk-part'
import type { RoundStanding } from './score-round'
import type { PreparedTopThree } from './top-three-draft'

/** What the meeting screen shows, as its parts need it. Rows carry their version, 0 where the table has none. */

export type SeatRole = 'caseDirector' | 'gipsMaster' | 'noteTaker' | 'professional' | 'family' | 'network'

export interface SeatView {
  /** The participant's own row. */
  id: string
  who: Someone
  name: string
  detail: string | null
  role: SeatRole
  attendance: 'unknown' | 'present' | 'absent'
}

export interface PersonChoice {
  who: Someone
  name: string
  detail: string | null
}

export interface MemberView {
  id: string
  name: string
  isChild: boolean
  /** No longer lives in this family: no score is asked about or of this member, unless the director does. */
  hasMovedOut?: boolean
}

export interface AssessedView extends MemberView {
  isAssessed: boolean
  /** Why there is no score for this member. */
  droppedReason: string | null
}

export interface ScoreView {
  memberId: string
  scorer: Someone
  /** As it is typed, with a comma; '' for none. */
  score: string
  cannotJudge: boolean
  reason: string
  onePointHigher: string
  underSixAnswer: string
  version: number
  /** Given in a round that was not revealed: it does not count. */
  isHeldBack?: boolean
}

export interface RoundView {
  isClosed: boolean
  /** Scores are given unseen, and none of them counts yet. */
  isUnseen: boolean
  members: AssessedView[]
  scores: ScoreView[]
  minimum: { isMet: boolean | null; reason: string }
}

export interface ConcernView {
  id: string
  text: string
  harmfulEffect: string
  aboutMemberId: string | null
  isReported: boolean
  version: number
}

/** `concernId`: the concern's id, or the risk factor's key. */
export interface ChoiceView {
  personId: string
  /** GIPS 3: whose recovery plan it is of. */
  aboutMemberId: string | null
  rank: number
  concernId: string
  reason: string
  isDraft: boolean
}

export interface DecisionView {
  aboutMemberId: string | null
  rank: number
  concernId: string
  reason: string
  harmfulEffect: string
}

export interface GoalView {
  id: string
  kind: GoalKind
  text: string
  /** As it is typed. */
  expectedEffect: string
  /** The concern's id, or the risk factor's key. */
  concernId: string | null
  aboutMemberId: string | null
  /** GIPS 4: the earlier goal that this one carries on. */
  followsGoalId?: string | null
  version: number
}

/** A goal that an agreement may serve: of this plan, or one of an earlier plan that still stands. */
export type GoalChoice = Pick<GoalView, 'id' | 'text'>

export interface AgreementView {
  id: string
  text: string
  doers: Someone[]
  byEveryone: boolean
  rhythm: 'once' | 'daily' | 'weekly' | 'monthly'
  dueOn: PlainDate | ''
  until: PlainDate | ''
  goalIds: string[]
  /** Already in force: only the director closes it. */
  isInForce: boolean
  version: number
}

export interface MeetingSection extends SheetSection {
  minutes: number
  /** GIPS 2: it waits until the minimum requirements are met. */
  isClosed: boolean
}

/** GIPS 3: one person whose recovery plan this meeting makes. */
export interface SubjectView {
  id: string
  name: string
  isChild: boolean
  /** What became of this person since, in words; '' for nothing. */
  note: string
  /** What this plan still lacks; null for who is not to know. */
  missing: Missing[] | null
}

/** What the agenda on the screen is made of. */
export interface MeetingShown {
  /** Of the dossier's frame, which travels for itself. */
  frame: Pick<DossierFrame, 'code'>
  plan: {
    id: string
    slug: string
    title: string
    state: PlanState
    /** GIPS 5: it becomes definitive in its meeting. */
    isMadeAtTable: boolean
    aim: string
  }
  personId: string
  today: PlainDate
  /** The day that is proposed for the next meeting, in words. */
  nextMeeting: string
  may: { write: boolean; direct: boolean; project: boolean }
  meeting: { currentItem: string | null; isStarted: boolean }
  seats: SeatView[]
  members: MemberView[]
  /** Everyone who can do something: team, family and network. */
  doers: PersonChoice[]
  sections: MeetingSection[]
  /** GIPS 3: whose recovery plans are made, with what each still lacks. */
  subjects: SubjectView[]
  /** Given along by professionals who cannot be there; apart from what is said at the table. */
  contributions: ContributionView[]
  round: RoundView
  /** Whether scores are given unseen, who still has to, and whether this viewer leads that. */
  standing: RoundStanding
  concerns: ConcernView[]
  /** GIPS 2: the risk assessment; empty where the plan has none. */
  risks: RiskView[]
  /** GIPS 2: what was said of a pattern in the violence. */
  riskPattern: SheetItem | null
  choices: ChoiceView[]
  /** TOP-3s that their authors let the meeting use; only for who writes in it, while it lasts. */
  prepared: PreparedTopThree[]
  decisions: DecisionView[]
  goals: GoalView[]
  agreements: AgreementView[]
  /** What earlier plans left open. */
  carried: CarriedOver
}

/** The agenda with all that is around it. */
export interface MeetingPage extends MeetingShown {
  frame: DossierFrame
  /** GIPS 2: whether it goes on to the risks; null elsewhere. */
  riskPart: RiskPartView | null
  /** What the plan still lacks; null where nobody asked. */
  missing: Missing[] | null
  /** For the case director, who goes through it before the plan is provisional. */
  checklist: DirectorDeskView['checklist'] | null
}
