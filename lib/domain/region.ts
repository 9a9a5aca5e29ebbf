import type { PlanKind } from './agendas/agenda'
import type { RegionFacts } from './intake'
import type { ChairStanding } from './intake-words'
import type { PlainDate } from './plain-date'
import type { PlanState } from './plan-state'

/** How far a family is, as a coordinator may know it: no name of the family, nothing of the content. */
export interface FamilyProgress {
  code: string
  state: string
  planKind: PlanKind | null
  planOrdinal: number | null
  planState: PlanState | null
  meetingOn: PlainDate | null
  /** How many agreements are late. */
  overdue: number
}

/** A line in the list of a region. */
export interface FamilyOfRegion extends FamilyProgress {
  director: string | null
}

/** One family as the coordinator of its region sees and steers it. */
export interface RegionFile extends FamilyProgress {
  director: { personId: string; name: string; organisation: string | null } | null
  deputy: string | null
  chair: { personId: string; name: string; standing: ChairStanding } | null
  facts: RegionFacts
}

/** A region of which somebody is the coordinator. */
export interface OwnRegion {
  id: string
  name: string
}
