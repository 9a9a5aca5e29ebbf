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
