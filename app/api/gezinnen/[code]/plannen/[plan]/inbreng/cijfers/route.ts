import { saveOwnScore } from '@/lib/data/scores'
import { SaveOwnScore } from '@/lib/domain/meeting-forms'
import { savesInPlan } from '@/lib/plan-route'

/** A score from one's own account, for instance on one's own phone. */
export const PUT = savesInPlan(SaveOwnScore, saveOwnScore, 'scores.own')
