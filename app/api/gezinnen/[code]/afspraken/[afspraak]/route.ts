import { z } from 'zod'
import { tickAgreement } from '@/lib/data/agreements'
import { TickInput } from '@/lib/domain/agreement-item'
import { Refused } from '@/lib/gate'
import { dossierRoute } from '@/lib/route'

interface Params {
  code: string
  afspraak: string
}

/** Ticks one agreement off, or takes the tick back. */
export const PUT = dossierRoute<typeof TickInput, Params>({
  schema: TickInput,
  right: 'agreement.tick',
  work: async (tick, viewer, { afspraak }) => {
    const id = z.uuid().safeParse(afspraak)
    if (!id.success) {
      throw new Refused('no agreement id')
    }
    const { state, forDay, lastTick } = await tickAgreement(viewer, id.data, tick)
    return { state, forDay, lastTick }
  },
})
