import type { DossierFrame } from '@/lib/domain/dossier'
import { type AskedAhead, type DossierViewer, demand } from '@/lib/gate'
import { holds } from '@/lib/policy'
import type { Statements } from '@/lib/statements'
import { sheetFrom, sheetRows } from './answer-sheets'
import { frameOf } from './dossier-frame'
import { evaluationAtHome } from './evaluations'
import { type KnownPeople, knownPeople } from './known-people'
import { askStart, type PlanStart } from './meeting-page'
import { memberChoice, seatRows } from './meeting-people'
import { concernsOf } from './meeting-work'
import { whoAnswers } from './people-names'
import { type PlanInView, planFrom } from './plans'
import { risksOf } from './risk-assessment'
import { askRound, roundFrom } from './safety-round'
import { shieldMarks } from './shield-rows'

/**
 * Everything that the preparation shows, for who may read it: the plan and the dossier's frame are asked together with the
 * gate, everything else at once after it, and what was given for the goals last, for it follows from which goals there are.
 */
export function preparationAsked(slug: string): AskedAhead<Statements, PlanStart, PreparationPage> {
  return { ask: (tx) => askStart(tx, slug), work: (viewer, start) => preparationOf(viewer, slug, start) }
}

export type PreparationPage = Awaited<ReturnType<typeof preparationOf>>

async function preparationOf(viewer: DossierViewer<Statements>, slug: string, start: PlanStart) {
  const plan = await planFrom(viewer, slug, start.plan)
  demand(viewer, 'preparation.read', plan.facts)
  const [known, seats] = [knownPeople(viewer), seatRows(viewer, plan.id)]
  const [sheet, rows, marks] = await Promise.all([
    sheetRows(viewer, plan, whoAnswers(known, seats)),
    preparationRows(viewer, plan, known),
    shieldMarks(viewer),
  ])
  const frame: DossierFrame = frameOf(start.frame, viewer)
  return {
    plan,
    sections: sheetFrom(plan, ['family'], sheet),
    frame,
    rows,
    mayWrite: holds(viewer.roles, 'preparation.write', plan.facts),
    marks,
  }
}

/** What the preparation needs besides its answers: the family, its scores and percentages, concerns of the report, risks. */
export async function preparationRows(
  viewer: DossierViewer<Statements>,
  plan: PlanInView,
  known: Promise<KnownPeople> = knownPeople(viewer),
) {
  const [{ members, network }, round, concerns, risks, evaluation] = await Promise.all([
    known,
    askRound(viewer, plan.id),
    concernsOf(viewer, plan.id),
    risksOf(viewer, plan),
    evaluationAtHome(viewer, plan),
  ])
  return {
    members,
    round: roundFrom(round, members),
    concerns,
    risks,
    evaluation: evaluation && { ...evaluation, people: [...members.map(memberChoice), ...network] },
    isSettled: plan.version > 0,
  }
}
