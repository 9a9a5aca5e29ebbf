import { saveAskedScore } from '@/lib/data/assessment-answers'
import { SaveOwnScore } from '@/lib/domain/meeting-forms'
import { answerTo, rowId } from '@/lib/plan-route'
import { dossierRoute } from '@/lib/route'

/** What the viewer gives one family member in an extra assessment that asked them. */
export const PUT = dossierRoute<typeof SaveOwnScore, { code: string; id: string }>({
  schema: SaveOwnScore,
  right: 'assessment.answer',
  work: async (input, viewer, { id }) => answerTo(await saveAskedScore(viewer, rowId(id), input)),
})
