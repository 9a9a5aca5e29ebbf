import type { Agenda, AgendaItem, AgendaSection } from './agendas/agenda'
import type { Respondent } from './answer'

/**
 * What a professional who cannot be at the meeting gives along: scores with their reasons, and whatever else matters, as
 * one text (domain: a plan's life). It is no part of an agenda, so that every version of every agenda knows it, and it
 * stands apart: no figure in it counts in a mean.
 */
export const CONTRIBUTION: AgendaItem = {
  key: 'absent.contribution',
  question: 'Wat gaf wie er niet bij kon zijn vooraf mee?',
  respondents: 'absent',
  kind: 'text',
  required: false,
}

export const ABSENT_SECTION: AgendaSection = {
  key: 'absent',
  title: 'Van wie er niet bij was',
  part: 'meeting',
  minutes: 0,
  items: [CONTRIBUTION],
}

/** One professional's contribution, as its screens need it. */
export interface ContributionView {
  /** The id of its answer, also before the first save. */
  id: string
  itemKey: string
  respondent: Respondent
  name: string
  profession: string | null
  attendance: 'unknown' | 'present' | 'absent'
  text: string
  version: number
  savedAt: string | null
  mayWrite: boolean
}

/** The sections of a plan: those of its agenda, and after the introductions what was given along by who was not there. */
export function planSections({ sections }: Agenda): AgendaSection[] {
  const start = sections.findIndex(({ part }) => part === 'meeting') + 1
  return [...sections.slice(0, start), ABSENT_SECTION, ...sections.slice(start)]
}

/** Whether a contribution is shown at the table: of who is not there, once there is one, or where it can be written down. */
export function isShownAtTable({ attendance, text, mayWrite }: ContributionView): boolean {
  return attendance !== 'present' && (text.trim() !== '' || (attendance === 'absent' && mayWrite))
}
