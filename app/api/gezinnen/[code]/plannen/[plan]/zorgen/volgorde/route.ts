import { orderConcerns } from '@/lib/data/concerns'
import { planFor } from '@/lib/data/plans'
import { PutInOrder } from '@/lib/domain/meeting-forms'
import { dossierRoute } from '@/lib/route'

/** Concerns in a new order. */
export const PUT = dossierRoute<typeof PutInOrder, { code: string; plan: string }>({
  schema: PutInOrder,
  right: 'meeting.write',
  work: async ({ ids }, viewer, params) => {
    await orderConcerns(viewer, await planFor(viewer, params.plan, 'meeting.write'), ids)
    return { version: 0 }
  },
})
