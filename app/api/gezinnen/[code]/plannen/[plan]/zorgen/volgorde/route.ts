import { orderConcerns } from '@/lib/data/concerns'
import { planToWrite } from '@/lib/data/meeting-page'
import { PutInOrder } from '@/lib/domain/meeting-forms'
import { dossierRoute } from '@/lib/route'

/** Concerns in a new order. */
export const PUT = dossierRoute<typeof PutInOrder, { code: string; plan: string }>({
  schema: PutInOrder,
  right: 'meeting.write',
  work: async ({ ids }, viewer, params) => {
    await orderConcerns(viewer, await planToWrite(viewer, params.plan, 'meeting.write'), ids)
    return { version: 0 }
  },
})
