import { z } from 'zod'
import { chosenId, requiredDate, ticked } from './form-values'
import { leavingFields, leavingIn } from './leaving'
import { plainText } from './text'

const reason = plainText({ required: true, max: 1000, label: 'De reden' })

/** The direction to somebody else of the team; `fromPersonId` is who had it when the director looked. */
export const HandOverForm = z
  .looseObject({
    fromPersonId: chosenId,
    toPersonId: z.uuid({ error: 'Kies wie de regie overneemt.' }),
    reason,
    afterwards: z.enum(['stays', 'leaves'], { error: 'Kies of de vorige casusregisseur in het team blijft.' }),
    isCommitted: ticked,
    ...leavingFields,
  })
  .transform((typed) => {
    const { fromPersonId, toPersonId, reason: why, afterwards, isCommitted } = typed
    return {
      fromPersonId,
      toPersonId,
      reason: why,
      leaves: afterwards === 'leaves',
      isCommitted,
      leaving: leavingIn(typed),
    }
  })

/** From pressure or compulsion to going on voluntarily. */
export const VoluntaryForm = z.object({ voluntaryFrom: requiredDate, voluntaryReason: reason })

/** Somebody no longer stands in; they stay in the team. */
export const EndDeputyForm = z.object({ personId: chosenId, deputyReason: reason })
