import type { AgreementItem } from './agreement-item'
import type { GoalOnDashboard } from './dashboard-goals'
import type { FileMark } from './document-file'
import type { ADULT_RELATIONS, CONTACT_ARRANGEMENTS, DOCUMENT_KINDS, MemberKind, TEAM_ROLES } from './people-words'
import type { PlainDate } from './plain-date'

export interface Named {
  id: string
  name: string
}

export interface ContactData {
  address: string | null
  phone: string | null
  email: string | null
}

/** `absent`: not there, or not for this viewer, which look alike. `closed`: there, and shown when asked for. */
export type ContactView = { state: 'absent' } | { state: 'closed' } | ({ state: 'open' } & ContactData)

export interface MemberInList extends Named {
  kind: MemberKind
  birthDate: PlainDate | null
  dueDate: PlainDate | null
  movedOutOn: PlainDate | null
  deceasedOn: PlainDate | null
  /** Parents and carers of a child, as far as the viewer may know. */
  adults: readonly string[]
  /** Which photo this viewer may see; null: none. */
  photoId: string | null
}

export interface FamilyTie {
  id: string
  other: Named
  relation: keyof typeof ADULT_RELATIONS
  hasAuthority: boolean
  contact: keyof typeof CONTACT_ARRANGEMENTS | null
  contactNote: string | null
}

export interface LineOfTime {
  id: string
  title: string
  note: string | null
  fromOn: PlainDate
  untilOn: PlainDate | null
}

export interface ConsentLine {
  id: string
  state: string
  decidedOn: PlainDate
  scope: string
  /** The form, for who may see it. */
  document: Pick<DocumentLine, 'id' | 'file'> | null
}

export interface ConfidantLine {
  id: string
  name: string | null
  isNetwork: boolean
  /** Why there is nobody. */
  reason: string | null
}

export interface ColleagueLine {
  personId: string
  name: string
  profession: string | null
  organisation: string | null
  phone: string | null
  email: string | null
}

export interface GoalLine {
  id: string
  text: string
  kind: string
  /** How it stands: what the latest meeting found, or closed. */
  standing: GoalOnDashboard['standing']
  /** About this member, or done by them; else a goal of the whole family. */
  isOwn: boolean
  agreements: readonly AgreementItem[]
}

export interface MemberDetailsView {
  birthDate: PlainDate | null
  dueDate: PlainDate | null
  interpreter: string | null
  safeChannel: string | null
  justiceInvolvement: string | null
}

/** A family member as this viewer may see them: what is hidden is simply not there. */
export interface MemberView extends Named {
  kind: MemberKind
  firstNames: string
  prefix: string | null
  surname: string
  initials: string
  movedOutOn: PlainDate | null
  deceasedOn: PlainDate | null
  details: MemberDetailsView | null
  /** Which photo this viewer may see; null: none. */
  photoId: string | null
  contact: ContactView
  /** Of a child: parents and carers. */
  adults: readonly FamilyTie[]
  /** Of an adult: the children. */
  children: readonly FamilyTie[]
  residences: readonly LineOfTime[]
  measures: readonly LineOfTime[]
  consents: readonly ConsentLine[]
  confidants: readonly ConfidantLine[]
  colleagues: readonly ColleagueLine[]
  goals: readonly GoalLine[]
}

export interface NetworkInList extends Named {
  relation: string
  relatedTo: string | null
  offeredHelp: string | null
  endedOn: PlainDate | null
  confidantFor: readonly string[]
}

export interface NetworkPersonView extends NetworkInList {
  relatedMemberId: string | null
  contact: ContactView
}

export type TeamRole = keyof typeof TEAM_ROLES

export interface TeamPerson {
  personId: string
  name: string
  roles: readonly TeamRole[]
  profession: string | null
  organisation: string | null
  isActive: boolean
  isLeadProvider: boolean
  worksWithAll: boolean
  worksWith: readonly Named[]
  since: PlainDate
  until: PlainDate | null
}

export interface ProfessionalView extends TeamPerson {
  /** Which photo this viewer may see; null: none. */
  photoId: string | null
  email: string | null
  phone: string | null
  sector: string | null
  place: string | null
  /** What a shield on this person hides; null for who may not shield. */
  membershipId: string | null
  /** Why the involvement ended, for the case director. */
  endReason: string | null
  goals: readonly { id: string; text: string }[]
  agreements: readonly AgreementItem[]
  isViewer: boolean
}

export interface FamilyAccountLine {
  personId: string
  memberId: string
  name: string
  memberName: string
  role: string
  since: PlainDate
  /** The shield that keeps the whole dossier closed to this account. */
  suspendedBy: { shieldId: string; reason: string; since: PlainDate } | null
}

export interface DocumentLine {
  id: string
  kind: string
  title: string
  summary: string
  datedOn: PlainDate
  about: string | null
  file: FileMark | null
}

/** The same as its form starts from. */
export interface DocumentView extends DocumentLine {
  kindKey: keyof typeof DOCUMENT_KINDS
  aboutMemberId: string | null
}
