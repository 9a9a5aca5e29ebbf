import type { PlanKind } from './agendas/agenda'
import { addDays, addMonths, daysBetween } from './calendar'
import { type LeftBehind, leftByGone } from './left-behind'
import type { PartOfDay } from './meeting-time'
import { formatDate, type PlainDate } from './plain-date'
import { meetingTitle, type PlanReference, type PlanState, planSlug } from './plan-state'
import { formatScore, MINIMUM_SCORE } from './score'
import { type OpenSignals, waitingSignals } from './signal-attention'
import { workingDaysSince } from './working-day'

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

type DatedPlan = Pick<SituationPlan, 'heldOn' | 'state'>

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
const PROVISIONAL_DAYS = 7
const PROVISIONAL_WORKING_DAYS_GIPS1 = 2
const SOON_DAYS = 14
const WEEKS_WITHOUT_MEETING = 10
const MONTHS_BETWEEN = 3
/** About every three months: so much later is still about. */
const LEEWAY_DAYS = 14

/**
 * What needs attention in a dossier today, the most pressing first: signals of safety, a member under a 6, agreements that
 * are late, a plan that stays provisional (7 days, GIPS 1: 2 working days), a meeting that passed, is near, is not planned
 * ten weeks after the last one, or is planned more than three months and two weeks after it (GIPS §3.5), an intake that
 * waits, who asks to stop, and what stands in the name of somebody who is gone. What only the case director can do is told to the case director alone.
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

/** The next meeting that is still to be held, today included; null when none has a date. */
export function nextMeeting<P extends DatedPlan>(plans: readonly P[], today: PlainDate): P | null {
  const coming = plans.filter((plan) => isToBeHeld(plan) && plan.heldOn !== null && plan.heldOn >= today)
  return coming.sort((first, second) => (first.heldOn ?? '').localeCompare(second.heldOn ?? ''))[0] ?? null
}

/** The last day on which a meeting was held before today, or null; a date that passed without one does not count. */
export function lastMeetingDay(plans: readonly DatedPlan[], today: PlainDate): PlainDate | null {
  const begun = plans.filter(({ state }) => state !== 'preparation' && state !== 'invited')
  const past = begun.flatMap(({ heldOn }) => (heldOn !== null && heldOn < today ? [heldOn] : []))
  return past.sort().at(-1) ?? null
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
    ...plans.flatMap((plan) => provisionalTooLong(plan, today)),
    ...plans.flatMap((plan) => meetingPassed(plan, today)),
    ...noMeetingPlanned(plans, today),
    ...meetingTooLate(plans, today),
  ]
}

function leaveAsked({ personId, name }: FamilySituation['leaveRequests'][number]): Attention {
  const text = `${name} vraagt om te stoppen in dit dossier.`
  return { kind: 'leaveAsked', tone: 'warning', text, path: `/team/${personId}/wijzigen#beeindigen` }
}

function provisionalTooLong(plan: SituationPlan, today: PlainDate): Attention[] {
  const { kind, ordinal, state, provisionalOn } = plan
  if (state !== 'provisional' || provisionalOn === null) return []
  const isTooLong =
    kind === 'gips1'
      ? workingDaysSince(provisionalOn, today) >= PROVISIONAL_WORKING_DAYS_GIPS1
      : daysBetween(provisionalOn, today) >= PROVISIONAL_DAYS
  if (!isTooLong) return []
  const text = `${meetingTitle(kind, ordinal)} is al ${daysBetween(provisionalOn, today)} dagen voorlopig. Bespreek het met het gezin en maak het definitief.`
  return [{ kind: 'provisionalTooLong', tone: 'warning', text, path: `/plannen/${planSlug(plan)}` }]
}

function meetingPassed(plan: SituationPlan, today: PlainDate): Attention[] {
  const { kind, ordinal, heldOn } = plan
  if (!isToBeHeld(plan) || heldOn === null || heldOn >= today) return []
  const text = `${meetingTitle(kind, ordinal)} stond gepland op ${formatDate(heldOn)}. Werk het plan bij, of kies een nieuwe datum.`
  return [{ kind: 'meetingPassed', tone: 'warning', text, path: `/plannen/${planSlug(plan)}` }]
}

function noMeetingPlanned(plans: readonly SituationPlan[], today: PlainDate): Attention[] {
  const last = lastMeetingDay(plans, today)
  const isOver = plans.some(({ kind, version }) => kind === 'gips5' && version > 0)
  const open = plans.find(isToBeHeld)
  if (last === null || isOver || (open?.heldOn ?? null) !== null) return []
  const weeks = Math.floor(daysBetween(last, today) / 7)
  if (weeks < WEEKS_WITHOUT_MEETING) return []
  const text = `Het laatste overleg was ${weeks} weken geleden en er is nog geen nieuw overleg gepland.`
  const path = open ? `/plannen/${planSlug(open)}#uitnodiging` : '/plannen'
  return [{ kind: 'noMeetingPlanned', tone: 'warning', text, path }]
}

/** Not of a meeting within two weeks: it could hardly be any sooner. */
function meetingTooLate(plans: readonly SituationPlan[], today: PlainDate): Attention[] {
  const last = lastMeetingDay(plans, today)
  const next = nextMeeting(plans, today)
  if (last === null || !next?.heldOn || daysBetween(today, next.heldOn) <= SOON_DAYS) return []
  if (next.heldOn <= addDays(addMonths(last, MONTHS_BETWEEN), LEEWAY_DAYS)) return []
  const text = `${meetingTitle(next.kind, next.ordinal)} staat gepland op ${formatDate(next.heldOn)}. Dat is meer dan drie maanden na het vorige overleg, op ${formatDate(last)}. Kan het eerder?`
  return [{ kind: 'meetingTooLate', tone: 'warning', text, path: `/plannen/${planSlug(next)}#uitnodiging` }]
}

function meetingSoon(plans: readonly SituationPlan[], today: PlainDate): Attention[] {
  const plan = nextMeeting(plans, today)
  if (!plan?.heldOn || daysBetween(today, plan.heldOn) > SOON_DAYS) return []
  const text = `${meetingTitle(plan.kind, plan.ordinal)} is ${inWords(daysBetween(today, plan.heldOn))}: ${formatDate(plan.heldOn)}.`
  return [{ kind: 'meetingSoon', tone: 'info', text, path: `/plannen/${planSlug(plan)}/agenda` }]
}

function inWords(days: number): string {
  if (days === 0) return 'vandaag'
  return days === 1 ? 'morgen' : `over ${days} dagen`
}

/** Held means: a provisional or definitive plan came out of it. */
function isToBeHeld({ state }: Pick<SituationPlan, 'state'>): boolean {
  return state === 'preparation' || state === 'invited' || state === 'meeting'
}
