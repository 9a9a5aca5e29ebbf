import type { DossierRole } from '@/lib/policy'
import type { PlanKind } from './agendas/agenda'
import type { Attention, SituationPlan } from './attention'
import type { PlainDate } from './plain-date'
import type { PlanState } from './plan-state'

/** One of my families, as far as I may see it. */
export interface FamilyInList {
  code: string
  name: string
  state: string
  roles: readonly DossierRole[]
  director: string | null
  /** The latest plan. */
  plan: SituationPlan | null
  next: SituationPlan | null
  lastMeetingOn: PlainDate | null
  score: { mean: number; lowest: number } | null
  attention: readonly Attention[]
}

/** A family of the region, as its coordinator sees it. */
export interface FamilyInRegionList {
  code: string
  state: string
  planKind: PlanKind | null
  planOrdinal: number | null
  planState: PlanState | null
  meetingOn: PlainDate | null
  director: string | null
}
