import { removeConcern, restoreConcern, saveConcern } from '@/lib/data/concerns'
import { planToWrite, rowId } from '@/lib/data/meeting-page'
import { Nothing, SaveConcern } from '@/lib/domain/meeting-forms'
import { Answer, dossierRoute } from '@/lib/route'

interface Params {
  code: string
  plan: string
  concern: string
}

/** Typing: one concern, made at the first save under the browser's own id. 409 with both when someone else was first. */
export const PUT = dossierRoute<typeof SaveConcern, Params>({
  schema: SaveConcern,
  right: 'meeting.write',
  work: async (input, viewer, params) => {
    const plan = await planToWrite(viewer, params.plan, 'meeting.write')
    const { outcome, ...body } = await saveConcern(viewer, plan, rowId(params.concern), input)
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
    await removeConcern(viewer, await planToWrite(viewer, params.plan, 'meeting.write'), rowId(params.concern))
  },
})

/** Puts a concern back that was taken away. */
export const POST = dossierRoute<typeof Nothing, Params>({
  schema: Nothing,
  right: 'meeting.write',
  work: async (_, viewer, params) => {
    await restoreConcern(viewer, await planToWrite(viewer, params.plan, 'meeting.write'), rowId(params.concern))
  },
})
