import type { DossierFrame } from '@/lib/domain/dossier'
import type { PlanDocument } from '@/lib/domain/plan-document'
import { type DossierViewer, demand } from '@/lib/gate'
import { holds } from '@/lib/policy'
import { dossierFrame } from './dossier-frame'
import { adoptedDocument, liveDocument } from './plan-document'
import { planRow } from './plan-life'
import { type PlanInView, planBySlug } from './plans'

export interface PlanPage {
  frame: DossierFrame
  plan: PlanInView
  document: PlanDocument
  /** States of agreements as they are now, by id. */
  ticks: Record<string, string>
}

/**
 * A plan to read. While it is being made its live rows, for who may read those; else the version last adopted, or an
 * earlier one by number. Refuses who may read neither.
 */
export async function planPage(viewer: DossierViewer, slug: string, version: number | null): Promise<PlanPage> {
  const plan = await planBySlug(viewer, slug)
  demand(viewer, 'plan.read', plan.facts)
  const row = await planRow(viewer, plan.id)
  const isLive =
    version === null &&
    plan.state !== 'definitive' &&
    (plan.facts.isOpened || plan.facts.isAdmitted || holds(viewer.roles, 'meeting.read', plan.facts))
  const document = isLive
    ? await liveDocument(viewer, row)
    : await adoptedDocument(viewer, row, version ?? plan.version)
  const ticks = await viewer.tx.agreement.findMany({
    where: { familyId: viewer.familyId, planId: plan.id, state: { not: null } },
    select: { id: true, state: true },
  })
  return {
    frame: await dossierFrame(viewer),
    plan,
    document: document ?? (await liveDocument(viewer, row)),
    ticks: Object.fromEntries(ticks.map(({ id, state }) => [id, state ?? ''])),
  }
}
