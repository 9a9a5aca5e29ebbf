import { gatherTopThree } from '@/lib/data/gather-top-three'
import { planFor } from '@/lib/data/plans'
import { GatherTopThree } from '@/lib/domain/meeting-forms'
import { dossierRoute } from '@/lib/route'

/** Takes over the TOP-3 that a participant prepared and released. */
export const POST = dossierRoute<typeof GatherTopThree, { code: string; plan: string }>({
  schema: GatherTopThree,
  right: 'meeting.write',
  work: async (input, viewer, { plan }) => gatherTopThree(viewer, await planFor(viewer, plan, 'meeting.write'), input),
})
