import { planToWrite } from '@/lib/data/meeting-page'
import { saveScore } from '@/lib/data/scores'
import { SaveScore } from '@/lib/domain/meeting-forms'
import { Answer, dossierRoute } from '@/lib/route'

/** Typing in the safety round: what one person gives one family member. 409 with both when someone else was first. */
export const PUT = dossierRoute<typeof SaveScore, { code: string; plan: string }>({
  schema: SaveScore,
  right: 'meeting.write',
  work: async (input, viewer, params) => {
    const plan = await planToWrite(viewer, params.plan, 'meeting.write')
    const { outcome, ...body } = await saveScore(viewer, plan, input)
    if (outcome === 'conflict') {
      return new Answer(409, body)
    }
    return body
  },
})
