import type { Attention, SituationPlan } from './attention'
import { addDays, addMonths, daysBetween } from './calendar'
import { formatDate, type PlainDate } from './plain-date'
import { meetingTitle, planSlug } from './plan-state'
import { workingDaysSince } from './working-day'

type DatedPlan = Pick<SituationPlan, 'heldOn' | 'state'>

const PROVISIONAL_DAYS = 7
const PROVISIONAL_WORKING_DAYS_GIPS1 = 2
const SOON_DAYS = 14
const WEEKS_WITHOUT_MEETING = 10
const MONTHS_BETWEEN = 3
/** About every three months: so much later is still about. */
const LEEWAY_DAYS = 14

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

/** What the case director is told of plans and their meetings: one that waits, passed, is not planned or comes too late. */
export function meetingsToDirect(plans: readonly SituationPlan[], today: PlainDate): Attention[] {
  return [
    ...plans.flatMap((plan) => provisionalTooLong(plan, today)),
    ...plans.flatMap((plan) => meetingPassed(plan, today)),
    ...noMeetingPlanned(plans, today),
    ...meetingTooLate(plans, today),
  ]
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

/** The next meeting, for everyone, from two weeks before. */
export function meetingSoon(plans: readonly SituationPlan[], today: PlainDate): Attention[] {
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
