import { saveVerdict } from '@/lib/data/goal-evaluations'
import { SaveVerdict } from '@/lib/domain/carried-forms'
import { savesRow } from '@/lib/plan-route'

export const PUT = savesRow(SaveVerdict, saveVerdict)
