import { z } from 'zod'
import { chosenId, oneOf, optionalDate, optionalLine, optionalText, requiredDate, ticked } from './form-values'
import { DIRECTIONS, FAMILY_PLAN_ANSWERS, FORMS_OF_UNSAFETY, YES_OR_NO } from './intake-words'
import { plainText } from './text'

/** Which forms of unsafety there are, and from whom to whom. */
export const UnsafetyForm = z.object({
  forms: z.array(oneOf(FORMS_OF_UNSAFETY, 'Kies uit de lijst.')).default([]),
  directions: z.array(oneOf(DIRECTIONS, 'Kies uit de lijst.')).default([]),
})

/** A concrete incident: what happened, and when. */
export const IncidentForm = z.object({
  happenedOn: requiredDate,
  what: plainText({ required: true, max: 2000, label: 'Wat er gebeurde' }),
})

export const RemoveIncidentForm = z.object({ incidentId: chosenId })

/** What keeps coming back, in the director's words. */
export const PatternForm = z.object({ structuralFacts: optionalText('Wat er steeds terugkomt', 5000) })

/** Immediate danger, and how it was averted: what, by whom, until when. */
export const DangerForm = z.object({
  immediateDanger: oneOf(YES_OR_NO, 'Kies of er direct gevaar was.').transform((answer) => answer === 'yes'),
  dangerAverted: optionalText('Wat er gedaan is', 5000),
  dangerAvertedBy: optionalLine('Door wie', 300),
  dangerAvertedUntil: optionalDate,
})

/** Whether the family makes a plan of its own, or goes on with GIPS. */
export const FamilyPlanForm = z.object({
  familyPlan: oneOf(FAMILY_PLAN_ANSWERS, 'Kies wat het gezin wil.'),
})

/** When GIPS was explained with the example dossier, and when consent was asked. */
export const ExplanationForm = z.object({ explainedOn: optionalDate, consentAskedOn: optionalDate })

export const HistoryForm = z.object({
  historyOfHelp: optionalText('De hulp die er al was', 5000),
  careAvoiding: ticked,
})
