import type { PlanKind } from './agendas/agenda'

export const GOAL_KINDS = ['safety', 'risk', 'recovery', 'followUp', 'execution'] as const

/** Safety, risk, recovery and follow-up goals come from GIPS 1 to 4; execution goals from careful execution. */
export type GoalKind = (typeof GOAL_KINDS)[number]

const NAMES: Record<GoalKind, string> = {
  safety: 'veiligheidsdoel',
  risk: 'risicodoel',
  recovery: 'hersteldoel',
  followUp: 'werkdoel',
  execution: 'uitvoeringsdoel',
}

const MAIN_KINDS: Record<PlanKind, GoalKind | null> = {
  gips1: 'safety',
  gips2: 'risk',
  gips3: 'recovery',
  gips4: 'followUp',
  gips5: null,
}

/** The Dutch word for one goal of this kind, in small letters. */
export function goalKindName(kind: GoalKind): string {
  return NAMES[kind]
}

/** The Dutch word for several goals of this kind: veiligheidsdoelen. */
export function goalKindPlural(kind: GoalKind): string {
  return `${NAMES[kind]}en`
}

/** The kind of goal a plan is about; null for the future plan (GIPS 5), which sets agreements and no goals of its own. */
export function mainGoalKind(plan: PlanKind): GoalKind | null {
  return MAIN_KINDS[plan]
}

/** Every kind of goal that a plan may hold: its own, new safety goals (at every meeting) and execution goals. */
export function goalKindsOf(plan: PlanKind): GoalKind[] {
  const main = MAIN_KINDS[plan]
  const kinds: GoalKind[] = main === null || main === 'safety' ? ['safety'] : [main, 'safety']
  return [...kinds, 'execution']
}

export interface GoalResult {
  mean: number
  lowest: number
  highest: number
}

/**
 * What an evaluation found: the mean of the percentages given, with the extremes kept, since people may differ widely
 * (GIPS §3.5.5). Family and professionals count alike. Null when nobody gave a percentage. Percentages are 0–100.
 */
export function goalResult(percentages: readonly number[]): GoalResult | null {
  if (percentages.length === 0) return null
  const sum = percentages.reduce((total, each) => total + each, 0)
  return { mean: sum / percentages.length, lowest: Math.min(...percentages), highest: Math.max(...percentages) }
}

/** The result in words for the plan: "70 %", with the extremes when they differ: "70 % (van 50 % tot 90 %)". */
export function formatGoalResult({ mean, lowest, highest }: GoalResult): string {
  const shown = formatPercentage(mean)
  if (lowest === highest) return shown
  return `${shown} (van ${formatPercentage(lowest)} tot ${formatPercentage(highest)})`
}

/** A percentage without decimals, with the space that Dutch puts before the sign. */
export function formatPercentage(value: number): string {
  return `${Math.round(value)} %`
}
