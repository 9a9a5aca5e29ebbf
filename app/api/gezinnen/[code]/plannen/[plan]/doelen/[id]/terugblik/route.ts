import { saveReview } from '@/lib/data/goal-reviews'
import { SaveReview } from '@/lib/domain/carried-forms'
import { savesRow } from '@/lib/plan-route'

export const PUT = savesRow(SaveReview, saveReview)
