import { saveMeasures } from '@/lib/data/assessment-answers'
import { SaveMeasures } from '@/lib/domain/extra-assessment-forms'
import { answerTo, rowId } from '@/lib/plan-route'
import { dossierRoute } from '@/lib/route'

/** What the viewer thinks can be done at once, in an extra assessment that asked them. */
export const PUT = dossierRoute<typeof SaveMeasures, { code: string; id: string }>({
  schema: SaveMeasures,
  right: 'assessment.answer',
  work: async (input, viewer, { id }) => answerTo(await saveMeasures(viewer, rowId(id), input)),
})
