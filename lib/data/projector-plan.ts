import { plainDateOf } from '@/lib/dates'
import type { Agenda, PlanKind } from '@/lib/domain/agendas/agenda'
import { agendaAbout } from '@/lib/domain/agendas/per-person'
import { agendaOfPlan } from '@/lib/domain/agendas/registry'
import type { PartOfDay } from '@/lib/domain/meeting-time'
import { type PlanState, parsePlanSlug } from '@/lib/domain/plan-state'
import type { ProjectorState } from '@/lib/domain/slide'
import { Refused } from '@/lib/gate'
import { mayUseProjector } from '@/lib/live/projector-right'
import type { DossierRole } from '@/lib/policy'
import type { Statements } from '@/lib/statements'
import { subjectsOf } from './recovery-subjects'

/** Whoever shows the projector: someone in the dossier, or a screen with a pass. */
export interface ProjectorReader {
  tx: Statements
  familyId: string
  code: string
  personId: string
  roles: readonly DossierRole[]
  noteTakerOf: readonly string[]
  now: Date
  /** A screen with a pass: the only plan it may show. */
  planId?: string
}

export interface ProjectorPlan {
  id: string
  slug: string
  kind: PlanKind
  ordinal: number
  planState: PlanState
  agenda: Agenda
  hasMeeting: boolean
  state: ProjectorState
  heldOn: string | null
  part: PartOfDay | null
  /** Nothing is hidden from this reader, or from anyone at the table. */
  readerSeesEverything: boolean
  roomSeesEverything: boolean
}

interface PlanRow {
  id: string
  kind: PlanKind
  ordinal: number
  state: PlanState
  version: number
  agenda_version: number
  left_out: string[]
  meeting_id: string | null
  held_on: Date | null
  part: PartOfDay | null
  started_at: Date | null
  ended_at: Date | null
  current_item: string | null
  projector_hidden: boolean | null
  projector_names: 'first' | 'initials' | null
  reader_sees_everything: boolean
  room_sees_everything: boolean
}

/** The plan at this address with what its projector shows. Throws `Refused` for who may not show or move it. */
export async function projectorPlan(
  reader: ProjectorReader,
  slug: string,
  right: 'projector.read' | 'projector.move' = 'projector.read',
): Promise<ProjectorPlan> {
  const row = await planRow(reader, slug)
  const facts = row && {
    state: row.state,
    version: row.version,
    isMadeAtTable: false,
    isNoteTaker: reader.noteTakerOf.includes(row.id),
    isOpened: false,
    isAdmitted: false,
    hasAttended: false,
  }
  const isOtherPlan = reader.planId !== undefined && reader.planId !== row?.id
  if (!facts || isOtherPlan || !mayUseProjector(reader.roles, right, facts)) {
    throw new Refused(right)
  }
  return {
    id: row.id,
    slug,
    kind: row.kind,
    ordinal: row.ordinal,
    planState: row.state,
    agenda: agendaAbout(
      agendaOfPlan({ kind: row.kind, agendaVersion: row.agenda_version, leftOut: row.left_out }),
      await subjectsOf(reader, row),
    ),
    hasMeeting: row.meeting_id !== null,
    state: stateOf(row),
    heldOn: row.held_on && plainDateOf(row.held_on),
    part: row.part,
    readerSeesEverything: row.reader_sees_everything,
    roomSeesEverything: row.room_sees_everything,
  }
}

async function planRow({ tx, familyId }: ProjectorReader, slug: string): Promise<PlanRow | null> {
  const reference = parsePlanSlug(slug)
  if (!reference) {
    return null
  }
  const rows = await tx.$queryRaw<PlanRow[]>`
    select p.id, p.kind, p.ordinal, p.state, p.version, p.agenda_version, p.left_out, g.id as meeting_id, g.held_on, g.part,
      g.started_at, g.ended_at, g.current_item, g.projector_hidden, g.projector_names,
      sees_everything() as reader_sees_everything, room_sees_everything(p.id) as room_sees_everything
    from plan p left join meeting g on g.family_id = p.family_id and g.plan_id = p.id
    where p.family_id = ${familyId}::uuid and p.kind = ${reference.kind}::plan_kind and p.ordinal = ${reference.ordinal}`
  return rows[0] ?? null
}

function stateOf(row: PlanRow): ProjectorState {
  return {
    item: row.current_item,
    isHidden: row.projector_hidden ?? false,
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    names: row.projector_names ?? 'first',
  }
}
