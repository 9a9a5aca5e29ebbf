import { removeGoal, saveGoal } from '@/lib/data/goals'
import { SaveGoal } from '@/lib/domain/meeting-forms'
import { changesRow, savesRow } from '@/lib/plan-route'

export const PUT = savesRow(SaveGoal, saveGoal)
export const DELETE = changesRow(removeGoal)
