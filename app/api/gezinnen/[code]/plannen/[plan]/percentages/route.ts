import { goalsToCome } from '@/lib/data/evaluations'
import { savePercentage } from '@/lib/data/goal-evaluations'
import { planFor } from '@/lib/data/plans'
import { SavePercentage } from '@/lib/domain/carried-forms'
import { savesInPlan } from '@/lib/plan-route'
import { dossierReadRoute } from '@/lib/route'

/** The goals of the evaluation that did not travel with the page of the meeting. */
export const GET = dossierReadRoute<{ code: string; plan: string }>('meeting.read', async (viewer, { plan }) =>
  goalsToCome(viewer, await planFor(viewer, plan, 'meeting.read')),
)

export const PUT = savesInPlan(SavePercentage, savePercentage)
