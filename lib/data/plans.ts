import type { Agenda, PlanKind } from '@/lib/domain/agendas/agenda'
import { agendaAbout } from '@/lib/domain/agendas/per-person'
import { agendaOfPlan, latestAgenda } from '@/lib/domain/agendas/registry'
import { type PlanState, parsePlanSlug, planSlug } from '@/lib/domain/plan-state'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import type { PlanFacts } from '@/lib/plan-policy'
import type { DossierRight } from '@/lib/policy'
import type { Statements } from '@/lib/statements'
import { type MeetingSubject, subjectsOf } from './recovery-subjects'

export interface PlanInView {
  id: string
  /** The plan in an address: gips-1. */
  slug: string
  kind: PlanKind
  ordinal: number
  /** GIPS 3: for whom this meeting makes a recovery plan; empty for other plans. */
  subjects: readonly MeetingSubject[]
  state: PlanState
  /** Version last adopted, 0 before the first. */
  version: number
  /** As this meeting walks through it: of GIPS 3 the sections per person for everyone it is about. */
  agenda: Agenda
  /** What rights depend on, for `demand` and `holds`. */
  facts: PlanFacts
}

export interface PlanRow {
  id: string
  kind: PlanKind
  ordinal: number
  agenda_version: number
  left_out: string[]
  state: PlanState
  version: number
  is_readable: boolean
  has_attended: boolean
}

/** The plan at this address with its agenda and what the viewer's rights depend on. Throws `Refused` when there is none, or none for this viewer. */
export async function planBySlug(viewer: DossierViewer<Statements>, slug: string): Promise<PlanInView> {
  return planFrom(viewer, slug, await askPlan(viewer.tx, slug))
}

/** The same of what was asked for this address. */
export async function planFrom(
  viewer: DossierViewer<Statements>,
  slug: string,
  row: PlanRow | null,
): Promise<PlanInView> {
  if (!row) {
    throw new Refused(`plan ${slug}`)
  }
  const subjects = await subjectsOf(viewer, row)
  return {
    id: row.id,
    slug: planSlug(row),
    kind: row.kind,
    ordinal: row.ordinal,
    subjects,
    state: row.state,
    version: row.version,
    agenda: agendaAbout(agendaOfRow(row), subjects),
    facts: factsOf(viewer, row),
  }
}

/** The plan at this address, for who holds this right on it now; refuses everyone else. */
export async function planFor(
  viewer: DossierViewer<Statements>,
  slug: string,
  right: DossierRight,
): Promise<PlanInView> {
  const plan = await planBySlug(viewer, slug)
  demand(viewer, right, plan.facts)
  return plan
}

/**
 * The agenda at this address: of the plan, or before there is one the blank one that it would begin with today. A plan
 * that is hidden from the viewer looks like one that is not there yet. Throws `Refused` for an address that can never be
 * a plan's, and for a repeat that was not made.
 */
export async function agendaBySlug(viewer: DossierViewer, slug: string): Promise<Agenda> {
  const row = await askPlan(viewer.tx, slug)
  if (row) {
    return agendaOfRow(row)
  }
  const reference = parsePlanSlug(slug)
  if (!reference || reference.ordinal > 1) {
    throw new Refused(`agenda ${slug}`)
  }
  const { kind } = reference
  const { version: agendaVersion } = latestAgenda(kind)
  return agendaOfPlan({ kind, agendaVersion, leftOut: await leftOutOf(viewer, kind, agendaVersion) })
}

/** What the series of this dossier leaves out of an agenda at this moment: so a plan would begin today. */
async function leftOutOf({ tx }: DossierViewer, kind: PlanKind, agendaVersion: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    select left_out_of_dossier as key from left_out_of_dossier(${kind}, ${agendaVersion}::int)`
  return rows.map(({ key }) => key)
}

function agendaOfRow({ kind, agenda_version: agendaVersion, left_out: leftOut }: PlanRow): Agenda {
  return agendaOfPlan({ kind, agendaVersion, leftOut })
}

/** The plan's row for who is inside a dossier; needs no more than to stand behind the gate. */
export async function askPlan(tx: Statements, slug: string): Promise<PlanRow | null> {
  const reference = parsePlanSlug(slug)
  if (!reference) {
    return null
  }
  const rows = await tx.$queryRaw<PlanRow[]>`
    select id, kind, ordinal, agenda_version, left_out, state, version,
      id in (select readable_plans()) as is_readable,
      case when state in ('provisional', 'definitive') then attended(id) else false end as has_attended
    from plan
    where family_id = (select entered_family()) and kind = ${reference.kind}::plan_kind and ordinal = ${reference.ordinal}`
  return rows[0] ?? null
}

/** To a family account a plan in the making is readable for one reason only: opened once provisional, admitted before. */
function factsOf({ roles, noteTakerOf }: DossierViewer<Statements>, row: PlanRow): PlanFacts {
  const isFamily = roles.includes('family') && row.is_readable
  return {
    state: row.state,
    version: row.version,
    isMadeAtTable: row.kind === 'gips5',
    isNoteTaker: noteTakerOf.includes(row.id),
    isOpened: isFamily && row.state === 'provisional',
    isAdmitted: isFamily && (row.state === 'invited' || row.state === 'meeting'),
    hasAttended: row.has_attended,
  }
}
