import { v5 } from 'uuid'
import type { AssessMember, RecordMinimum } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { announce } from '@/lib/live/channel'
import type { DossierRight } from '@/lib/policy'
import type { SafetyAssessment } from '@/prisma/generated/client'
import type { PlanInView } from './plans'
import { write } from './write'

const CLOSED = 'De veiligheidsronde is afgesloten: het plan is al voorlopig. Dit cijfer staat vast.'

/** Sets who is assessed; the director's list. Who is dropped keeps the reason with it. */
export async function assessMember(viewer: DossierViewer, plan: PlanInView, input: AssessMember): Promise<void> {
  demand(viewer, 'plan.move')
  demand(viewer, 'meeting.write', plan.facts)
  const { tx, familyId } = viewer
  const { memberId, isAssessed, reason } = input
  if (!(await tx.familyMember.findFirst({ where: { familyId, id: memberId }, select: { id: true } }))) {
    throw new UserError('Dit gezinslid is er niet (meer). Ververs de pagina.', 'memberId')
  }
  const { id: assessmentId } = await openAssessment(viewer, plan, 'plan.move')
  const droppedReason = isAssessed ? null : reason
  const line = { right: 'plan.move', subject: `assessed member ${memberId}`, detail: { isAssessed } } as const
  await write(viewer, line, async () => {
    const data = { familyId, id: v5(memberId, assessmentId), assessmentId, memberId, droppedReason }
    await tx.assessedMember.createMany({ data, skipDuplicates: true })
    await tx.assessedMember.updateMany({ where: { familyId, assessmentId, memberId }, data: { droppedReason } })
    await announce(tx, { familyId, planId: plan.id, kind: 'score', key: assessmentId })
  })
}

/** The case director's record, after discussion, whether the minimum requirements are met. It decides nothing by itself. */
export async function recordMinimum(
  viewer: DossierViewer,
  plan: PlanInView,
  { isMet, reason }: RecordMinimum,
): Promise<void> {
  demand(viewer, 'plan.move')
  demand(viewer, 'meeting.write', plan.facts)
  const { tx, familyId } = viewer
  const { id } = await openAssessment(viewer, plan, 'plan.move')
  await write(viewer, { right: 'plan.move', subject: 'minimum requirements', detail: { isMet } }, async () => {
    await tx.safetyAssessment.updateMany({
      where: { familyId, id },
      data: { minimumMet: isMet, minimumReason: reason },
    })
    await announce(tx, { familyId, planId: plan.id, kind: 'score', key: id })
  })
}

/** The assessment of this plan's meeting, or null before the first need. */
export async function assessmentOf({ tx, familyId }: DossierViewer, planId: string): Promise<SafetyAssessment | null> {
  return tx.safetyAssessment.findFirst({ where: { familyId, planId, kind: 'meeting' }, orderBy: { openedAt: 'asc' } })
}

/**
 * The assessment, made at the first need with every child in it. Its id follows from the plan: two who start it make one.
 * Throws a UserError once it is closed.
 */
export async function openAssessment(
  viewer: DossierViewer,
  plan: PlanInView,
  right: DossierRight,
): Promise<SafetyAssessment> {
  const found = await assessmentOf(viewer, plan.id)
  if (found?.closedAt) {
    throw new UserError(CLOSED)
  }
  if (found) {
    return found
  }
  const id = v5('safety assessment', plan.id)
  await write(viewer, { right, subject: 'safety assessment', detail: { plan: plan.slug } }, async () => {
    await viewer.tx.$executeRaw`select open_assessment(${plan.id}::uuid, ${id}::uuid)`
  })
  const made = await assessmentOf(viewer, plan.id)
  if (!made) {
    throw new Refused('safety assessment')
  }
  return made
}
