import { z } from 'zod'
import { reportSignal } from '@/lib/data/signal-report'
import { ReportInput } from '@/lib/domain/signal-forms'
import { Refused } from '@/lib/gate'
import { dossierRoute } from '@/lib/route'

interface Params {
  code: string
  id: string
}

/** Reports a signal under a key of the reporter's own: sent again, for nobody knew whether it arrived, it stays one signal. */
export const PUT = dossierRoute<typeof ReportInput, Params>({
  schema: ReportInput,
  right: 'signal.report',
  work: async (input, viewer, { id }) => {
    const key = z.uuid().safeParse(id)
    if (!key.success) {
      throw new Refused('no key of a signal')
    }
    await reportSignal(viewer, key.data, input)
  },
})
