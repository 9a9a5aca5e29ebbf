import { planFor } from '@/lib/data/plans'
import { decideTopThree } from '@/lib/data/top-three'
import { DecideTopThree } from '@/lib/domain/meeting-forms'
import { dossierRoute } from '@/lib/route'

/** The case director's TOP-3, all three places at once. */
export const PUT = dossierRoute<typeof DecideTopThree, { code: string; plan: string }>({
  schema: DecideTopThree,
  right: 'plan.move',
  work: async (input, viewer, params) => {
    await decideTopThree(viewer, await planFor(viewer, params.plan, 'meeting.write'), input)
    return { version: 0 }
  },
})
