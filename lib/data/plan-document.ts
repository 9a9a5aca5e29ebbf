import { plainDateIn } from '@/lib/dates'
import { planSections } from '@/lib/domain/absent-contribution'
import type { Agenda, Subject } from '@/lib/domain/agendas/agenda'
import { agendaAbout, baseKey, memberInKey } from '@/lib/domain/agendas/per-person'
import { agendaOfPlan } from '@/lib/domain/agendas/registry'
import type { PlanDocument, PlanRow, PlanRowContent } from '@/lib/domain/plan-document'
import { planTitle } from '@/lib/domain/plan-state'
import type { SubjectKind } from '@/lib/domain/shield-forms'
import type { DossierViewer } from '@/lib/gate'
import type { FrozenKind, Plan } from '@/prisma/generated/client'
import { namesOfDossier } from './names'
import { loadPlanContent } from './plan-content'
import { type PlanRowDraft, planRowDrafts } from './plan-rows'

const AIM = 'start.aim'

const SUBJECTS: Partial<Record<FrozenKind, SubjectKind>> = {
  answer: 'answer',
  response: 'answer',
  proposal: 'answer',
  score: 'answer',
  decision: 'answer',
  concern: 'concern',
  goal: 'goal',
  agreement: 'agreement',
}

interface FrozenRow {
  id: string
  kind: FrozenKind
  subjectId: string | null
  sectionKey: string
  itemKey: string
  position: number
  content: PlanRowContent
}

export type DraftRow = PlanRowDraft & { id: string; position: number }

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
  const rows = await viewer.tx.$queryRaw<FrozenRow[]>`
    select id, kind, subject_id as "subjectId", section_key as "sectionKey", coalesce(item_key, '') as "itemKey", position, content
    from frozen_rows(${[version.id]}::uuid[]) order by position`
  return {
    ...documentOf(viewer, plan, rows.map(rowOf)),
    version: number,
    state: 'definitive',
    adoptedOn: plainDateIn(version.adoptedAt),
  }
}

/** The plan as it stands while it is being made, less what is shielded from this viewer. */
export async function liveDocument(viewer: DossierViewer, plan: Plan): Promise<PlanDocument> {
  const drafts = await draftsOf(viewer, plan)
  const rows = viewer.roles.includes('family') ? await asRead(viewer, plan, drafts) : drafts
  return documentOf(viewer, plan, rows.map(rowOf))
}

/**
 * The rows of a plan as the case director has them before him, with all that each quotes: to be read through somebody
 * else's eyes later in the same transaction.
 */
export async function draftsOf(viewer: DossierViewer, plan: Plan): Promise<DraftRow[]> {
  const content = await loadPlanContent(viewer.tx, plan, await namesOfDossier(viewer.tx))
  return planRowDrafts(content).map((draft, position) => ({ ...draft, id: draft.subjectId, position }))
}

/** These rows as whoever looks now would read them in the adopted plan: the same rule, asked before there is one. */
export async function draftDocument(
  viewer: DossierViewer,
  plan: Plan,
  drafts: readonly DraftRow[],
): Promise<PlanDocument> {
  return documentOf(viewer, plan, (await asRead(viewer, plan, drafts)).map(rowOf))
}

async function asRead({ tx }: DossierViewer, plan: Plan, drafts: readonly DraftRow[]): Promise<DraftRow[]> {
  const read = await tx.$queryRaw<{ position: number; content: PlanRowContent }[]>`
    select position, content from rows_as_read(${plan.id}::uuid, ${JSON.stringify(drafts)}::jsonb)`
  const contents = new Map(read.map(({ position, content }) => [position, content]))
  return drafts.flatMap((draft) => {
    const content = contents.get(draft.position)
    return content ? [{ ...draft, content }] : []
  })
}

function rowOf({ id, kind, subjectId, sectionKey, itemKey, position, content }: FrozenRow | DraftRow): PlanRow {
  return { id, subject: subjectOfRow(kind, subjectId, content), sectionKey, itemKey, position, content }
}

/**
 * What is shielded with a row. A place in a TOP-3 and a professional's own choice follow the concern, a professional's
 * percentage the goal.
 */
function subjectOfRow(kind: FrozenKind, id: string | null, content: PlanRowContent): PlanRow['subject'] {
  const subject = content.kind === 'percentage' && kind === 'goal' ? undefined : SUBJECTS[kind]
  return id !== null && subject ? { kind: subject, id } : null
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
      agendaAbout(agendaOfPlan(plan), subjectsIn(rows)),
      rows.filter(({ itemKey }) => itemKey !== AIM),
    ),
  }
}

/**
 * Whose recovery plans these rows are of, in their order. Who may read a row of somebody's plan and not that it is theirs,
 * reads it without the name.
 */
function subjectsIn(rows: readonly PlanRow[]): Subject[] {
  const subjects = new Map<string, Subject>()
  for (const { sectionKey, content } of rows) {
    const id = memberInKey(sectionKey)
    if (id === null) continue
    const isChild = baseKey(sectionKey).startsWith('child')
    const known = content.kind === 'person' ? content : subjects.get(id)
    subjects.set(id, { id, name: known?.name ?? nameless(isChild), isChild, isCarer: known?.isCarer ?? false })
  }
  return [...subjects.values()]
}

function nameless(isChild: boolean): string {
  return isChild ? 'dit kind' : 'deze volwassene'
}

/** A plan opens with its aim, in the family's words. */
function aimIn(rows: readonly PlanRow[]): string | null {
  const content = rows.find(({ itemKey }) => itemKey === AIM)?.content
  return content?.kind === 'answer' ? content.text : null
}

/** Sections and questions of the plan around the rows; what has no row is left out. */
function sectionsOf(agenda: Agenda, rows: PlanRow[]): PlanDocument['sections'] {
  return planSections(agenda)
    .map(({ key, title, about, items }) => ({
      key,
      title,
      items: items
        .map((item) => ({
          key: item.key,
          question: item.question,
          rows: rows.filter((row) => row.itemKey === baseKey(item.key) && (!about || row.sectionKey === key)),
        }))
        .filter((item) => item.rows.length > 0),
    }))
    .filter((section) => section.items.length > 0)
}
