import { saveRiskFacts } from '@/lib/data/risk-facts'
import { SaveRiskFacts } from '@/lib/domain/risk-forms'
import { savesRow } from '@/lib/plan-route'

/** Typing the facts of one risk factor, as an answer is typed. */
export const PUT = savesRow(SaveRiskFacts, async (viewer, plan, id, save) => ({
  ...(await saveRiskFacts(viewer, plan, id, save)),
}))
