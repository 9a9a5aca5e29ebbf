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
 * One station for each of the five phases: the last plan of its kind, with what the viewer can open of it. In a closed
 * dossier nothing is current or still to come.
 */
export function stationsOf({ plans, familyState }: DossierFrame): StationOfPlan[] {
  const isClosed = familyState === 'closed'
  const latest = stations().map(({ kind }) => plans.filter((plan) => plan.kind === kind).at(-1))
  const current = isClosed ? undefined : latest.find((plan) => plan && plan.state !== 'definitive')
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
  if (plan?.state === 'definitive') return 'done'
  return plan && plan === current ? 'current' : 'upcoming'
}

function notReached(plan: FramePlan | undefined): string {
  return plan ? 'niet afgemaakt' : 'niet gehouden'
}
