import { assessMember } from '@/lib/data/meeting-assessment'
import { planFor } from '@/lib/data/plans'
import { AssessMember } from '@/lib/domain/meeting-forms'
import { dossierRoute } from '@/lib/route'

/** The case director's list of who is assessed. */
export const PUT = dossierRoute<typeof AssessMember, { code: string; plan: string }>({
  schema: AssessMember,
  right: 'plan.move',
  work: async (input, viewer, params) => {
    await assessMember(viewer, await planFor(viewer, params.plan, 'meeting.write'), input)
    return { version: 0 }
  },
})
