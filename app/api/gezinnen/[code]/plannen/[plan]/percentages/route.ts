import { savePercentage } from '@/lib/data/goal-evaluations'
import { SavePercentage } from '@/lib/domain/carried-forms'
import { savesInPlan } from '@/lib/plan-route'

export const PUT = savesInPlan(SavePercentage, savePercentage)
