import { v5 } from 'uuid'
import { judgeAttempt } from '@/lib/domain/answer'
import type { SaveChairNote } from '@/lib/domain/chair-note-forms'
import type { ChairNoteView } from '@/lib/domain/chair-view'
import { walkOf } from '@/lib/domain/projector-walk'
import { UserError } from '@/lib/errors'
import { type DossierViewer, demand, Refused } from '@/lib/gate'
import type { AnswerConflict, SavedAnswer } from './answers'
import type { PlanInView } from './plans'
import { write } from './write'

interface NoteRow {
  id: string
  text: string
  version: number
  savedAt: Date
}

type NoteConflict = Omit<AnswerConflict, 'mine' | 'theirs'> & { mine: { text: string }; theirs: { text: string } }

const NO_NOTE: ChairNoteView = { text: '', version: 0, savedAt: null }

/** The viewer's own notes beside the parts of this plan's meeting: a function from a part to its note. */
export async function ownNotes(
  { tx, familyId, personId }: DossierViewer,
  planId: string,
): Promise<(part: string) => ChairNoteView> {
  const rows = await tx.chairNote.findMany({ where: { familyId, planId, personId } })
  const notes = new Map(
    rows.map(({ part, text, version, updatedAt }) => [
      part,
      { text, version, savedAt: version > 0 ? updatedAt.toISOString() : null },
    ]),
  )
  return (part) => notes.get(part) ?? NO_NOTE
}

/**
 * Keeps what the chair typed for themselves beside one part, with the protocol of the answers. There is no way to name
 * another person's. Throws `Refused` for a part that is not on this agenda, and a `UserError` for a used-up `saveId`.
 */
export async function saveNote(
  viewer: DossierViewer,
  plan: PlanInView,
  part: string,
  save: SaveChairNote,
): Promise<SavedAnswer | NoteConflict> {
  demand(viewer, 'chairNotes.write', plan.facts)
  if (!walkOf(plan.agenda).some(({ section }) => section.key === part)) {
    throw new Refused('no part')
  }
  const row = await lockNote(viewer, plan, part)
  const attempts = row.version === save.base ? new Map() : await earlierAttempts(viewer, row, save)
  const verdict = judgeAttempt({ version: row.version, isSame: row.text === save.text }, save, attempts)
  switch (verdict) {
    case 'conflict': {
      const mine = { text: save.text }
      const { version, text, savedAt: at } = row
      return { outcome: 'conflict', mine, theirs: { text }, version, by: viewer.personName, at }
    }
    case 'same':
      return keep(viewer, row, save, { version: row.version, savedAt: row.savedAt })
    case 'write':
      return overwrite(viewer, plan, row, save)
    default:
      return { outcome: 'saved', version: verdict.version, savedAt: verdict.savedAt }
  }
}

/** The note as it stands, empty at version 0 for the first, held until this transaction ends. */
async function lockNote(
  { tx, familyId, personId, now }: DossierViewer,
  plan: PlanInView,
  part: string,
): Promise<NoteRow> {
  const id = v5(`chair note ${part} ${personId}`, plan.id)
  await tx.chairNote.createMany({
    data: { familyId, id, planId: plan.id, personId, part, updatedAt: now },
    skipDuplicates: true,
  })
  const [row] = await tx.$queryRaw<NoteRow[]>`
    select id, text, version, updated_at as "savedAt" from chair_note
    where family_id = ${familyId}::uuid and id = ${id}::uuid
    for update`
  if (!row) {
    throw new Refused('hidden note')
  }
  return row
}

async function earlierAttempts({ tx, familyId }: DossierViewer, row: NoteRow, { saveId, after }: SaveChairNote) {
  const saves = await tx.chairNoteSave.findMany({ where: { familyId, id: { in: [saveId, ...after] } } })
  if (saves.some(({ noteId }) => noteId !== row.id)) {
    throw new UserError('Dit verzoek hoort bij een andere tekst. Ververs de pagina.')
  }
  return new Map(saves.map((save) => [save.id, save]))
}

async function overwrite(
  viewer: DossierViewer,
  plan: PlanInView,
  row: NoteRow,
  save: SaveChairNote,
): Promise<SavedAnswer> {
  const { tx, familyId, now } = viewer
  const version = row.version + 1
  const line = { right: 'chairNotes.write', subject: 'chair note', detail: { plan: plan.slug, version } } as const
  return write(viewer, line, async () => {
    await tx.chairNote.updateMany({
      where: { familyId, id: row.id, version: row.version },
      data: { text: save.text, version, updatedAt: now },
    })
    return keep(viewer, row, save, { version, savedAt: now })
  })
}

async function keep(
  { tx, familyId }: DossierViewer,
  row: NoteRow,
  { saveId }: SaveChairNote,
  kept: { version: number; savedAt: Date },
): Promise<SavedAnswer> {
  await tx.chairNoteSave.createMany({ data: { familyId, id: saveId, noteId: row.id, ...kept }, skipDuplicates: true })
  return { outcome: 'saved', ...kept }
}
