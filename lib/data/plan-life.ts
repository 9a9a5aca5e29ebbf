import { v7 } from 'uuid'
import type { PlanKind } from '@/lib/domain/agendas/agenda'
import { latestAgenda } from '@/lib/domain/agendas/registry'
import { isIntakeBar, whatIntakeLacks } from '@/lib/domain/intake'
import type { Missing } from '@/lib/domain/missing/snapshot'
import { nextPlan, repeatPlan } from '@/lib/domain/next-plan'
import { isBar, whatIsMissing } from '@/lib/domain/plan-missing'
import { mayMove, type PlanState, planSlug, REVISION_STATE } from '@/lib/domain/plan-state'
import { ROUND_IS_OPEN } from '@/lib/domain/score-round'
import { UserError } from '@/lib/errors'
import type { DossierViewer } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { Plan } from '@/prisma/generated/client'
import { letCaseManagerTakeOver } from './case-manager'
import { freeze } from './freeze'
import { intakeOf } from './intake'
import { settleInvitations } from './meeting-invitations'
import { namesOfDossier } from './names'
import { tellPlanIsDefinitive } from './plan-messages'
import { planSnapshot } from './plan-snapshot'
import { staysAtSafety } from './risk-part'
import { write } from './write'

export const CHANGED_MEANWHILE =
  'Iemand anders heeft dit plan intussen verder gezet. Ververs de pagina en kijk opnieuw.'

/** The plan's row for who is inside the dossier; throws a UserError where it is not there (any more). */
export async function planRow({ tx, familyId }: DossierViewer, planId: string): Promise<Plan> {
  const plan = await tx.plan.findUnique({ where: { familyId_id: { familyId, id: planId } } })
  if (!plan) {
    throw new UserError('Dit plan is er niet.')
  }
  return plan
}

/**
 * The same row, held until this transaction ends: for who takes the plan a step on, and for who changes what only stands
 * until that step. Of two at once the second waits and finds what the first made of it.
 */
export async function heldPlan(viewer: DossierViewer, planId: string): Promise<Plan> {
  const { tx, familyId } = viewer
  await tx.$queryRaw`
    select 1 from plan where family_id = ${familyId}::uuid and id = ${planId}::uuid for no key update`
  return planRow(viewer, planId)
}

/**
 * Takes a plan one step on; with the step to invited everyone at the table who can be reached is invited. Refuses with a
 * UserError what does not follow on the present state, what still lacks something, and who comes second. Definitive has a
 * function of its own.
 */
export async function movePlan(viewer: DossierViewer, planId: string, from: PlanState, to: PlanState): Promise<void> {
  const plan = await heldPlan(viewer, planId)
  if (plan.state !== from) {
    throw new UserError(CHANGED_MEANWHILE)
  }
  if (to === 'definitive' || !mayMove(plan.kind, from, to)) {
    throw new UserError('Deze stap kan nu niet.')
  }
  await refuseWhatIsMissing(viewer, plan, to)
  await write(viewer, { right: 'plan.move', subject: `plan ${plan.kind}`, detail: { from, to } }, async () => {
    await takeStep(viewer, plan, to)
    if (to === 'invited') {
      await settleInvitations(viewer, plan.id)
    }
    if (to === 'provisional') {
      await closeAssessment(viewer, plan)
    }
  })
}

/**
 * Makes a plan definitive: frozen exactly as it stands, its agreements live, everyone told. `version` is the version the
 * director looked at. A first adoption needs no reason, a revision does. GIPS 5 comes straight from its meeting, and its
 * case manager takes over (GIPS §3.5.6).
 */
export async function adoptPlan(viewer: DossierViewer, planId: string, version: number, reason: string): Promise<void> {
  const plan = await heldPlan(viewer, planId)
  if (plan.version !== version || !mayMove(plan.kind, plan.state, 'definitive')) {
    throw new UserError(CHANGED_MEANWHILE)
  }
  if (plan.version > 0 && reason.trim() === '') {
    throw new UserError('Schrijf op waarom het plan is herzien.', 'reason')
  }
  await refuseWhatIsMissing(viewer, plan, 'definitive')
  await write(
    viewer,
    { right: 'plan.adopt', subject: `plan ${plan.kind}`, detail: { version: version + 1 } },
    async () => {
      await takeStep(viewer, plan, 'definitive')
      await closeAssessment(viewer, plan)
      const adoption = { adoptedById: viewer.personId, adoptedAt: viewer.now, reason: reason.trim() || null }
      await freeze(viewer.tx, plan, await namesOfDossier(viewer.tx), adoption)
      if (plan.kind === 'gips5') {
        await letCaseManagerTakeOver(viewer, plan)
      }
      await tellPlanIsDefinitive(viewer, plan, version + 1)
    },
  )
}

