import { z } from 'zod'
import { saveAnswer } from '@/lib/data/answers'
import { planBySlug } from '@/lib/data/plans'
import { SaveAnswer } from '@/lib/domain/answer'
import { Refused } from '@/lib/gate'
import { Answer, dossierRoute } from '@/lib/route'

interface Params {
  code: string
  plan: string
  answer: string
}

/** Typing: keeps one answer. 409 with both texts when someone else saved first. */
export const PUT = dossierRoute<typeof SaveAnswer, Params>({
  schema: SaveAnswer,
  right: 'meeting.write',
  work: async (save, viewer, params) => {
    const answerId = z.uuid().safeParse(params.answer)
    if (!answerId.success) {
      throw new Refused('no answer id')
    }
    const plan = await planBySlug(viewer, params.plan)
    const { outcome, ...body } = await saveAnswer(viewer, { ...save, plan, answerId: answerId.data })
    if (outcome === 'conflict') {
      return new Answer(409, body)
    }
    return body
  },
})
