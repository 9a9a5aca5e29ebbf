import { dropAgreement, restoreAgreement, saveAgreement } from '@/lib/data/agreements-of-plan'
import { SaveAgreement } from '@/lib/domain/meeting-forms'
import { changesRow, savesRow } from '@/lib/plan-route'

export const PUT = savesRow(SaveAgreement, saveAgreement)
export const DELETE = changesRow(dropAgreement)
export const POST = changesRow(restoreAgreement)
