import { z } from 'zod'
import { chosenId, oneOf } from './form-values'
import { ISSUE_KINDS, ISSUE_LEVELS } from './issue'
import { plainText } from './text'

const GONE = 'Deze keuze is er niet (meer). Ververs de pagina.'

/** A new issue: what, for which goal if any, whose it is, and what was tried. Its form's id makes it one, however often sent. */
export const IssueForm = z.object({
  formId: chosenId,
  text: plainText({ required: true, max: 4000, label: 'De kwestie' }),
  kind: oneOf(ISSUE_KINDS, 'Kies wat voor kwestie het is.'),
  goalId: chosenId.or(z.literal('')).transform((id) => id || null),
  ownerPersonId: z
    .string({ error: 'Kies van wie de kwestie is.' })
    .pipe(z.uuid({ error: ({ input }) => (input === '' ? 'Kies van wie de kwestie is.' : GONE) })),
  tried: plainText({ required: true, max: 4000, label: 'Wat al is geprobeerd' }),
})

/** The next step; `from` is where it lay on the page that was sent. */
export const EscalateForm = z.object({
  issueId: chosenId,
  from: z.enum(ISSUE_LEVELS, { error: GONE }),
  reason: plainText({ required: true, max: 2000, label: 'De reden' }),
})

export const ResolveForm = z.object({
  issueId: chosenId,
  note: plainText({ required: true, max: 2000, label: 'De oplossing' }),
})
