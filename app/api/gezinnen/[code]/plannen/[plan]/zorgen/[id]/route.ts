import { removeConcern, restoreConcern, saveConcern } from '@/lib/data/concerns'
import { SaveConcern } from '@/lib/domain/meeting-forms'
import { changesRow, savesRow } from '@/lib/plan-route'

export const PUT = savesRow(SaveConcern, saveConcern)
export const DELETE = changesRow(removeConcern)
export const POST = changesRow(restoreConcern)
