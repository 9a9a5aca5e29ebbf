import { z } from 'zod'
import { END_KINDS } from './ending'
import { afterwardsIn } from './ending-agreements'
import { chosenId, oneOf, ticked } from './form-values'
import { plainText } from './text'

const code = z.string().regex(/^G-\d{4,12}$/, { error: 'Dit dossier is er niet (meer). Ververs de pagina.' })
const reason = plainText({ required: true, max: 1000, label: 'De reden' })
const short = (label: string) =>
  plainText({ required: false, max: 500, label })
    .default('')
    .transform((text) => text.trim())

/** Closing a dossier: why, what becomes of what still runs, and that one is sure. */
export const CloseDossierForm = z
  .looseObject({
    endKind: oneOf(END_KINDS, 'Kies waarom het dossier sluit.'),
    reason,
    toAll: z.string().default(''),
    successor: short('De naam'),
    dropReason: short('De reden'),
    isSure: ticked,
  })
  .transform((typed) => {
    const { endKind, reason: why, toAll, successor, dropReason, isSure } = typed
    return { endKind, reason: why, isSure, afterwards: { choices: afterwardsIn(typed), toAll, successor, dropReason } }
  })

/** Stopping the erasure of a closed dossier, or letting it go on. */
export const HoldForm = z.object({ hold: z.enum(['yes', 'no']).transform((value) => value === 'yes'), reason })

/** The same by the region, for one of its dossiers. */
export const HoldInRegionForm = HoldForm.extend({ dossier: code })

/** Ending the access of a family account to a closed dossier. */
export const EndAccessForm = z.object({
  personId: chosenId,
  accessReason: plainText({ required: true, max: 1000, label: 'De reden' }),
})
