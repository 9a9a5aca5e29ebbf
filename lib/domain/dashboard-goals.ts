import { type AgreementState, agreementState, nextOccurrence } from './agreement'
import { agreementTimeOf, type KeptTime } from './agreement-item'
import { addDays } from './calendar'
import type { ReviewResult } from './carried-words'
import type { GoalHistory } from './chart'
import type { DossierFrame, FrameMember } from './dossier'
import { formatGoalResult, type GoalKind, goalResult } from './goal'
import type { PlainDate } from './plain-date'
import { meetingTitle, type PlanReference } from './plan-state'

const DAYS_NEW = 14

const REVIEWED: Record<ReviewResult, GoalOnDashboard['standing']> = {
  reached: { words: 'bereikt', tone: 'success' },
  partly: { words: 'deels bereikt', tone: 'warning' },
  notReached: { words: 'niet bereikt', tone: 'danger' },
}

/** What adopted plans found of a goal, oldest first. */
export interface GoalFindings {
  closedOn: PlainDate | null
  evaluations: readonly { planId: string; percent: number }[]
  reviews: readonly { planId: string; result: ReviewResult }[]
  verdicts: readonly { planId: string; isGoodEnough: boolean }[]
}

/** A goal in force as the database keeps it. */
export interface KeptGoal extends GoalFindings {
  id: string
  planId: string
  kind: GoalKind
  text: string
  aboutMemberId: string | null
  adoptedOn: PlainDate
  closedReason: string | null
  /** An open safety goal of a plan that was definitive before: it came later, and lately. */
  isAdded: boolean
}

/** An agreement in force with how it stands today. */
export interface StandingAgreement extends KeptAgreement {
  state: AgreementState
  /** The day that is to be ticked next; null when nothing is left, or no day was agreed on. */
  next: PlainDate | null
}

export interface KeptAgreement extends KeptTime {
  id: string
  text: string
  isOwn: boolean
  goalIds: readonly string[]
  byEveryone: boolean
  /** Names, as this viewer may know them. */
  doers: readonly string[]
}

export interface GoalOnDashboard {
  id: string
  kind: GoalKind
  text: string
  /** The meeting that set it. */
  meeting: string
  /** For whom; null for the family as a whole. */
  memberName: string | null
  standing: { words: string; tone: 'success' | 'warning' | 'danger' | 'neutral' }
  /** What each meeting before the latest found of it, oldest first. */
  findings: { meeting: string; words: string }[]
  /** Came in force after its plan did, less than two weeks ago: since when. Null for all others. */
  newSince: PlainDate | null
  /** Why it was closed. */
  closedReason: string | null
  agreements: { total: number; done: number; overdue: number }
}

/**
 * How a goal stands: what the latest evaluation or review found and whether it was closed, or at work; in a closed dossier
 * nobody works on it any more. Percentages are 0–100.
 */
export function goalStanding(goal: GoalFindings, familyState: string): GoalOnDashboard['standing'] {
  const found = latestFinding(goal)
  if (goal.closedOn !== null) {
    return { words: found ? `afgesloten, ${found.words}` : 'afgesloten', tone: 'neutral' }
  }
  return found ?? { words: familyState === 'closed' ? 'open gebleven' : 'mee bezig', tone: 'neutral' }
}

/**
 * What each meeting found of a goal, oldest first: the result in percents, or the review of a safety goal. Meetings that
 * `plans` does not hold are left out: this viewer does not know of them.
 */
export function findingsOf(goal: GoalFindings, plans: readonly (PlanReference & { id: string })[]) {
  const found = new Set([...goal.evaluations, ...goal.reviews].map(({ planId }) => planId))
  return plans
    .filter(({ id }) => found.has(id))
    .flatMap(({ id, kind, ordinal }) => {
      const finding = findingIn(goal, id)
      return finding ? [{ meeting: meetingTitle(kind, ordinal), words: finding.words }] : []
    })
}

function latestFinding(goal: GoalFindings): GoalOnDashboard['standing'] | null {
  const planId = goal.evaluations.at(-1)?.planId ?? goal.reviews.at(-1)?.planId
  return planId === undefined ? null : findingIn(goal, planId)
}

