import { urgencyText } from './agreement-item'
import { type Attention, type FamilySituation, type OwnTask, whatNeedsAttention } from './attention'
import { type DashboardSeries, dashboardSeries } from './chart'
import { type ChartMark, chartMarks, type MeasurementFact, type SignalFact } from './chart-marks'
import {
  type GoalOnDashboard,
  goalOf,
  historyOf,
  type KeptAgreement,
  type KeptGoal,
  memberName,
  type StandingAgreement,
  standing,
} from './dashboard-goals'
import { type SafetyOnDashboard, safetyOnDashboard } from './dashboard-safety'
import { type StationOfPlan, stationsOf } from './dashboard-stations'
import type { DossierFrame, FrameMember, FramePlan } from './dossier'
import type { LeftBehind } from './left-behind'
import { nextMeeting } from './meeting-attention'
import type { PlainDate } from './plain-date'
import { meetingTitle, planKindName, planSlug } from './plan-state'
import { type Coming, type LookBacks, whatComes } from './what-comes'

export interface TopThreeRow {
  planId: string
  aboutMemberId: string | null
  rank: 1 | 2 | 3
  concern: string
  reason: string
}

/** What the database knows for the dashboard besides the dossier's frame. */
export interface DashboardFacts {
  goals: readonly KeptGoal[]
  agreements: readonly KeptAgreement[]
  topThree: readonly TopThreeRow[]
  /** Of the future plan as it was adopted. */
  lookBacks: LookBacks | null
  signals: readonly SignalFact[]
  measurements: readonly MeasurementFact[]
  provisionalSince: readonly { planId: string; on: PlainDate }[]
  ownTasks: readonly OwnTask[]
  /** Who asked to stop; for the case director only. */
  leaveRequests: FamilySituation['leaveRequests']
  openSignals: FamilySituation['openSignals']
  /** Who died, moved out or no longer belongs to the network, with the agreements in that name; for the case director only. */
  gone: readonly (Omit<LeftBehind, 'count'> & { agreementIds: readonly string[] })[]
}

export interface TopThreeOfMeeting {
  planId: string
  title: string
  heldOn: PlainDate | null
  slug: string
  /** At GIPS 3 one list for each family member. */
  lists: { memberName: string | null; rows: RankedConcern[] }[]
}

export type RankedConcern = Pick<TopThreeRow, 'rank' | 'concern' | 'reason'>

export interface OverdueAgreement {
  id: string
  text: string
  /** Names, or 'iedereen'. */
  who: string
  urgency: string
  isOwn: boolean
}

export interface Dashboard {
  series: DashboardSeries
  marks: ChartMark[]
  safety: SafetyOnDashboard
  stations: StationOfPlan[]
  attention: Attention[]
  coming: Coming
  /** Nothing is added to this dossier any more. */
  isClosed: boolean
  overdue: OverdueAgreement[]
  topThree: TopThreeOfMeeting[]
  goals: GoalOnDashboard[]
  /** The latest plan that was adopted, for the download. */
  download: { title: string; slug: string } | null
}

/** Everything the dashboard shows, from what this viewer may see (GIPS §3.4.1). */
export function dashboardOf(frame: DossierFrame, facts: DashboardFacts): Dashboard {
  const adopted = frame.plans.filter(({ version }) => version > 0)
  const latest = adopted.at(-1)
  const agreements = facts.agreements.map((each) => standing(each, frame.today))
  const isClosed = frame.familyState === 'closed'
  return {
    series: dashboardSeries(
      frame.assessments,
      facts.goals.map((goal) => historyOf(goal, frame)),
    ),
    marks: chartMarks(facts.signals, facts.measurements, frame.members),
    safety: safetyOnDashboard(frame),
    stations: stationsOf(frame),
    attention: isClosed ? [] : whatNeedsAttention(situationOf(frame, facts, agreements), frame.today),
    coming: comingOf(frame, facts.lookBacks),
    isClosed,
    overdue: overdueOf(agreements, frame.today),
    topThree: adopted.flatMap((plan) => topThreeOf(plan, facts.topThree, frame.members)).reverse(),
    goals: facts.goals.map((goal) => goalOf(goal, agreements, frame)),
    download: latest ? { title: planKindName(latest.kind), slug: planSlug(latest) } : null,
  }
}

function comingOf({ plans, familyState, today }: DossierFrame, lookBacks: LookBacks | null): Coming {
  const hasFuturePlan = plans.some(({ kind, version }) => kind === 'gips5' && version > 0)
  return whatComes(nextMeeting(plans, today), { familyState, hasFuturePlan, lookBacks }, today)
}

function topThreeOf(
  plan: FramePlan,
  rows: readonly TopThreeRow[],
  members: readonly FrameMember[],
): TopThreeOfMeeting[] {
  const own = rows.filter(({ planId }) => planId === plan.id).sort((first, second) => first.rank - second.rank)
  if (own.length === 0) return []
  const about = plan.kind === 'gips3' ? [...new Set(own.map(({ aboutMemberId }) => aboutMemberId))] : null
  const lists = about?.map((memberId) => ({
    memberName: memberName(memberId, members),
    rows: own.filter(({ aboutMemberId }) => aboutMemberId === memberId).map(rankedConcern),
  }))
  return [
    {
      planId: plan.id,
      title: meetingTitle(plan.kind, plan.ordinal),
      heldOn: plan.heldOn,
      slug: planSlug(plan),
      lists: lists ?? [{ memberName: null, rows: own.map(rankedConcern) }],
    },
  ]
}

function rankedConcern({ rank, concern, reason }: TopThreeRow): RankedConcern {
  return { rank, concern, reason }
}

function overdueOf(agreements: readonly StandingAgreement[], today: PlainDate): OverdueAgreement[] {
  return agreements
    .flatMap((each) => (each.state === 'overdue' && each.next !== null ? [{ each, since: each.next }] : []))
    .sort((first, second) => first.since.localeCompare(second.since))
    .map(({ each: { id, text, byEveryone, doers, isOwn }, since }) => ({
      id,
      text,
      who: byEveryone ? 'iedereen' : doers.join(', '),
      urgency: urgencyText(since, today),
      isOwn,
    }))
}

function situationOf(
  frame: DossierFrame,
  { provisionalSince, ownTasks, leaveRequests, openSignals, gone }: DashboardFacts,
  agreements: readonly StandingAgreement[],
): FamilySituation {
  return {
    isDirector: frame.roles.includes('caseDirector'),
    plans: frame.plans.map((plan) => ({
      ...plan,
      provisionalOn: provisionalSince.find(({ planId }) => planId === plan.id)?.on ?? null,
    })),
    lowest: frame.score?.lowest.score ?? null,
    agreements: agreements.map(({ state, isOwn }) => ({ isLate: state === 'overdue', isOwn })),
    ownTasks,
    isInIntake: frame.familyState === 'intake',
    leaveRequests,
    openSignals,
    leftBehind: gone.flatMap(({ agreementIds, ...who }) => {
      const isOpen = ({ id, state }: StandingAgreement) =>
        agreementIds.includes(id) && state !== 'done' && state !== 'closed'
      const count = agreements.filter(isOpen).length
      return count > 0 ? [{ ...who, count }] : []
    }),
  }
}
