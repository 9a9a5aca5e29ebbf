import type { PlanKind } from '@/lib/domain/agendas/agenda'
import { agreementState } from '@/lib/domain/agreement'
import { agreementTimeOf, type KeptTime } from '@/lib/domain/agreement-item'
import type { PlainDate } from '@/lib/domain/plain-date'
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
  /** When agreements in force are due, not what they say. */
  agreements: readonly KeptTime[]
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
      meeting_on as "meetingOn", director, agreements
    from region_families()`
}

/** How many of these agreements are late today. */
export function overdueIn(agreements: readonly KeptTime[], today: PlainDate): number {
  return agreements.filter((kept) => isLate(kept, today)).length
}

/** Whether an agreement is late today; one without a day never is. */
export function isLate(kept: KeptTime, today: PlainDate): boolean {
  const time = agreementTimeOf(kept)
  return time !== null && agreementState(time, today) === 'overdue'
}
