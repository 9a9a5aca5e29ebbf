import { saveAim } from '@/lib/data/goals'
import { planToWrite } from '@/lib/data/meeting-page'
import { SaveAim } from '@/lib/domain/meeting-forms'
import { dossierRoute } from '@/lib/route'

/** What the plan is for, in the family's words. */
export const PUT = dossierRoute<typeof SaveAim, { code: string; plan: string }>({
  schema: SaveAim,
  right: 'preparation.write',
  work: async ({ aim }, viewer, params) => {
    await saveAim(viewer, await planToWrite(viewer, params.plan, 'preparation.write'), aim)
    return { version: 0 }
  },
})
