import { v7 } from 'uuid'
import { draftIn, type GoalsDraft, type SaveGoalsDraft } from '@/lib/domain/goals-draft'
import { judgeSave, type RowSaved } from '@/lib/domain/meeting-forms'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import { lineFor } from './extra-assessments'
import { write } from './write'

const NOTHING: GoalsDraft = { goals: [], reason: '' }

/** The viewer's own draft of new goals after this extra assessment; null where none was kept. Goals that are in force are no draft any more. */
export async function ownGoalsDraft(
  viewer: DossierViewer,
  assessmentId: string,
): Promise<{ draft: GoalsDraft | null; version: number }> {
  const { tx, familyId, personId } = viewer
  const row = await tx.goalsDraft.findFirst({ where: { familyId, assessmentId, personId } })
  const draft = row && draftIn(row.content)
  const isOver = draft !== null && (await areInForce(viewer, draft))
  return { draft: isOver ? null : draft, version: row?.version ?? 0 }
}

/**
 * Keeps what is typed. Of two tabs of one person the second is shown both texts. What arrives after its goals came in force
 * is done with, and is not kept again. Refuses what is no extra assessment; throws a UserError for one that still runs.
 */
export async function saveGoalsDraft(
  viewer: DossierViewer,
  assessmentId: string,
  { base, after, ...draft }: SaveGoalsDraft,
): Promise<RowSaved<GoalsDraft>> {
  demand(viewer, 'assessment.lead')
  await holdClosed(viewer, assessmentId)
  const { tx, familyId, personId, now: savedAt } = viewer
  if (await areInForce(viewer, draft)) {
    return { outcome: 'saved', version: base }
  }
  const row = await tx.goalsDraft.findFirst({ where: { familyId, assessmentId, personId } })
  const version = row?.version ?? 0
  const theirs = (row && draftIn(row.content)) ?? NOTHING
  const verdict = judgeSave({ version, value: theirs }, { base, value: draft, after })
  if (verdict === 'conflict') {
    return { outcome: 'conflict', mine: draft, theirs, version, by: viewer.personName }
  }
  if (verdict === 'same') {
    return { outcome: 'saved', version }
  }
  const kept = { content: draft, version: version + 1, savedAt }
  await write(viewer, lineFor(assessmentId, 'goals drafted'), () =>
    row
      ? tx.goalsDraft.updateMany({ where: { familyId, id: row.id }, data: kept })
      : tx.goalsDraft.createMany({ data: [{ familyId, id: v7(), assessmentId, personId, ...kept }] }),
  )
  return { outcome: 'saved', version: version + 1 }
}

/** Once the goals are in force, inside the change that made them so. */
export async function dropGoalsDraft({ tx, familyId, personId }: DossierViewer, assessmentId: string): Promise<void> {
  await tx.goalsDraft.deleteMany({ where: { familyId, assessmentId, personId } })
}

/** Held until this transaction ends: saves of one person come one after the other. */
async function holdClosed({ tx, familyId }: DossierViewer, id: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ isClosed: boolean }[]>`
    select closed_at is not null as "isClosed" from safety_assessment
    where family_id = ${familyId}::uuid and id = ${id}::uuid and kind = 'extra' for update`
  if (!row) {
    throw new Refused('extra assessment')
  }
  if (!row.isClosed) {
    throw new UserError('Deze inschatting is nog niet afgesloten. Sluit haar eerst af.')
  }
}

async function areInForce({ tx, familyId }: DossierViewer, { goals }: GoalsDraft): Promise<boolean> {
  const written = goals.filter(({ text }) => text.trim() !== '').map(({ id }) => id)
  return written.length > 0 && (await tx.goal.count({ where: { familyId, id: { in: written } } })) === written.length
}
