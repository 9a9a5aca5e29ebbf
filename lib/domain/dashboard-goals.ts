import { type AgreementState, agreementState, nextOccurrence } from './agreement'
import { agreementTimeOf, type KeptTime } from './agreement-item'
import type { GoalHistory } from './chart'
import type { DossierFrame, FrameMember } from './dossier'
import { formatGoalResult, type GoalKind, goalResult } from './goal'
import type { PlainDate } from './plain-date'
import { meetingTitle } from './plan-state'

export type ReviewResult = 'reached' | 'partly' | 'notReached'

/** A goal in force as the database keeps it; results come from plans that were adopted, oldest first. */
export interface KeptGoal {
  id: string
  planId: string
  kind: GoalKind
  text: string
  aboutMemberId: string | null
  adoptedOn: PlainDate
  closedOn: PlainDate | null
  closedReason: string | null
  evaluations: readonly { planId: string; percent: number }[]
  reviews: readonly { planId: string; result: ReviewResult }[]
  verdicts: readonly { planId: string; isGoodEnough: boolean }[]
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
  agreements: { total: number; done: number; overdue: number }
}

/** How a goal stands: closed, what the latest evaluation or review found, or at work. Percentages are 0–100. */
export function goalStanding(goal: KeptGoal): GoalOnDashboard['standing'] {
  if (goal.closedOn !== null) {
    return { words: 'afgesloten', tone: 'neutral' }
  }
  const evaluated = goal.evaluations.at(-1)?.planId
  const result = goalResult(goal.evaluations.filter(({ planId }) => planId === evaluated).map(({ percent }) => percent))
  if (result) {
    const isGoodEnough = goal.verdicts.find(({ planId }) => planId === evaluated)?.isGoodEnough ?? false
    const words = `${formatGoalResult(result)} bereikt${isGoodEnough ? ', goed genoeg' : ''}`
    return { words, tone: isGoodEnough ? 'success' : 'warning' }
  }
  switch (goal.reviews.at(-1)?.result) {
    case 'reached':
      return { words: 'bereikt', tone: 'success' }
    case 'partly':
      return { words: 'deels bereikt', tone: 'warning' }
    case 'notReached':
      return { words: 'niet bereikt', tone: 'danger' }
    default:
      return { words: 'mee bezig', tone: 'neutral' }
  }
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
    standing: goalStanding(goal),
    agreements: { total: own.length, done: count('done'), overdue: count('overdue') },
  }
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
