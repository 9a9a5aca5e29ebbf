import { planFor } from '@/lib/data/plans'
import { saveOwnTopThree } from '@/lib/data/top-three'
import { SaveOwnTopThree } from '@/lib/domain/meeting-forms'
import { dossierRoute } from '@/lib/route'

/** One participant's own TOP-3: their own draft, or shared; what others say is kept by who writes in the meeting. */
export const PUT = dossierRoute<typeof SaveOwnTopThree, { code: string; plan: string }>({
  schema: SaveOwnTopThree,
  right: 'meeting.read',
  work: async (input, viewer, params) => {
    await saveOwnTopThree(viewer, await planFor(viewer, params.plan, 'meeting.read'), input)
    return { version: 0 }
  },
})
