import { recordMinimum } from '@/lib/data/meeting-assessment'
import { planFor } from '@/lib/data/plans'
import { RecordMinimum } from '@/lib/domain/meeting-forms'
import { dossierRoute } from '@/lib/route'

/** The case director's record whether the minimum requirements are met. */
export const PUT = dossierRoute<typeof RecordMinimum, { code: string; plan: string }>({
  schema: RecordMinimum,
  right: 'plan.move',
  work: async (input, viewer, params) => {
    await recordMinimum(viewer, await planFor(viewer, params.plan, 'meeting.write'), input)
    return { version: 0 }
  },
})
