import type { PlainDate } from './plain-date'
import type { SubjectKind } from './shield-forms'

/** Something that can be shielded or opened, in words. */
export interface SubjectView {
  kind: SubjectKind
  id: string | null
  /** "Contactgegevens en woonplek van Janna". */
  label: string
  aboutMemberId: string | null
}

/** A shield or an opening that is in force. */
export interface ShieldLine {
  id: string
  kind: 'shield' | 'opening'
  subject: SubjectView
  /** From whom it is hidden, or to whom it is open. */
  whom: string
  reason: string | null
  since: PlainDate
}

export interface AccountChoice {
  personId: string
  name: string
}

/** Where the name or address that is shielded from this account still stands in texts that it may read. */
export interface StillNamed {
  /** Whose account. */
  name: string
  places: readonly { label: string; path: string; excerpt: string }[]
}

/** A shield or an opening as it stands beside the thing itself. */
export interface ShieldMark {
  id: string
  kind: 'shield' | 'opening'
  whom: string
}

/** What is shielded or opened now, by `markKey`; null for everyone but the case director. */
export type ShieldMarks = Readonly<Record<string, readonly ShieldMark[]>> | null

export function markKey(kind: SubjectKind, id: string | null): string {
  return `${kind} ${id ?? ''}`
}
