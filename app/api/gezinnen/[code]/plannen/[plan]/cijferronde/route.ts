import { planFor } from '@/lib/data/plans'
import { moveRound } from '@/lib/data/score-rounds'
import { MoveRound } from '@/lib/domain/score-round-forms'
import { dossierRoute } from '@/lib/route'

/** Opens, reveals or stops the round of unseen scores. Answers with how it stands. */
export const POST = dossierRoute<typeof MoveRound, { code: string; plan: string }>({
  schema: MoveRound,
  right: 'scoreRound.lead',
  work: async ({ move }, viewer, { plan }) => moveRound(viewer, await planFor(viewer, plan, 'scoreRound.lead'), move),
})
