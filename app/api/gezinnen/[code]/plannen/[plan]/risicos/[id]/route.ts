import { saveRiskMarks } from '@/lib/data/risk-assessment'
import { SaveRiskMarks } from '@/lib/domain/risk-forms'
import { savesRow } from '@/lib/plan-route'

/** The marks of one risk factor: whether it plays a part, is crucial, can be changed. */
export const PUT = savesRow(SaveRiskMarks, saveRiskMarks)
