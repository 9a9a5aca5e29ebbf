import type { AgreementsOnDesk } from './agreement-in-force'
import type { FuturePlanDesk } from './future-plan'
import type { InvitationReach } from './meeting-invitation'
import type { Missing } from './missing/snapshot'
import type { PlainDate } from './plain-date'
import type { PlanState } from './plan-state'
import type { RecoveryDeskView } from './recovery'

export interface DeskPerson {
  id: string
  name: string
  roles: string[]
}

export interface DeskAccount {
  id: string
  name: string
  wasViewed: boolean
}

export interface DeskProposal {
  id: string
  who: string
  text: string
  decision: string | null
  reason: string
}

export interface DeskResponder {
  id: string
  name: string
  response: string | null
  words: string
}

/** The case director's work on a plan besides filling it in: planning the meeting, the next step, responses, adoption. */
export interface DirectorDeskView {
  planId: string
  state: PlanState
  version: number
  next: PlanState | null
  missing: Missing[]
  agreements: AgreementsOnDesk
  meeting: {
    heldOn: string
    part: string
    place: string
    placeIsFit: boolean
    /** The day that is proposed, with its day of the week. */
    proposal: { date: PlainDate; words: string }
    /** Why people are likely to be off on the chosen day; null when they are not. */
    dayOff: string | null
    seats: { personId: string; role: string }[]
    /** What is filled in as the last meeting was, and not saved yet. */
    asLastTime: { when: boolean; who: boolean }
    /** A first meeting: everyone of the team is suggested, and not saved yet. */
    isWholeTeam: boolean
  }
  /** Whom the invitations go to; null once they are out. */
  reach: InvitationReach | null
  recovery: RecoveryDeskView
  team: DeskPerson[]
  responders: DeskResponder[]
  proposals: DeskProposal[]
  accounts: DeskAccount[]
  /** GIPS 5: the year after it. */
  futurePlan: FuturePlanDesk | null
  checklist: { isIntegrityDone: boolean; isLanguageDone: boolean }
}
