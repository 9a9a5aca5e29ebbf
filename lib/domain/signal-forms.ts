import { z } from 'zod'
import { chosenId, optionalMoment } from './form-values'
import { LINK_KINDS } from './signal-links'
import { plainText } from './text'

/** The most characters of what was seen: what a phone can send while its page goes away. */
const MAX_HAPPENED = 5000

const signalId = chosenId

/** What is reported: what happened and when, whom it concerns (nobody chosen: the whole family) and how urgent it is. */
export const ReportInput = z.object({
  happened: plainText({ required: true, max: MAX_HAPPENED, label: 'Wat er gebeurde' }),
  happenedAt: optionalMoment,
  members: z.array(chosenId).max(50).default([]),
  urgency: z.enum(['now', 'today', 'thisWeek'], { error: 'Kies hoe snel iemand iets moet doen.' }),
})

/** The same from a form, with the key that the page made for it: sent twice it is one signal. */
export const ReportForm = ReportInput.extend({ id: signalId })

/** Whoever takes over says that they saw it. */
export const AcknowledgeForm = z.object({ signalId })

/** The people of the team whose view is asked. */
export const AskViewsForm = z.object({
  signalId,
  people: z.array(chosenId, { error: 'Kies aan wie u het vraagt.' }).min(1, 'Kies aan wie u het vraagt.').max(100),
})

/** What one of them thinks of it. */
export const GiveViewForm = z.object({ signalId, view: plainText({ required: true, max: 5000, label: 'Uw antwoord' }) })

/** Something that was done; its form's id makes it one note, however often sent. */
export const NoteActionForm = z.object({
  signalId,
  formId: chosenId,
  text: plainText({ required: true, max: 2000, label: 'Wat u deed' }),
})

/** What it came to. */
export const CloseSignalForm = z.object({
  signalId,
  outcome: plainText({ required: true, max: 5000, label: 'Wat er is gedaan' }),
})

/** A family account that may read it from now on, or no longer. */
export const ShareSignalForm = z.object({ signalId, personId: chosenId, share: z.enum(['yes', 'no']) })

/** A family account to which the dossier is closed because of it. */
export const SuspendForm = z.object({
  signalId,
  personId: chosenId,
  reason: plainText({ required: true, max: 1000, label: 'De reden' }),
})

const NO_CHOICE = 'Kies waar dit signaal toe leidde.'

/** What it led to: one of the kinds, a colon, and which. */
export const LinkSignalForm = z.object({
  signalId,
  target: z
    .string({ error: NO_CHOICE })
    .transform((value) => value.split(':'))
    .pipe(z.tuple([z.enum(LINK_KINDS, { error: NO_CHOICE }), z.uuid({ error: NO_CHOICE })], { error: NO_CHOICE }))
    .transform(([kind, id]) => ({ kind, id })),
})

/** A link that is taken away. */
export const UnlinkSignalForm = z.object({ signalId, linkId: chosenId })
