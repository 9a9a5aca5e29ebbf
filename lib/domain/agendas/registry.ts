import type { Agenda, AgendaItem, AgendaSection, PlanKind } from './agenda'
import { gips1 } from './gips1'
import { gips2 } from './gips2'
import { gips3 } from './gips3'
import { gips4 } from './gips4'
import { gips5 } from './gips5'
import { agendaWithout } from './left-out'

/** Every agenda ever used, oldest version first. A version that a dossier may hold is never changed or taken out. */
const AGENDAS: Record<PlanKind, readonly [Agenda, ...Agenda[]]> = {
  gips1: [gips1],
  gips2: [gips2],
  gips3: [gips3],
  gips4: [gips4],
  gips5: [gips5],
}

/** What a plan keeps of the agenda that it was begun with. */
export interface KeptAgenda {
  kind: PlanKind
  agendaVersion: number
  /** Keys of the questions that the series of its region left out then; none in the national series. */
  leftOut: readonly string[]
}

/**
 * The agenda of a plan: the one place where it is looked up, so that every screen, the projector, what is missing and the
 * frozen plan all do without what its region left out (decision 26). Throws for a version that never existed.
 */
export function agendaOfPlan({ kind, agendaVersion, leftOut }: KeptAgenda): Agenda {
  return agendaWithout(agendaOf(kind, agendaVersion), leftOut)
}

/** The national agenda of that kind and version, with every question. Throws for a version that never existed. */
export function agendaOf(kind: PlanKind, version: number): Agenda {
  const agenda = AGENDAS[kind]?.find((each) => each.version === version)
  if (!agenda) throw new Error(`No version ${version} of the agenda of ${kind}`)
  return agenda
}

/** The agenda with which a new plan of that kind starts. */
export function latestAgenda(kind: PlanKind): Agenda {
  return AGENDAS[kind].reduce((latest, each) => (each.version > latest.version ? each : latest))
}

/** The item with that key, or null when the agenda has none. */
export function findItem(agenda: Agenda, key: string): AgendaItem | null {
  return sectionOf(agenda, key)?.items.find((item) => item.key === key) ?? null
}

/** The section that holds the item with that key, or null. */
export function sectionOf(agenda: Agenda, itemKey: string): AgendaSection | null {
  return agenda.sections.find(({ items }) => items.some(({ key }) => key === itemKey)) ?? null
}

/** Whether the agenda holds this kind of item anywhere, such as a TOP-3. */
export function hasKind(agenda: Agenda, kind: AgendaItem['kind']): boolean {
  return agenda.sections.some(({ items }) => items.some((item) => item.kind === kind))
}
