import { saveOwnPercentage } from '@/lib/data/goal-evaluations'
import { SaveOwnPercentage } from '@/lib/domain/carried-forms'
import { savesInPlan } from '@/lib/plan-route'

/** How far one finds a goal reached, from one's own account. */
export const PUT = savesInPlan(SaveOwnPercentage, saveOwnPercentage, 'scores.own')
