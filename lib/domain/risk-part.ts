import type { PlanKind } from './agendas/agenda'

/** What decides whether a GIPS 2 goes on to its risks. */
export interface RiskPart {
  kind: PlanKind
  /** What the case director recorded of the minimum requirements; null while nothing was. */
  minimumMet: boolean | null
  /** Why the risk part was opened all the same; '' or null when it was not. */
  exceptionReason: string | null
}

/** How it stands, as the meeting screen needs it. */
export interface RiskPartView {
  isClosed: boolean
  exceptionReason: string
  /** What stands in the way of opening it with a reason; null when nothing does. */
  bar: string | null
}

/** A safety goal made at this meeting, and whether an agreement rests on it. */
export interface NewSafetyGoal {
  text: string
  hasAgreement: boolean
}

/**
 * Whether a GIPS 2 stays at safety (GIPS §3.5.3): the minimum requirements are not met, and the case director did not open
 * the risk part all the same. While nothing is recorded it is open. Of any other plan it is false.
 */
export function isRiskPartClosed({ kind, minimumMet, exceptionReason }: RiskPart): boolean {
  return kind === 'gips2' && minimumMet === false && (exceptionReason ?? '').trim() === ''
}

/**
 * What still stands in the way of opening the risk part while the minimum requirements are not met, as a sentence for the
 * case director; null once every new safety goal has an agreement. Without a new goal there is nothing that makes it safe.
 */
export function barToRiskPart(goals: readonly NewSafetyGoal[]): string | null {
  if (goals.length === 0) {
    return 'Maak eerst nieuwe veiligheidsdoelen, met afspraken.'
  }
  const open = goals.find(({ hasAgreement }) => !hasAgreement)
  return open ? `Maak eerst een afspraak bij het veiligheidsdoel “${open.text}”` : null
}
