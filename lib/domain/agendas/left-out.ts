import type { Agenda, AgendaItem } from './agenda'

/** The questions that a region may leave out of this agenda, in their order. */
export function itemsToLeaveOut({ sections }: Agenda): AgendaItem[] {
  return sections.flatMap(({ items }) => items.filter(({ mayBeLeftOut }) => mayBeLeftOut))
}

/**
 * The agenda without these questions; a section of which nothing is left goes with them. What may not be left out stays,
 * whatever the keys say, and keys of other agendas say nothing here. An agenda that loses nothing comes back as it is.
 */
export function agendaWithout(agenda: Agenda, leftOut: readonly string[]): Agenda {
  const isLeftOut = ({ key, mayBeLeftOut }: AgendaItem) => mayBeLeftOut === true && leftOut.includes(key)
  if (!agenda.sections.some(({ items }) => items.some(isLeftOut))) return agenda
  const sections = agenda.sections.map((section) => ({
    ...section,
    items: section.items.filter((item) => !isLeftOut(item)),
  }))
  return { ...agenda, sections: sections.filter(({ items }) => items.length > 0) }
}
