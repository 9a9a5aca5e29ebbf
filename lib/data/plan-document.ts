import { plainDateIn } from '@/lib/dates'
import { planSections } from '@/lib/domain/absent-contribution'
import type { Agenda } from '@/lib/domain/agendas/agenda'
import { agendaOf } from '@/lib/domain/agendas/registry'
import type { PlanDocument, PlanRow, PlanRowContent } from '@/lib/domain/plan-document'
import { planTitle } from '@/lib/domain/plan-state'
import type { DossierViewer } from '@/lib/gate'
import type { Plan } from '@/prisma/generated/client'
import { namesOfDossier } from './names'
import { loadPlanContent } from './plan-content'
import { planRowDrafts } from './plan-rows'

const AIM = 'start.aim'

/** One adopted version as it was adopted, less what is shielded from this viewer; null when there is no such version. */
export async function adoptedDocument(
  viewer: DossierViewer,
  plan: Plan,
  number = plan.version,
): Promise<PlanDocument | null> {
  const version = await viewer.tx.planVersion.findUnique({
    where: { familyId_planId_number: { familyId: viewer.familyId, planId: plan.id, number } },
    select: { id: true, adoptedAt: true },
  })
  if (!version) {
    return null
  }
  const rows = await viewer.tx.frozenRow.findMany({
    where: { familyId: viewer.familyId, planVersionId: version.id },
    select: { id: true, sectionKey: true, itemKey: true, position: true, content: true },
    orderBy: { position: 'asc' },
  })
  const read = rows.map((row) => ({
    ...row,
    itemKey: row.itemKey ?? '',
    content: row.content as unknown as PlanRowContent,
  }))
  return {
    ...documentOf(viewer, plan, read),
    version: number,
    state: 'definitive',
    adoptedOn: plainDateIn(version.adoptedAt),
  }
}

/** The plan as it stands while it is being made, less what is shielded from this viewer. */
export async function liveDocument(viewer: DossierViewer, plan: Plan): Promise<PlanDocument> {
  const content = await loadPlanContent(viewer.tx, plan, await namesOfDossier(viewer.tx))
  const rows = planRowDrafts(content).map((draft, position) => ({ ...draft, id: draft.subjectId, position }))
  return documentOf(viewer, plan, rows)
}

function documentOf(viewer: DossierViewer, plan: Plan, rows: PlanRow[]): PlanDocument {
  return {
    code: viewer.code,
    title: planTitle(plan.kind, plan.ordinal),
    version: plan.version,
    state: plan.state,
    adoptedOn: null,
    aim: aimIn(rows),
    sections: sectionsOf(
      agendaOf(plan.kind, plan.agendaVersion),
      rows.filter(({ itemKey }) => itemKey !== AIM),
    ),
  }
}

/** A plan opens with its aim, in the family's words. */
function aimIn(rows: readonly PlanRow[]): string | null {
  const content = rows.find(({ itemKey }) => itemKey === AIM)?.content
  return content?.kind === 'answer' ? content.text : null
}

/** Sections and questions of the plan around the rows; what has no row is left out. */
function sectionsOf(agenda: Agenda, rows: PlanRow[]): PlanDocument['sections'] {
  return planSections(agenda)
    .map(({ key, title, items }) => ({
      key,
      title,
      items: items
        .map((item) => ({
          key: item.key,
          question: item.question,
          rows: rows.filter((row) => row.itemKey === item.key),
        }))
        .filter((item) => item.rows.length > 0),
    }))
    .filter((section) => section.items.length > 0)
}
