import type { PlanKind } from '@/lib/domain/agendas/agenda'
import type { PlanState } from '@/lib/domain/plan-state'
import type { PersonViewer } from '@/lib/person-gate'
import type { DossierRole } from '@/lib/policy'

export interface FamilyInList {
  familyId: string
  code: string
  name: string
  state: string
  roles: DossierRole[]
  planKind: PlanKind | null
  planOrdinal: number | null
  planState: PlanState | null
  meetingOn: Date | null
  director: string | null
}

export interface FamilyInRegion {
  code: string
  state: string
  planKind: PlanKind | null
  planOrdinal: number | null
  planState: PlanState | null
  meetingOn: Date | null
  director: string | null
}

/** The dossiers in which the viewer has a role at this moment, by code. */
export async function myFamilies({ tx }: PersonViewer): Promise<FamilyInList[]> {
  return tx.$queryRaw<FamilyInList[]>`
    select family_id as "familyId", code, name, state, roles, plan_kind as "planKind", plan_ordinal as "planOrdinal",
      plan_state as "planState", meeting_on as "meetingOn", director
    from my_families()`
}

/** What a regional table sees of its families: progress, no content and no names of the family. Empty for anyone else. */
export async function familiesOfRegion({ tx }: PersonViewer): Promise<FamilyInRegion[]> {
  return tx.$queryRaw<FamilyInRegion[]>`
    select code, state, plan_kind as "planKind", plan_ordinal as "planOrdinal", plan_state as "planState",
      meeting_on as "meetingOn", director
    from region_families()`
}
