import { planToWrite } from '@/lib/data/meeting-page'
import { assessMember } from '@/lib/data/scores'
import { AssessMember } from '@/lib/domain/meeting-forms'
import { dossierRoute } from '@/lib/route'

/** The case director's list of who is assessed. */
export const PUT = dossierRoute<typeof AssessMember, { code: string; plan: string }>({
  schema: AssessMember,
  right: 'plan.move',
  work: async (input, viewer, params) => {
    await assessMember(viewer, await planToWrite(viewer, params.plan, 'meeting.write'), input)
    return { version: 0 }
  },
})
