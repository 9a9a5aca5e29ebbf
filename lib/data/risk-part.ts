import { barToRiskPart, isRiskPartClosed, type RiskPartView } from '@/lib/domain/risk-part'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { PlanKind } from '@/prisma/generated/client'
import type { PlanInView } from './plans'
import { write } from './write'

type SomePlan = { id: string; kind: PlanKind }

const CLOSED =
  'De bodemeisen zijn niet gehaald. Dit overleg gaat nu alleen over de veiligheid; dit deel is nog dicht. Ververs de pagina.'
const IS_OPEN = 'Dit deel is intussen al open. Ververs de pagina.'

/** How the risk part of a GIPS 2 stands: closed while it stays at safety, and what keeps it closed. Null of other plans. */
export async function riskPartOf(viewer: DossierViewer, plan: SomePlan): Promise<RiskPartView | null> {
  if (plan.kind !== 'gips2') {
    return null
  }
  const { tx, familyId } = viewer
  const where = { familyId, planId: plan.id }
  const row = await tx.plan.findFirst({ where: { familyId, id: plan.id }, select: { minimumExceptionReason: true } })
  const exceptionReason = row?.minimumExceptionReason ?? ''
  const assessment = await tx.safetyAssessment.findFirst({
    where: { ...where, kind: 'meeting' },
    select: { minimumMet: true },
    orderBy: { openedAt: 'asc' },
  })
  const goals = await tx.goal.findMany({
    where: { ...where, kind: 'safety' },
    select: { text: true, agreementGoals: { where: { agreement: { droppedAt: null } }, select: { goalId: true } } },
    orderBy: { position: 'asc' },
  })
  return {
    isClosed: isRiskPartClosed({ kind: plan.kind, minimumMet: assessment?.minimumMet ?? null, exceptionReason }),
    exceptionReason,
    bar: barToRiskPart(goals.map(({ text, agreementGoals }) => ({ text, hasAgreement: agreementGoals.length > 0 }))),
  }
}

/** Whether this plan is a GIPS 2 that stays at safety; where there is no plan, it is not. */
export async function staysAtSafety(viewer: DossierViewer, plan: SomePlan | undefined): Promise<boolean> {
  const part = plan && (await riskPartOf(viewer, plan))
  return part?.isClosed ?? false
}

/** Throws a UserError while this GIPS 2 stays at safety: then nothing of its risk part is written. */
export async function demandRiskPartOpen(viewer: DossierViewer, plan: SomePlan): Promise<void> {
  if (await staysAtSafety(viewer, plan)) {
    throw new UserError(CLOSED)
  }
}

/**
 * Opens the risk part of a GIPS 2 although the minimum requirements are not met, with the case director's reason. Throws a
 * UserError while a new safety goal has no agreement, and for who comes second.
 */
export async function openRiskPart(viewer: DossierViewer, plan: PlanInView, reason: string): Promise<void> {
  demand(viewer, 'plan.move')
  demand(viewer, 'meeting.write', plan.facts)
  const part = await riskPartOf(viewer, plan)
  if (!part?.isClosed) {
    throw new UserError(IS_OPEN)
  }
  if (part.bar) {
    throw new UserError(part.bar)
  }
  const { tx, familyId } = viewer
  await write(
    viewer,
    { right: 'plan.move', subject: `risk part ${plan.slug}`, detail: { isOpened: true } },
    async () => {
      const { count } = await tx.plan.updateMany({
        where: { familyId, id: plan.id, state: plan.state, minimumExceptionReason: null },
        data: { minimumExceptionReason: reason.trim() },
      })
      if (count === 0) {
        throw new UserError(IS_OPEN)
      }
      await announce(tx, { familyId, planId: plan.id, kind: 'plan' })
    },
  )
}
