import { saveGoalsDraft } from '@/lib/data/goals-drafts'
import { SaveGoalsDraft } from '@/lib/domain/goals-draft'
import { answerTo, rowId } from '@/lib/plan-route'
import { dossierRoute } from '@/lib/route'

/** New safety goals as they are being written, after an extra assessment that was closed. */
export const PUT = dossierRoute<typeof SaveGoalsDraft, { code: string; id: string }>({
  schema: SaveGoalsDraft,
  right: 'assessment.lead',
  work: async (input, viewer, { id }) => answerTo(await saveGoalsDraft(viewer, rowId(id), input)),
})
