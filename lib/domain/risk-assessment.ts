import type { Agenda, AgendaItem } from './agendas/agenda'
import { RISK_GROUPS, type RiskFactor } from './risk-factors'

export const RISK_PRESENCES = ['notPresent', 'possible', 'present', 'unknown'] as const
export type RiskPresence = (typeof RISK_PRESENCES)[number]

/** One thing to judge: a risk factor, or the one of a child. */
export interface RiskPlace {
  /** The factor's key; of a child with the child's id behind a colon. */
  key: string
  factor: RiskFactor
  childId: string | null
  name: string
}

/** What the case director and the team say of one risk factor. */
export interface RiskMarks {
  /** Null: nobody said anything yet; that is something else than `unknown`. */
  presence: RiskPresence | null
  /** It keeps the danger going in this family. */
  isCrucial: boolean
  isChangeable: boolean
  /** Whom of the family it is about; null for several, or the family as a whole. */
  aboutMemberId: string | null
}

export interface RiskView extends RiskMarks {
  id: string
  key: string
  name: string
  guide: string
  /** The group it stands in. */
  group: string
  /** Whom it is always about, so that nobody chooses: a child. */
  childId: string | null
  version: number
  facts: string
  factsVersion: number
  /** ISO 8601; null for facts that were never saved. */
  factsSavedAt: string | null
}

/** What has been said of one risk factor, wherever it is read. */
export type RatedRisk = Pick<RiskView, 'key' | 'presence' | 'isCrucial' | 'isChangeable'>

const PRESENCE_WORDS: Record<RiskPresence, string> = {
  notPresent: 'Nee',
  possible: 'Misschien',
  present: 'Ja, duidelijk',
  unknown: 'Weten we niet',
}

/** Whether this agenda asks for the whole risk assessment; GIPS 4 looks back at it and has no form of its own. */
export function asksRiskAssessment({ kind, sections }: Agenda): boolean {
  return kind === 'gips2' && sections.some(({ items }) => items.some(isRiskAssessment))
}

/** Whether this is the question that the form of the risk assessment answers. */
export function isRiskAssessment({ instrument }: Pick<AgendaItem, 'instrument'>): boolean {
  return instrument === 'riskAssessment'
}

/** Everything to judge in a family with these children, in the order of the form. */
export function riskPlaces(children: readonly { id: string; name: string }[]): RiskPlace[] {
  return RISK_GROUPS.flatMap(({ factors }) => factors).flatMap((factor): RiskPlace[] => {
    const { key, name, perChild } = factor
    if (!perChild) return [{ key, factor, childId: null, name }]
    return children.map((child) => ({
      key: `${key}:${child.id}`,
      factor,
      childId: child.id,
      name: `${name}: ${child.name}`,
    }))
  })
}

/**
 * What a risk factor is called, with the child's name where it is about one; null for a key that is no factor's. A child
 * whose name is not known is left out of it.
 */
export function riskName(key: string, nameOf: (memberId: string) => string | null): string | null {
  const [base, childId] = key.split(':', 2)
  const factor = RISK_GROUPS.flatMap(({ factors }) => factors).find((each) => each.key === base)
  if (!factor) return null
  const child = childId === undefined ? null : nameOf(childId)
  return child ? `${factor.name}: ${child}` : factor.name
}

/** Whether it plays a part here, for sure or perhaps: only then it can be crucial, changeable, or chosen. */
export function playsAPart(presence: RiskPresence | null): boolean {
  return presence === 'present' || presence === 'possible'
}

/** Whether it belongs among those that a TOP-3 comes from: crucial and changeable (GIPS §5.2.1). */
export function isForTopThree({ presence, isCrucial, isChangeable }: RatedRisk): boolean {
  return playsAPart(presence) && isCrucial && isChangeable
}

/** These marks as they are kept: what plays no part is neither crucial nor changeable. */
export function soundMarks<M extends RiskMarks>(given: M): M {
  return playsAPart(given.presence) ? given : { ...given, isCrucial: false, isChangeable: false }
}

export function presenceWords(presence: RiskPresence): string {
  return PRESENCE_WORDS[presence]
}
