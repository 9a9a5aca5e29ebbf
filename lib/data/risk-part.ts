import { barToRiskPart, isRiskPartClosed, type RiskPartView } from '@/lib/domain/risk-part'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { Statements } from '@/lib/statements'
import type { PlanKind } from '@/prisma/generated/client'
import type { PlanInView } from './plans'
import { write } from './write'

type SomePlan = { id: string; kind: PlanKind }

interface RiskPartRow {
  exceptionReason: string
  minimumMet: boolean | null
  /** The new safety goals. */
  goals: { text: string; hasAgreement: boolean }[]
}

const CLOSED =
  'De bodemeisen zijn niet gehaald. Dit overleg gaat nu alleen over de veiligheid; dit deel is nog dicht. Ververs de pagina.'
const IS_OPEN = 'Dit deel is intussen al open. Ververs de pagina.'

/** How the risk part of a GIPS 2 stands: closed while it stays at safety, and what keeps it closed. Null of other plans. */
export async function riskPartOf(viewer: DossierViewer<Statements>, plan: SomePlan): Promise<RiskPartView | null> {
  if (plan.kind !== 'gips2') {
    return null
  }
  const { tx, familyId } = viewer
  const [row] = await tx.$queryRaw<RiskPartRow[]>`
    select coalesce(p.minimum_exception_reason, '') as "exceptionReason",
      (select a.minimum_met from safety_assessment a
        where a.family_id = p.family_id and a.plan_id = p.id and a.kind = 'meeting' order by a.opened_at limit 1)
        as "minimumMet",
      (select coalesce(json_agg(json_build_object('text', g.text, 'hasAgreement', exists (
            select from agreement_goal l
              join agreement a on a.family_id = l.family_id and a.id = l.agreement_id and a.dropped_at is null
            where l.family_id = g.family_id and l.goal_id = g.id)) order by g.position), '[]')
        from goal g where g.family_id = p.family_id and g.plan_id = p.id and g.kind = 'safety') as goals
    from plan p
    where p.family_id = ${familyId}::uuid and p.id = ${plan.id}::uuid`
  const { exceptionReason = '', minimumMet = null, goals = [] } = row ?? {}
  return {
    isClosed: isRiskPartClosed({ kind: plan.kind, minimumMet, exceptionReason }),
    exceptionReason,
    bar: barToRiskPart(goals),
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
