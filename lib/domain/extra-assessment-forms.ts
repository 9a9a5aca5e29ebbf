import { z } from 'zod'
import { chosenId, requiredDate } from './form-values'
import { plainText } from './text'

const CONTENT = 2_000
const chosen = (error: string) =>
  z
    .array(chosenId)
    .max(60)
    .default([])
    .refine((ids) => ids.length > 0, { error })

/** Asking for an extra assessment. Its id comes with the form, so that a form sent twice asks once. */
export const AskAssessmentForm = z.object({
  assessmentId: chosenId,
  professionals: chosen('Kies wie u vraagt.'),
  members: chosen('Kies voor wie er een cijfer komt.'),
  question: plainText({ required: true, max: CONTENT, label: 'De vraag' }),
  deadline: requiredDate,
})
export type AskAssessment = z.output<typeof AskAssessmentForm>

/** The same about a signal, by whoever takes that over. */
export const AskAboutSignalForm = AskAssessmentForm.extend({ signalId: chosenId })
export type AskAboutSignal = z.output<typeof AskAboutSignalForm>

/** Something about one extra assessment as a whole: that one's own answer is finished, or that it is taken back. */
export const AssessmentForm = z.object({ assessmentId: chosenId })

/** Something about one person on its list: to ask, to remind or to take off. */
export const AskedPersonForm = z.object({ assessmentId: chosenId, personId: chosenId })
export type AskedPersonChoice = z.output<typeof AskedPersonForm>

/** Closing it, with what the case director concludes. */
export const CloseAssessmentForm = z.object({
  assessmentId: chosenId,
  conclusion: plainText({ required: true, max: CONTENT, label: 'De conclusie' }),
})
export type CloseAssessment = z.output<typeof CloseAssessmentForm>

const measures = z.object({ text: plainText({ required: false, label: 'Wat er direct kan gebeuren' }) })

/** Ideas for direct measures, saved as they are typed. */
export const SaveMeasures = measures.extend({ base: z.int().min(0), after: measures.nullable().catch(null) })
export type SaveMeasures = z.output<typeof SaveMeasures>
