import { saveNote } from '@/lib/data/chair-notes'
import { planFor } from '@/lib/data/plans'
import { SaveChairNote } from '@/lib/domain/chair-note-forms'
import { answerTo } from '@/lib/plan-route'
import { dossierRoute } from '@/lib/route'

/** Typing in the chair's own notes: the one beside this part, of whoever is logged in. */
export const PUT = dossierRoute<typeof SaveChairNote, { code: string; plan: string; deel: string }>({
  schema: SaveChairNote,
  right: 'chairNotes.write',
  work: async (save, viewer, { plan, deel }) =>
    answerTo({ ...(await saveNote(viewer, await planFor(viewer, plan, 'chairNotes.write'), deel, save)) }),
})
