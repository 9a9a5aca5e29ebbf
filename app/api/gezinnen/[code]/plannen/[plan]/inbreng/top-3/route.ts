import { planFor } from '@/lib/data/plans'
import { releaseDraft } from '@/lib/data/top-three-drafts'
import { ReleaseDraft } from '@/lib/domain/top-three-draft'
import { dossierRoute } from '@/lib/route'

/** Whether the meeting may use one's own TOP-3. */
export const PUT = dossierRoute<typeof ReleaseDraft, { code: string; plan: string }>({
  schema: ReleaseDraft,
  right: 'topThree.draft',
  work: async (input, viewer, { plan }) => releaseDraft(viewer, await planFor(viewer, plan, 'topThree.draft'), input),
})
