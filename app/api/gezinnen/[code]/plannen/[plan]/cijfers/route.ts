import { saveScore } from '@/lib/data/scores'
import { SaveScore } from '@/lib/domain/meeting-forms'
import { savesInPlan } from '@/lib/plan-route'

export const PUT = savesInPlan(SaveScore, saveScore)
