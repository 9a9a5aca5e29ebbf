import type { PlatformRole } from '@/lib/policy'
import type { AccountState } from './account-words'
import type { PlainDate } from './plain-date'
import type { PushEvent } from './push-forms'

/** Who is looking at a page outside any dossier. */
export interface PlatformFrame {
  viewerName: string
  platformRoles: readonly string[]
  /** Something was sent to them that they have not seen in the app yet. */
  hasUnread: boolean
}

/** What the front page of the administration tells. */
export interface AdministrationInShort {
  accounts: number
  invited: number
  organisations: number
  regions: number
  undelivered: number
  removals: number
}

export interface AccountInList {
  id: string
  /** Null for the account of a family member: no administrator reads that name. */
  name: string | null
  email: string
  profession: string | null
  organisation: string | null
  state: AccountState
  roles: readonly PlatformRole[]
}

export interface Paged<Row> {
  rows: Row[]
  total: number
  page: number
  pages: number
}

/** How it stands with an invitation: on its way, arrived as far as we know, refused by the mail server, or too old. */
export type InvitationState = 'waiting' | 'sent' | 'undelivered' | 'over'

export interface InvitationView {
  state: InvitationState
  sentOn: PlainDate
  worksUntil: PlainDate | null
}

/** Somebody of a dossier who still has to set up the account. */
export interface OpenInvitation {
  personId: string
  state: InvitationState
  sentOn: PlainDate | null
}

export interface PlatformRoleLine {
  id: string
  role: PlatformRole
  region: string | null
  since: PlainDate
}

export interface ChairView {
  certifiedOn: PlainDate | null
  supervisorId: string | null
  supervisor: string | null
}

/** Somebody asked for the removal of this account's second factor; another administrator decides. */
export interface RemovalView {
  id: string
  askedBy: string
  /** Asked by the viewer, who cannot confirm it. */
  isOwn: boolean
  askedAt: string
  reason: string
  /** Older than three days: it has to be asked again. */
  isOver: boolean
}

export interface AccountView extends Omit<AccountInList, 'roles'> {
  isFamily: boolean
  isSelf: boolean
  createdOn: PlainDate
  lastLogin: string | null
  openSessions: number
  /** Of an account that was never set up. */
  invitation: InvitationView | null
  roles: readonly PlatformRoleLine[]
  chair: ChairView | null
  removal: RemovalView | null
}

export interface OpenRemoval {
  personId: string
  who: string
  askedBy: string
  askedAt: string
  isOwn: boolean
}

export interface OrganisationInList {
  id: string
  name: string
  sector: string
  place: string | null
  people: number
}

export interface RegionInList {
  id: string
  name: string
  retentionYears: number
  coordinators: readonly { id: string; name: string }[]
}

export interface UndeliveredMessage {
  id: string
  what: string
  /** Null for a family member, of whose address only the first letter is shown. */
  personId: string | null
  address: string
  since: string
  problem: string
  /** The reason as the worker wrote it down; null: not tried yet. */
  error: string | null
  /** An alert, which goes before all else. */
  isAlert: boolean
  /** Given up: it is not sent again by itself. */
  isGivenUp: boolean
  /** Still worth sending: the link in it works, the person still has access. */
  isWanted: boolean
}

/** What an app for codes is linked by: a key, and the same as a QR code in SVG. */
export interface AppToLink {
  email: string
  secret: string
  picture: string
}

/** One's own account, as its owner sees it. */
export interface OwnAccountView {
  name: string
  email: string
  profession: string | null
  phone: string | null
  organisation: string | null
  guidelineAcceptedOn: PlainDate | null
  isFamily: boolean
  recoveryCodes: number
}

export interface OwnSession {
  id: string
  since: string
  lastSeen: string
  isCurrent: boolean
}

/** A device on which its owner is told of a signal at once. */
export interface OwnDevice {
  id: string
  label: string
  since: string
  /** Null: nothing was sent there yet. */
  lastSent: string | null
  isCurrent: boolean
}

export interface OwnAlerts {
  devices: OwnDevice[]
  /** What they chose beside signals. */
  events: readonly PushEvent[]
}
