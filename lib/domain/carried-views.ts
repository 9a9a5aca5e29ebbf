import type { CarryDecision, ReviewResult } from './carried-words'
import type { GoalKind } from './goal'
import type { Someone } from './meeting-forms'

/** What the meeting screen shows of goals and agreements of earlier plans. Rows carry their version, 0 before the first save. */

export interface ReviewView {
  goalId: string
  text: string
  /** The meeting that set it: "GIPS 1". */
  meeting: string
  /** Whom it is about; null for the family as a whole. */
  about: string | null
  aboutMemberId: string | null
  /** The member it is about, or for the family as a whole anybody, has no 6 in this meeting. */
  isUnderSix: boolean
  result: ReviewResult | null
  remark: string
  closes: boolean
  version: number
}

export interface GivenPercentage {
  /** As it is typed; '' for none. */
  percent: string
  remark: string
  version: number
}

export interface EvaluatedGoalView {
  id: string
  kind: GoalKind
  text: string
  meeting: string
  about: string | null
  aboutMemberId: string | null
  /** What an earlier GIPS 4 found: "GIPS 4: 60 %, nog niet goed genoeg". */
  earlier: string[]
  /** By the id of who gave it. */
  given: Record<string, GivenPercentage>
  verdict: { isGoodEnough: boolean | null; reason: string; closes: boolean; version: number }
}

export interface EvaluatorView {
  who: Someone
  name: string
  detail: string | null
}

export interface EvaluationView {
  /** The goals that travel with the page: all of them, the first, or at a meeting that is not at them none. */
  goals: EvaluatedGoalView[]
  /** Of how many goals this is the table. */
  total: number
  /** Of the goals that come after the page: those for which a work goal is wanted, or stands already. */
  lacking: FollowedGoal[]
  /** Of every goal it was said whether it is good enough. */
  isDone: boolean
}

/** The evaluation before the meeting, at home: who may give something is known. */
export type EvaluationAtHome = EvaluationView & { people: EvaluatorView[] }

/** An earlier goal as the work goals after it need it. */
export type FollowedGoal = Pick<EvaluatedGoalView, 'id' | 'text' | 'aboutMemberId'> & {
  verdict: Pick<EvaluatedGoalView['verdict'], 'isGoodEnough'>
}

/** The goals that a page brings afterwards, in as few characters as they can be told. */
export interface GoalsToCome {
  /** Who gave something: `given` of each goal is in this order. */
  givers: string[]
  goals: (Omit<EvaluatedGoalView, 'given'> & {
    given: (readonly [percent: string, remark: string, version: number] | 0)[]
  })[]
}

export interface CarriedAgreementView {
  id: string
  text: string
  meeting: string
  doers: string
  when: string
  /** How late it is, and what was said of it last. */
  standing: string | null
  goals: string[]
  /** Serves a safety goal: it stands with the review of those. */
  isForSafety: boolean
  decision: CarryDecision | null
  reason: string
  version: number
}

export interface CarriedOver {
  reviews: ReviewView[]
  agreements: CarriedAgreementView[]
  /** Null where the agenda asks for no evaluation. */
  evaluation: EvaluationView | null
  /** Goals of earlier plans that still stand and that an agreement of this meeting serves. */
  goals: { id: string; text: string }[]
  /** The findings of a plan stand once it was adopted. */
  isSettled: boolean
}