function findingIn(goal: GoalFindings, planId: string): GoalOnDashboard['standing'] | null {
  const here = (each: { planId: string }) => each.planId === planId
  const result = goalResult(goal.evaluations.filter(here).map(({ percent }) => percent))
  if (result) {
    const isGoodEnough = goal.verdicts.find(here)?.isGoodEnough ?? false
    const words = `${formatGoalResult(result)} bereikt${isGoodEnough ? ', goed genoeg' : ''}`
    return { words, tone: isGoodEnough ? 'success' : 'warning' }
  }
  const review = goal.reviews.find(here)
  return review ? REVIEWED[review.result] : null
}

/** A goal as the lines of the chart need it: when it was set, for whom, and what each GIPS 4 found. */
export function historyOf(goal: KeptGoal, { plans, members }: DossierFrame): GoalHistory {
  const plan = plans.find(({ id }) => id === goal.planId)
  const evaluatedIn = [...new Set(goal.evaluations.map(({ planId }) => planId))]
  return {
    kind: goal.kind,
    isForChild: members.some(({ id, kind }) => id === goal.aboutMemberId && (kind === 'child' || kind === 'unborn')),
    setOn: plan?.heldOn ?? goal.adoptedOn,
    setAt: plan ? meetingTitle(plan.kind, plan.ordinal) : '',
    closedOn: goal.closedOn,
    evaluations: evaluatedIn.flatMap((planId) => {
      const at = plans.find(({ id }) => id === planId)
      if (!at?.heldOn) return []
      const percentages = goal.evaluations.filter((each) => each.planId === planId).map(({ percent }) => percent)
      return [{ heldOn: at.heldOn, label: meetingTitle(at.kind, at.ordinal), percentages }]
    }),
  }
}

/** A goal with how it stands and how many of its agreements are done or late. */
export function goalOf(goal: KeptGoal, agreements: readonly StandingAgreement[], frame: DossierFrame): GoalOnDashboard {
  const plan = frame.plans.find(({ id }) => id === goal.planId)
  const own = agreements.filter(({ goalIds }) => goalIds.includes(goal.id))
  const count = (state: AgreementState) => own.filter((each) => each.state === state).length
  return {
    id: goal.id,
    kind: goal.kind,
    text: goal.text,
    meeting: plan ? meetingTitle(plan.kind, plan.ordinal) : '',
    memberName: memberName(goal.aboutMemberId, frame.members),
    standing: goalStanding(goal, frame.familyState),
    findings: earlierFindings(goal, frame),
    newSince: newSince(goal, frame),
    closedReason: goal.closedReason,
    agreements: { total: own.length, done: count('done'), overdue: count('overdue') },
  }
}

/**
 * Since when a safety goal that came between the meetings is in force, for two weeks: nobody met to hear of it. Null for every
 * other goal, after those two weeks, and in a closed dossier.
 */
export function newSince(
  { isAdded, adoptedOn }: Pick<KeptGoal, 'isAdded' | 'adoptedOn'>,
  { familyState, today }: Pick<DossierFrame, 'familyState' | 'today'>,
): PlainDate | null {
  return isAdded && familyState !== 'closed' && adoptedOn > addDays(today, -DAYS_NEW) ? adoptedOn : null
}

/** The latest finding says no more than how the goal stands. */
function earlierFindings(goal: KeptGoal, { plans }: DossierFrame) {
  return findingsOf(goal, plans).slice(0, -1)
}

/** How an agreement stands today, worked out once; without a day it is open. */
export function standing(agreement: KeptAgreement, today: PlainDate): StandingAgreement {
  const time = agreementTimeOf(agreement)
  if (time === null) return { ...agreement, state: 'open', next: null }
  return { ...agreement, state: agreementState(time, today), next: nextOccurrence(time) }
}

/** First name of a member; null for the family as a whole. */
export function memberName(id: string | null, members: readonly FrameMember[]): string | null {
  return members.find((member) => member.id === id)?.firstName ?? null
}
