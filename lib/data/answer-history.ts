import { namesOfDossier } from '@/lib/data/names'
import type { PlanInView } from '@/lib/data/plans'
import { answerRight, placeOf } from '@/lib/domain/answer'
import { type DossierViewer, demand, Refused } from '@/lib/gate'

export interface EarlierText {
  version: number
  text: string
  by: string | null
  at: Date
}

/** The earlier texts of one answer, the newest first, for whoever may write it. Throws `Refused` for everyone else. */
export async function earlierTexts(viewer: DossierViewer, plan: PlanInView, answerId: string): Promise<EarlierText[]> {
  const { tx, familyId } = viewer
  const answer = await tx.answer.findFirst({
    where: { familyId, id: answerId, planId: plan.id },
    select: {
      itemKey: true,
      answerVersions: {
        select: { version: true, text: true, authorPersonId: true, savedAt: true },
        orderBy: { version: 'desc' },
        take: 50,
      },
    },
  })
  const place = answer && placeOf(plan.agenda, answer.itemKey)
  if (!place) {
    throw new Refused('earlier texts')
  }
  demand(viewer, answerRight(place), plan.facts)
  const nameOf = await namesOfDossier(viewer.tx)
  return answer.answerVersions.map(({ version, text, authorPersonId, savedAt }) => ({
    version,
    text,
    by: nameOf(authorPersonId),
    at: savedAt,
  }))
}
