import { PLAN_KINDS } from '../plan-state'
import type { Agenda, AgendaItem, PlanKind } from './agenda'
import { agendaWithout, itemsToLeaveOut } from './left-out'
import { findItem, latestAgenda } from './registry'

/** A question that a series leaves out, of one version of one agenda. */
export interface LeftOutItem {
  kind: PlanKind
  agendaVersion: number
  key: string
}

/** A series of agendas as it is now. */
export interface AgendaSeries {
  id: string
  name: string
  number: number
  leftOut: readonly LeftOutItem[]
  /** The regions whose new dossiers start with it. */
  regions: readonly { id: string; name: string }[]
}

/** What may be left out of the newest agenda of each kind; of GIPS 2 it is nothing. */
export function choicesOfSeries(): { agenda: Agenda; items: readonly AgendaItem[] }[] {
  return PLAN_KINDS.map(latestAgenda).map((agenda) => ({ agenda, items: itemsToLeaveOut(agenda) }))
}

/** The five newest agendas as this series asks them. */
export function agendasOfSeries(leftOut: readonly LeftOutItem[]): Agenda[] {
  return PLAN_KINDS.map(latestAgenda).map((agenda) =>
    agendaWithout(
      agenda,
      leftOut.filter((each) => isOf(each, agenda)).map(({ key }) => key),
    ),
  )
}

/**
 * Why a question of the newest agenda of this kind cannot be left out, as a Dutch sentence: it is not there, or it belongs
 * to the method and stays. Null when it can.
 */
export function whyItStays(kind: PlanKind, key: string): string | null {
  const item = findItem(latestAgenda(kind), key)
  if (!item) return 'Deze vraag staat niet (meer) in de agenda. Ververs de pagina.'
  return item.mayBeLeftOut ? null : `Deze vraag hoort bij GIPS en kan niet weg: “${item.question}”`
}

/** What is left out of the newest agenda of each kind, by its keys; twice is once. */
export function leftOutOf(keys: Readonly<Record<PlanKind, readonly string[]>>): LeftOutItem[] {
  return PLAN_KINDS.flatMap((kind) =>
    [...new Set(keys[kind])].map((key) => ({ kind, agendaVersion: latestAgenda(kind).version, key })),
  )
}

function isOf({ kind, agendaVersion }: LeftOutItem, agenda: Agenda): boolean {
  return kind === agenda.kind && agendaVersion === agenda.version
}
