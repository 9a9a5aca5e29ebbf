import type { PlanKind } from './agendas/agenda'
import { type LeftBehind, leftByGone } from './left-behind'
import { meetingSoon, meetingsToDirect } from './meeting-attention'
import type { PartOfDay } from './meeting-time'
import type { PlainDate } from './plain-date'
import { meetingTitle, type PlanReference, type PlanState, planSlug } from './plan-state'
import { formatScore, MINIMUM_SCORE } from './score'
import { type OpenSignals, waitingSignals } from './signal-attention'

export interface SituationPlan {
  kind: PlanKind
  ordinal: number
  state: PlanState
  version: number
  heldOn: PlainDate | null
  part: PartOfDay | null
  /** The day on which it became provisional, last time. */
  provisionalOn: PlainDate | null
}

/** Something that only this viewer can do for a meeting, from their own seat. */
export interface OwnTask {
  kind: 'topThree' | 'scores'
  plan: PlanReference
}

/** What tells whether a dossier needs this viewer: only what the viewer may see. */
export interface FamilySituation {
  isDirector: boolean
  plans: readonly SituationPlan[]
  /** The lowest member's score of the latest closed assessment, 0–10; null before the first. */
  lowest: number | null
  agreements: readonly { isLate: boolean; isOwn: boolean }[]
  /** Told where one dossier is looked at; left out of lists over several. */
  ownTasks?: readonly OwnTask[]
  /** Registered, and no plan begun. */
  isInIntake: boolean
  /** Who asked the case director to stop; to anyone else nobody did. */
  leaveRequests: readonly { personId: string; name: string }[]
  openSignals: OpenSignals
  /** What who is gone had still to do; as `ownTasks`, told where one dossier is looked at, to the case director. */
  leftBehind?: readonly LeftBehind[]
}

export type AttentionKind =
  | 'signalUnseen'
  | 'signalView'
  | 'signalOpen'
  | 'ownScores'
  | 'scoreUnderSix'
  | 'ownOverdue'
  | 'ownTopThree'
  | 'provisionalTooLong'
  | 'overdue'
  | 'leaveAsked'
  | 'leftBehind'
  | 'meetingPassed'
  | 'noMeetingPlanned'
  | 'meetingTooLate'
  | 'intakeOpen'
  | 'meetingSoon'

export interface Attention {
  kind: AttentionKind
  tone: 'danger' | 'warning' | 'info'
  /** A Dutch sentence. */
  text: string
  /** Where to put it right, under the dossier's address; '' for the dashboard itself. */
  path: string
}

/** The most pressing first: a signal nobody saw, what the table waits for at this moment, then safety before everything else. */
const ORDER: readonly AttentionKind[] = [
  'signalUnseen',
  'ownScores',
  'signalView',
  'signalOpen',
  'scoreUnderSix',
  'ownOverdue',
  'ownTopThree',
  'provisionalTooLong',
  'overdue',
  'leaveAsked',
  'leftBehind',
  'meetingPassed',
  'noMeetingPlanned',
  'meetingTooLate',
  'intakeOpen',
  'meetingSoon',
]
const INTAKE_OPEN: Attention = {
  kind: 'intakeOpen',
  tone: 'info',
  text: 'Maak de intake compleet en begin dan met GIPS 1.',
  path: '/intake',
}
/**
 * What needs attention in a dossier today, the most pressing first: signals of safety, a member under a 6, agreements
 * that are late, a plan that stays provisional (7 days, GIPS 1: 2 working days), a meeting that passed, is near, is not
 * planned ten weeks after the last one, or is planned more than three months and two weeks after it (GIPS §3.5), an
 * intake that waits, who asks to stop, and what stands in the name of somebody who is gone. What only the case director
 * can do is told to the case director alone.
 */
export function whatNeedsAttention(situation: FamilySituation, today: PlainDate): Attention[] {
  const found = [
    ...waitingSignals(situation.openSignals),
    ...scoreUnderSix(situation),
    ...overdueAgreements(situation),
    ...(situation.ownTasks ?? []).map(ownTask),
    ...(situation.isDirector ? forDirector(situation, today) : []),
    ...meetingSoon(situation.plans, today),
  ]
  return found.sort((first, second) => ORDER.indexOf(first.kind) - ORDER.indexOf(second.kind))
}

export interface Urgency {
  attention: readonly Attention[]
  /** The last day on which people met; null when they never did. */
  lastMeetingOn: PlainDate | null
  code: string
}

/** The most urgent dossier first; at equal urgency the one that was left alone longest. For Array.prototype.sort. */
export function byUrgencyOfFamily(first: Urgency, second: Urgency): number {
  return (
    rankOf(first) - rankOf(second) ||
    second.attention.length - first.attention.length ||
    (first.lastMeetingOn ?? '').localeCompare(second.lastMeetingOn ?? '') ||
    first.code.localeCompare(second.code)
  )
}

function rankOf({ attention }: Urgency): number {
  const [first] = attention
  return first ? ORDER.indexOf(first.kind) : ORDER.length
}

function scoreUnderSix({ lowest }: FamilySituation): Attention[] {
  if (lowest === null || lowest >= MINIMUM_SCORE) return []
  const text = `Het laagste veiligheidscijfer is een ${formatScore(lowest)}: onder de 6.`
  return [{ kind: 'scoreUnderSix', tone: 'danger', text, path: '/veiligheid' }]
}

/** What the viewer is asked to do from the own seat, as a sentence with its place. */
export function ownTask({ kind, plan }: OwnTask): Attention {
  const title = meetingTitle(plan.kind, plan.ordinal)
  const path = `/plannen/${planSlug(plan)}/inbreng`
  if (kind === 'scores') {
    return { kind: 'ownScores', tone: 'info', text: `${title} is bezig. Geef uw veiligheidscijfers.`, path }
  }
  return { kind: 'ownTopThree', tone: 'info', text: `Bereid uw TOP-3 voor ${title} voor.`, path }
}

function overdueAgreements({ agreements, isDirector }: FamilySituation): Attention[] {
  const late = agreements.filter(({ isLate }) => isLate)
  const own = late.filter(({ isOwn }) => isOwn).length
  const found: Attention[] = []
  if (own > 0) {
    const text = own === 1 ? 'Eén afspraak van u is te laat.' : `${own} afspraken van u zijn te laat.`
    found.push({ kind: 'ownOverdue', tone: 'warning', text, path: '' })
  }
  const others = late.length - own
  if (isDirector && others > 0) {
    const text =
      others === 1 ? 'Eén afspraak van een ander is te laat.' : `${others} afspraken van anderen zijn te laat.`
    found.push({ kind: 'overdue', tone: 'warning', text, path: '' })
  }
  return found
}

function forDirector(situation: FamilySituation, today: PlainDate): Attention[] {
  const { plans, leaveRequests, isInIntake, leftBehind = [] } = situation
  return [
    ...leaveRequests.map(leaveAsked),
    ...leftBehind.map(leftByGone),
    ...(isInIntake ? [INTAKE_OPEN] : []),
    ...meetingsToDirect(plans, today),
  ]
}

function leaveAsked({ personId, name }: FamilySituation['leaveRequests'][number]): Attention {
  const text = `${name} vraagt om te stoppen in dit dossier.`
  return { kind: 'leaveAsked', tone: 'warning', text, path: `/team/${personId}/wijzigen#beeindigen` }
}
