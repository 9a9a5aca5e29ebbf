import { z } from 'zod'
import { chosenId, optionalDate } from './form-values'
import { WALL_HEADINGS } from './future-plan'

/** The year after GIPS 5, as far as it is known; adopting the plan demands the rest. */
export const FuturePlanForm = z.object({
  planId: chosenId,
  caseManagerId: chosenId
    .or(z.literal(''))
    .default('')
    .transform((id) => id || null),
  firstOn: optionalDate,
  secondOn: optionalDate,
  wall: z
    .array(z.string().refine((key) => Object.hasOwn(WALL_HEADINGS, key), { error: 'Kies uit de lijst.' }))
    .default([]),
})
