import type { PlanKind } from './agendas/agenda'
import { urgencyText } from './agreement-item'
import { type Attention, type FamilySituation, nextMeeting, type OwnTask, whatNeedsAttention } from './attention'
import { type DashboardSeries, dashboardSeries } from './chart'
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
import type { DossierFrame, FrameMember, FramePlan } from './dossier'
import type { PlainDate } from './plain-date'
import { meetingTitle, planKindName, planSlug, planStateName, stations } from './plan-state'

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
  provisionalSince: readonly { planId: string; on: PlainDate }[]
  ownTasks: readonly OwnTask[]
  /** Who asked to stop; for the case director only. */
  leaveRequests: FamilySituation['leaveRequests']
  openSignals: FamilySituation['openSignals']
}

export interface TopThreeOfMeeting {
  planId: string
  title: string
  heldOn: PlainDate | null
  slug: string
  /** At GIPS 3 one list for each family member. */
  lists: { memberName: string | null; rows: TopThreeRow[] }[]
}

export interface OverdueAgreement {
  id: string
  text: string
  /** Names, or 'iedereen'. */
  who: string
  urgency: string
  isOwn: boolean
}

export interface StationOfPlan {
  key: PlanKind
  label: string
  detail: string
  state: 'done' | 'current' | 'upcoming'
  /** Under the dossier's address. */
  path: string
}

export interface Dashboard {
  series: DashboardSeries
  stations: StationOfPlan[]
  attention: Attention[]
  next: FramePlan | null
  familyState: string
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
  return {
    series: dashboardSeries(
      frame.assessments,
      facts.goals.map((goal) => historyOf(goal, frame)),
    ),
    stations: stationsOf(frame),
    attention:
      frame.familyState === 'closed' ? [] : whatNeedsAttention(situationOf(frame, facts, agreements), frame.today),
    next: nextMeeting(frame.plans, frame.today),
    familyState: frame.familyState,
    overdue: overdueOf(agreements, frame.today),
    topThree: adopted.flatMap((plan) => topThreeOf(plan, facts.topThree, frame.members)).reverse(),
    goals: facts.goals.map((goal) => goalOf(goal, agreements, frame)),
    download: latest ? { title: planKindName(latest.kind), slug: planSlug(latest) } : null,
  }
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
    rows: own.filter(({ aboutMemberId }) => aboutMemberId === memberId),
  }))
  return [
    {
      planId: plan.id,
      title: meetingTitle(plan.kind, plan.ordinal),
      heldOn: plan.heldOn,
      slug: planSlug(plan),
      lists: lists ?? [{ memberName: null, rows: own }],
    },
  ]
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

/** One station for each of the five phases: the last plan of its kind, with what the viewer can open of it. */
function stationsOf({ plans }: DossierFrame): StationOfPlan[] {
  const latest = stations().map(({ kind }) => plans.filter((plan) => plan.kind === kind).at(-1))
  const current = latest.find((plan) => plan && plan.state !== 'definitive')
  return stations().map(({ kind, title, phase }, index) => {
    const plan = latest[index]
    const slug = planSlug(plan ?? { kind, ordinal: 1 })
    return {
      key: kind,
      label: `${title} · ${phase}`,
      detail: plan ? planStateName(plan.state) : 'nog niet begonnen',
      state: stationState(plan, current),
      path: `/plannen/${slug}${plan?.isReadable ? '' : '/agenda'}`,
    }
  })
}

function stationState(plan: FramePlan | undefined, current: FramePlan | undefined): StationOfPlan['state'] {
  if (plan?.state === 'definitive') return 'done'
  return plan && plan === current ? 'current' : 'upcoming'
}

function situationOf(
  frame: DossierFrame,
  { provisionalSince, ownTasks, leaveRequests, openSignals }: DashboardFacts,
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
  }
}
