import { GIVES_ITSELF, takesOwnFigure } from '@/lib/domain/score-round'
import { UserError } from '@/lib/errors'
import { type DossierViewer, Refused } from '@/lib/gate'
import type { PlanInView } from './plans'
import { latestRound } from './score-rounds'

/** Whether a round is open in this assessment, which then is not revealed before this transaction ends. */
export async function keepRound({ tx }: DossierViewer, assessmentId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ open: boolean }[]>`select keep_round(${assessmentId}::uuid) as open`
  return row?.open ?? false
}

/** Whether a figure may still come from a seat of one's own; where a round is open it stays so until this is saved. */
export async function takesFigures(viewer: DossierViewer, planId: string, assessmentId: string): Promise<boolean> {
  if (await keepRound(viewer, assessmentId)) {
    return true
  }
  const round = await latestRound(viewer, planId)
  return takesOwnFigure(round?.state ?? 'none')
}

/** Why a score that is there may not be read: given unseen by the person itself, or hidden from this viewer. */
export async function whyHidden(viewer: DossierViewer, { id, slug }: PlanInView): Promise<Refused | UserError> {
  const round = await latestRound(viewer, id)
  return round ? new UserError(GIVES_ITSELF, 'score') : new Refused(`hidden score in ${slug}`)
}
