import type { PlanState } from '@/lib/domain/plan-state'
import type { DossierRole } from './policy'

/** What a right may depend on besides the role: the plan it is about, and how the viewer stands to it. */
export interface PlanFacts {
  state: PlanState
  /** Version last adopted, 0 before the first. */
  version: number
  /** GIPS 5: it becomes definitive in its meeting. */
  isMadeAtTable: boolean
  /** The viewer is the note-taker appointed for this plan. */
  isNoteTaker: boolean
  /** A family account: the director opened this plan to it, or admitted it to the meeting. */
  isOpened: boolean
  isAdmitted: boolean
  /** The viewer sat at the table of its meeting; asked once that is over. */
  hasAttended: boolean
}

/** Anything but definitive: a plan that is revised too. */
export const isBeingMade = (plan: PlanFacts) => plan.state !== 'definitive'
/** From the invitations on. */
export const isInvited = (plan: PlanFacts) => plan.state !== 'preparation'
/** Made, and discussed with the family. */
export const isProvisional = (plan: PlanFacts) => plan.state === 'provisional'
/** Its meeting is over. */
export const isHeld = (plan: Pick<PlanFacts, 'state'>) => plan.state === 'provisional' || plan.state === 'definitive'
/** The case director, or a deputy. */
export const isDirector = (roles: readonly DossierRole[]) => roles.includes('caseDirector')

/** An adopted plan is read by everyone, one in the making by who reads along and by the family to which it is open. */
export function mayReadPlan(plan: PlanFacts, roles: readonly DossierRole[]): boolean {
  if (plan.version > 0 || isDirector(roles)) {
    return true
  }
  return readsAlong(plan, roles) || (roles.includes('family') && (plan.isOpened || plan.isAdmitted))
}

/** A plan in the making: the director always, chair and professionals once invited; a note-taker only their own plan. */
export function readsAlong(plan: PlanFacts, roles: readonly DossierRole[]): boolean {
  const isAtTable = roles.includes('gipsMaster') || roles.includes('professional') || plan.isNoteTaker
  return isDirector(roles) || (isInvited(plan) && isAtTable)
}

/** The director while the plan is not definitive, its note-taker in the meeting and until it is adopted. */
export function mayWriteMeeting(plan: PlanFacts, roles: readonly DossierRole[]): boolean {
  return (
    isBeingMade(plan) && (isDirector(roles) || (plan.isNoteTaker && ['meeting', 'provisional'].includes(plan.state)))
  )
}

/** For who is not at the table: who writes in the meeting, and a professional for themselves until the plan is made. */
export function mayContribute(plan: PlanFacts, roles: readonly DossierRole[]): boolean {
  const isBefore = plan.state === 'invited' || plan.state === 'meeting'
  return mayWriteMeeting(plan, roles) || (isBefore && roles.includes('professional'))
}

/** A TOP-3 in words of one's own: the director from the start, professionals once invited, until the meeting is over. */
export function draftsTopThree({ state }: PlanFacts, roles: readonly DossierRole[]): boolean {
  const isBefore = state === 'invited' || state === 'meeting'
  return isDirector(roles) ? isBefore || state === 'preparation' : isBefore && roles.includes('professional')
}

/** Own scores, from the own account: in the meeting. Of the family who was admitted; never the chair as such. */
export function givesScores(plan: PlanFacts, roles: readonly DossierRole[]): boolean {
  const isAtTable = isDirector(roles) || roles.includes('professional') || plan.isNoteTaker || plan.isAdmitted
  return plan.state === 'meeting' && isAtTable
}

/** The round of unseen scores, in the meeting: the director, the chair, and the note-taker of this plan. */
export function leadsRound(plan: PlanFacts, roles: readonly DossierRole[]): boolean {
  return plan.state === 'meeting' && (isDirector(roles) || roles.includes('gipsMaster') || plan.isNoteTaker)
}

/** What the chair writes for themselves: from the invitations on, until the plan is definitive. */
export function leadsUntilAdopted(plan: PlanFacts): boolean {
  return isInvited(plan) && isBeingMade(plan)
}

/** A plan is adopted once it is provisional; GIPS 5 at the table, for it never is (GIPS §3.5.6). */
export function mayAdopt({ state, isMadeAtTable }: PlanFacts): boolean {
  return state === 'provisional' || (state === 'meeting' && isMadeAtTable)
}

/** Who has something of their own in this plan; the family what it told, once the invitations are out. */
export function hasOwnPart(plan: PlanFacts, roles: readonly DossierRole[]): boolean {
  const hasTold = roles.includes('family') && isInvited(plan)
  return hasTold || draftsTopThree(plan, roles) || givesScores(plan, roles)
}

/** The page of one's own part: while there is one; once the meeting is over it leads on to the plan, for who may read that. */
export function seesOwnPart(plan: PlanFacts, roles: readonly DossierRole[]): boolean {
  return hasOwnPart(plan, roles) || (isHeld(plan) && mayReadPlan(plan, roles))
}
