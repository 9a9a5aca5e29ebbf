import { z } from 'zod'
import { chosenId, oneOf, optionalText, requiredDate } from './form-values'
import { CONTACT_KINDS, FOLLOW_UPS } from './measurement'
import { problemsOf, rowsIn } from './row-fields'
import { safetyScore } from './score-field'
import { plainText } from './text'

const contact = oneOf(CONTACT_KINDS, 'Kies hoe u het weet.')
const explanation = plainText({ required: true, max: 4000, label: 'De toelichting' })
const Head = z.object({ measuredOn: requiredDate, contact })
/** Made when the form was opened: sent again, it makes nothing more. */
const formId = chosenId
const Row = z.object({ current: safetyScore, lasting: safetyScore, explanation })

/** The fields of one child in the form for several. */
export const MEASURED_FIELDS = ['current', 'lasting', 'explanation'] as const

const NOTHING = 'Vul bij minstens één kind de cijfers en de toelichting in.'

/**
 * One contact: a day, a kind, and a row for each child of whom something is said. A row that was left wholly empty says
 * nothing of that child; of one that was begun everything is asked.
 */
export const MeasurementsForm = z.record(z.string(), z.unknown()).transform((typed, context) => {
  const head = Head.extend({ formId }).safeParse(typed)
  const rows = rowsIn(typed, MEASURED_FIELDS).map(({ id, values }) => ({ id, row: Row.safeParse(values) }))
  const problems = [
    ...problemsOf(head),
    ...rows.flatMap(({ id, row }) => problemsOf(row, id)),
    ...(rows.length === 0 ? [{ path: 'form', message: NOTHING }] : []),
  ]
  for (const { path, message } of problems) {
    context.addIssue({ code: 'custom', path: [path], message })
  }
  if (!head.success || problems.length > 0) return z.NEVER
  return { ...head.data, rows: rows.flatMap(({ id, row }) => (row.success ? [{ childId: id, ...row.data }] : [])) }
})

/** The mending of one measurement. */
export const MendMeasurementForm = z.object({ measurementId: chosenId }).extend(Head.shape).extend(Row.shape)

/** What is said afterwards of a measurement that stands. */
export const CorrectMeasurementForm = z.object({
  measurementId: chosenId,
  formId,
  text: plainText({ required: true, max: 2000, label: 'De aanvulling' }),
})

/** The answers to the four questions: what is needed, or in words why nothing is. */
export const ConsiderForm = z
  .object({
    measurementId: chosenId,
    followUps: z.array(oneOf(FOLLOW_UPS, 'Deze keuze is er niet (meer). Ververs de pagina.')).default([]),
    followUpNote: optionalText('De uitleg'),
  })
  .refine(({ followUps, followUpNote }) => followUps.length > 0 || followUpNote !== null, {
    error: 'Vink aan wat er nodig is, of schrijf op waarom er niets nodig is.',
    path: ['followUpNote'],
  })

/** What was decided now that lasting safety is at a 6. */
export const KeyDecisionForm = z.object({
  measurementId: chosenId,
  keyDecision: plainText({ required: true, max: 2000, label: 'Het besluit' }),
})
