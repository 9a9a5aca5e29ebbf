import type { PlanKind } from './agendas/agenda'
import type { DossierFrame, FramePlan } from './dossier'
import { planSlug, stations } from './plan-state'
import { stationDetail } from './station-words'

export interface StationOfPlan {
  key: PlanKind
  label: string
  detail: string
  /** `skipped`: the road ended before it. */
  state: 'done' | 'current' | 'upcoming' | 'skipped'
  /** Under the dossier's address. */
  path: string
}

/**
 * One station for each of the five phases: the last plan of its kind, with what the viewer can open of it. A GIPS 2 that
 * stayed at safety is not behind: the next GIPS 2 comes first (GIPS §3.5.3). In a closed dossier nothing is current or still
 * to come.
 */
export function stationsOf({ plans, familyState }: DossierFrame): StationOfPlan[] {
  const isClosed = familyState === 'closed'
  const latest = stations().map(({ kind }) => plans.filter((plan) => plan.kind === kind).at(-1))
  const current = isClosed ? undefined : latest.find((plan) => plan && !isDone(plan))
  return stations().map(({ kind, title, phase }, index) => {
    const plan = latest[index]
    const state = stateOf(plan, current)
    return {
      key: kind,
      label: `${title} · ${phase}`,
      detail: isClosed && state === 'upcoming' ? notReached(plan) : stationDetail(plan),
      state: isClosed && state === 'upcoming' ? 'skipped' : state,
      path: `/plannen/${planSlug(plan ?? { kind, ordinal: 1 })}${plan?.isReadable ? '' : '/agenda'}`,
    }
  })
}

function stateOf(plan: FramePlan | undefined, current: FramePlan | undefined): 'done' | 'current' | 'upcoming' {
  if (plan && isDone(plan)) return 'done'
  return plan && plan === current ? 'current' : 'upcoming'
}

function isDone({ state, staysAtSafety }: FramePlan): boolean {
  return state === 'definitive' && !staysAtSafety
}

function notReached(plan: FramePlan | undefined): string {
  if (!plan) return 'niet gehouden'
  return plan.state === 'definitive' ? stationDetail(plan) : 'niet afgemaakt'
}