/** Opens a definitive plan for a new version; the adopted one stays readable as it was. */
export async function revisePlan(viewer: DossierViewer, planId: string): Promise<void> {
  const plan = await planRow(viewer, planId)
  if (plan.state !== 'definitive') {
    throw new UserError(CHANGED_MEANWHILE)
  }
  await write(
    viewer,
    { right: 'plan.revise', subject: `plan ${plan.kind}`, detail: { version: plan.version } },
    async () => {
      await takeStep(viewer, plan, REVISION_STATE)
      await viewer.tx.planViewing.deleteMany({ where: { familyId: viewer.familyId, planId } })
    },
  )
}

/**
 * Starts the next plan of the trajectory, or a repeat of the last one, with the newest agenda and an empty meeting;
 * returns its address part. The first waits until the intake is complete (GIPS §3.1.2): that is a UserError.
 */
export async function startNextPlan(viewer: DossierViewer, kind: PlanKind): Promise<string> {
  const { tx, familyId } = viewer
  const plans = await tx.plan.findMany({ where: { familyId }, orderBy: [{ kind: 'asc' }, { ordinal: 'asc' }] })
  const stayed = await staysAtSafety(viewer, plans.at(-1))
  const next = [nextPlan(plans, stayed), repeatPlan(plans)].find((each) => each?.kind === kind)
  if (!next) {
    throw new UserError('Dit plan kan nu nog niet beginnen. Maak eerst het vorige plan definitief.')
  }
  if (plans.length === 0 && whatIntakeLacks(await intakeOf(viewer), viewer.today).some(isIntakeBar)) {
    throw new UserError('De intake is nog niet compleet. Op de pagina Intake staat wat er ontbreekt.')
  }
  const id = v7()
  await write(viewer, { right: 'plan.move', subject: `plan ${kind}`, detail: { to: 'preparation' } }, async () => {
    await tx.plan.create({
      data: { familyId, id, ...next, agendaVersion: latestAgenda(kind).version, stateChangedAt: viewer.now },
    })
    await tx.meeting.create({ data: { familyId, id: v7(), planId: id } })
  })
  return planSlug(next)
}

/** What stands in the way of that step as things stand now; empty where nothing does. Says nothing of the order of steps. */
export async function barsBefore(viewer: DossierViewer, planId: string, to: PlanState): Promise<Missing[]> {
  const snapshot = await planSnapshot(viewer, await planRow(viewer, planId))
  return whatIsMissing(snapshot, to, viewer.today).filter(isBar)
}

/** The address of the plan's own page, for who goes on there. */
export async function pathOfPlan(viewer: DossierViewer, planId: string): Promise<string> {
  return `/gezinnen/${viewer.code}/plannen/${planSlug(await planRow(viewer, planId))}`
}

async function refuseWhatIsMissing(viewer: DossierViewer, plan: Plan, to: PlanState): Promise<void> {
  const bars = await barsBefore(viewer, plan.id, to)
  if (bars.length > 0) {
    const more = bars.length > 1 ? ` En nog ${bars.length - 1} ${bars.length === 2 ? 'ding' : 'dingen'}.` : ''
    throw new UserError(`Er ontbreekt nog iets. ${bars[0]?.sentence ?? ''}${more}`)
  }
}

/** A conditional update on the old state: of two at once, one comes second and is told so. */
async function takeStep(viewer: DossierViewer, plan: Plan, to: PlanState): Promise<void> {
  const { count } = await viewer.tx.plan.updateMany({
    where: { familyId: viewer.familyId, id: plan.id, state: plan.state, version: plan.version },
    data: {
      state: to,
      stateChangedAt: viewer.now,
      ...(to === 'invited' && { invitedAt: viewer.now }),
      ...(to === 'provisional' && { provisionalAt: viewer.now }),
      ...(to === 'definitive' && { version: plan.version + 1 }),
    },
  })
  if (count === 0) {
    throw new UserError((await hasOpenRound(viewer, plan)) ? ROUND_IS_OPEN : CHANGED_MEANWHILE)
  }
  await announce(viewer.tx, { familyId: viewer.familyId, planId: plan.id, kind: 'plan', key: to })
}

/** The database lets no plan go on while a round is open; this finds out that it was that. */
async function hasOpenRound({ tx, familyId }: DossierViewer, { id: planId }: Plan): Promise<boolean> {
  return (await tx.scoreRound.count({ where: { familyId, planId, state: 'open' } })) > 0
}

async function closeAssessment({ tx, familyId, now }: DossierViewer, plan: Plan): Promise<void> {
  await tx.safetyAssessment.updateMany({
    where: { familyId, planId: plan.id, closedAt: null },
    data: { closedAt: now },
  })
}
