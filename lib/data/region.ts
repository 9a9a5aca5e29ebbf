import { plainDateOf } from '@/lib/dates'
import type { RegionFacts } from '@/lib/domain/intake'
import type { ChairStanding, FrameworkKind } from '@/lib/domain/intake-words'
import type { OwnRegion, RegionFile } from '@/lib/domain/region'
import type { PlatformViewer } from '@/lib/platform-gate'
import { type FamilyInRegion, overdueIn } from './families'

type FamilyRow = FamilyInRegion & {
  directorId: string | null
  directorOrganisation: string | null
  deputy: string | null
  chairId: string | null
  chair: string | null
  chairStanding: ChairStanding
  triageReceivedOn: Date | null
  triageComplete: boolean | null
  reportedAt: Date | null
  firstActionAt: Date | null
  frameworkKind: FrameworkKind | null
  frameworkFrom: Date | null
  frameworkUntil: Date | null
  voluntaryFrom: Date | null
}

/** The regions that the viewer coordinates; none for anyone else. */
export async function ownRegions({ tx }: PlatformViewer): Promise<OwnRegion[]> {
  return tx.$queryRaw<OwnRegion[]>`select id, name from my_regions()`
}

/** The codes of families in the viewer's own region with this code, or with this word in their name: that they exist. */
export async function findInRegion({ tx, requestId }: PlatformViewer, text: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ code: string }[]>`select code from find_in_region(${text}, ${requestId}) as code`
  return rows.map(({ code }) => code)
}

/** One family of the viewer's region, as far as a coordinator may know it; null for any other, with the line of a refusal. */
export async function regionFile({ tx, requestId, today }: PlatformViewer, code: string): Promise<RegionFile | null> {
  const [row] = await tx.$queryRaw<FamilyRow[]>`
    select code, state, plan_kind as "planKind", plan_ordinal as "planOrdinal", plan_state as "planState",
      meeting_on as "meetingOn", agreements, director_id as "directorId", director,
      director_organisation as "directorOrganisation", deputy, chair_id as "chairId", chair, chair_standing as "chairStanding",
      triage_received_on as "triageReceivedOn", triage_complete as "triageComplete", reported_at as "reportedAt",
      first_action_at as "firstActionAt", framework_kind as "frameworkKind", framework_from as "frameworkFrom",
      framework_until as "frameworkUntil", voluntary_from as "voluntaryFrom"
    from region_family(${code}, ${requestId})`
  if (!row) {
    return null
  }
  const { planKind, planOrdinal, planState, state, director, directorId, chair, chairId } = row
  return {
    ...{ code: row.code, state, planKind, planOrdinal, planState },
    meetingOn: row.meetingOn && plainDateOf(row.meetingOn),
    overdue: overdueIn(row.agreements, today),
    director:
      director && directorId ? { personId: directorId, name: director, organisation: row.directorOrganisation } : null,
    deputy: row.deputy,
    chair: chair && chairId ? { personId: chairId, name: chair, standing: row.chairStanding } : null,
    facts: factsOf(row),
  }
}

function factsOf(row: FamilyRow): RegionFacts {
  const { frameworkKind: kind, frameworkFrom: from, frameworkUntil: until } = row
  return {
    hasCaseDirector: row.director !== null,
    triageReceivedOn: row.triageReceivedOn && plainDateOf(row.triageReceivedOn),
    triageComplete: row.triageComplete,
    reportedAt: row.reportedAt,
    firstActionAt: row.firstActionAt,
    framework: kind && from && until ? { kind, from: plainDateOf(from), until: plainDateOf(until) } : null,
    voluntaryFrom: row.voluntaryFrom && plainDateOf(row.voluntaryFrom),
  }
}
