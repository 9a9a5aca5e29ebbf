import { planFor } from '@/lib/data/plans'
import { saveDraftText } from '@/lib/data/top-three-drafts'
import { parseDraftSlug, SaveDraftText } from '@/lib/domain/top-three-draft'
import { Refused } from '@/lib/gate'
import { answerTo } from '@/lib/plan-route'
import { dossierRoute } from '@/lib/route'

/** Typing in one's own TOP-3: one text of it, by whoever is logged in. */
export const PUT = dossierRoute<typeof SaveDraftText, { code: string; plan: string; deel: string }>({
  schema: SaveDraftText,
  right: 'topThree.draft',
  work: async (save, viewer, { plan, deel }) => {
    const place = parseDraftSlug(deel)
    if (!place) {
      throw new Refused('no place')
    }
    return answerTo({ ...(await saveDraftText(viewer, await planFor(viewer, plan, 'topThree.draft'), place, save)) })
  },
})
