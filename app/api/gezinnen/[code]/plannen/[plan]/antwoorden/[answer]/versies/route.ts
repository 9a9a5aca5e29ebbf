import { z } from 'zod'
import { earlierTexts } from '@/lib/data/answer-history'
import { planBySlug } from '@/lib/data/plans'
import { Refused } from '@/lib/gate'
import { dossierReadRoute } from '@/lib/route'

interface Params {
  code: string
  plan: string
  answer: string
}

/** The earlier texts of one answer, for whoever may write it. */
export const GET = dossierReadRoute<Params>('meeting.write', async (viewer, { plan, answer }) => {
  const answerId = z.uuid().safeParse(answer)
  if (!answerId.success) {
    throw new Refused('no answer id')
  }
  return { texts: await earlierTexts(viewer, await planBySlug(viewer, plan), answerId.data) }
})
