import type { DossierFrame } from './dossier'
import type { Named } from './people-views'
import type { SignalState, SignalUrgency } from './signal'
import type { LinkTarget, SignalLinkView } from './signal-links'

export interface SignalInList {
  id: string
  code: number
  urgency: SignalUrgency
  state: SignalState
  happened: string
  reportedAt: Date
  /** Whom it concerns; nobody: the whole family. */
  members: readonly string[]
  isOwn: boolean
  /** The viewer was asked for their view and did not give it yet. */
  asksView: boolean
}

export interface SignalDetails extends Omit<SignalInList, 'asksView'> {
  happenedAt: Date | null
  /** Null for who is not told who reported it. */
  reporter: string | null
  seen: { by: string | null; at: Date } | null
  outcome: string | null
  closedAt: Date | null
}

export interface AskedView {
  name: string
  profession: string | null
  askedAt: Date
  view: string | null
  answeredAt: Date | null
}

/** A family account with whom a signal can be shared. */
export interface SharingAccount {
  personId: string
  memberId: string
  name: string
  isShared: boolean
}

/** A family account that can be suspended because of a signal. */
export interface AccountAtSignal {
  personId: string
  name: string
  isSuspended: boolean
}

/** What whoever takes over a signal needs. */
export interface SignalDesk {
  views: readonly AskedView[]
  actions: readonly { text: string; by: string; at: Date }[]
  /** Who of the team can still be asked. */
  candidates: readonly (Named & { profession: string | null })[]
  /** Empty for all but the case director. */
  accounts: readonly SharingAccount[]
  /** What else the signal can be linked to. */
  targets: readonly LinkTarget[]
  /** The viewer may ask an extra assessment about it. */
  mayAsk: boolean
  /** Whose access chair or case manager may suspend; the case director has a page for that. */
  toSuspend: readonly AccountAtSignal[]
}

export interface SignalPage {
  frame: DossierFrame
  signal: SignalDetails
  /** What was asked of the viewer; null when nothing was. */
  ownView: Omit<AskedView, 'name' | 'profession'> | null
  /** Null for who does not take over. */
  desk: SignalDesk | null
  /** What came of it, as far as the viewer may read that. */
  links: readonly SignalLinkView[]
}

/** Somebody to call when it cannot wait. */
export interface PhoneLine {
  name: string
  role: string
  phone: string | null
}
