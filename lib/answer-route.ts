import { z } from 'zod'
import { earlierTexts } from '@/lib/data/answer-history'
import { saveAnswer } from '@/lib/data/answers'
import { planBySlug } from '@/lib/data/plans'
import { SaveAnswer } from '@/lib/domain/answer-forms'
import { Refused } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { Answer, dossierReadRoute, dossierRoute } from '@/lib/route'

interface AnswerPlace {
  code: string
  plan: string
  answer: string
}

/** Typing: keeps one answer. 409 with both texts when someone else saved first. */
export function savesAnswer(right: DossierRight) {
  return dossierRoute<typeof SaveAnswer, AnswerPlace>({
    schema: SaveAnswer,
    right,
    work: async (save, viewer, params) => {
      const answerId = idOf(params)
      const plan = await planBySlug(viewer, params.plan)
      const { outcome, ...body } = await saveAnswer(viewer, { ...save, plan, answerId })
      if (outcome === 'conflict') {
        return new Answer(409, body)
      }
      return body
    },
  })
}

/** The earlier texts of one answer, for whoever may write it. */
export function readsEarlierTexts(right: DossierRight) {
  return dossierReadRoute<AnswerPlace>(right, async (viewer, params) => {
    const answerId = idOf(params)
    return { texts: await earlierTexts(viewer, await planBySlug(viewer, params.plan), answerId) }
  })
}

function idOf({ answer }: AnswerPlace): string {
  const id = z.uuid().safeParse(answer)
  if (!id.success) {
    throw new Refused('no answer id')
  }
  return id.data
}
