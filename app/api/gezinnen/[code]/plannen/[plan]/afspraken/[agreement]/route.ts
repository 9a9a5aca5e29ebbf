import { dropAgreement, restoreAgreement, saveAgreement } from '@/lib/data/agreements-of-plan'
import { planToWrite, rowId } from '@/lib/data/meeting-page'
import { Nothing, SaveAgreement } from '@/lib/domain/meeting-forms'
import { Answer, dossierRoute } from '@/lib/route'

interface Params {
  code: string
  plan: string
  agreement: string
}

/** Typing: one agreement, made at the first save under the browser's own id. 409 with both when someone else was first. */
export const PUT = dossierRoute<typeof SaveAgreement, Params>({
  schema: SaveAgreement,
  right: 'meeting.write',
  work: async (input, viewer, params) => {
    const plan = await planToWrite(viewer, params.plan, 'meeting.write')
    const { outcome, ...body } = await saveAgreement(viewer, plan, rowId(params.agreement), input)
    if (outcome === 'conflict') {
      return new Answer(409, body)
    }
    return body
  },
})

export const DELETE = dossierRoute<typeof Nothing, Params>({
  schema: Nothing,
  right: 'meeting.write',
  work: async (_, viewer, params) => {
    await dropAgreement(viewer, await planToWrite(viewer, params.plan, 'meeting.write'), rowId(params.agreement))
  },
})

/** Puts an agreement back that was taken away. */
export const POST = dossierRoute<typeof Nothing, Params>({
  schema: Nothing,
  right: 'meeting.write',
  work: async (_, viewer, params) => {
    await restoreAgreement(viewer, await planToWrite(viewer, params.plan, 'meeting.write'), rowId(params.agreement))
  },
})
