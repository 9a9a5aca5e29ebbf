import { z } from 'zod'
import { SaveAnswer } from './answer-forms'
import { RISK_PRESENCES } from './risk-assessment'
import { RISK_GROUPS } from './risk-factors'
import { plainText } from './text'

/** What the browser sends of the marks: all at once. `after`: what it sent before without hearing what became of it. */
const marks = z.object({
  presence: z.enum(RISK_PRESENCES).nullable(),
  isCrucial: z.boolean(),
  isChangeable: z.boolean(),
  aboutMemberId: z.uuid({ error: 'Dit gezinslid is er niet (meer). Ververs de pagina.' }).nullable(),
})
export const SaveRiskMarks = marks.extend({ base: z.int().min(0), after: marks.nullable().catch(null) })
export type SaveRiskMarks = z.output<typeof SaveRiskMarks>

/** What the browser sends while someone types the facts: as for an answer, whose place stands in the address. */
export const SaveRiskFacts = SaveAnswer.pick({ base: true, saveId: true, after: true }).extend({
  text: plainText({ required: false, label: 'De feiten' }),
})
export type SaveRiskFacts = z.output<typeof SaveRiskFacts>

/** Whether this names a risk factor, and not the id of a concern. */
export function isRiskKey(text: string): boolean {
  const [base, childId] = text.split(':', 2)
  const factor = RISK_GROUPS.flatMap(({ factors }) => factors).find((each) => each.key === base)
  if (!factor) return false
  return factor.perChild ? z.uuid().safeParse(childId).success : childId === undefined
}
