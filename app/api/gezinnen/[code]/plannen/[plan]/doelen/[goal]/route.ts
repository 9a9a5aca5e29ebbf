import { removeGoal, saveGoal } from '@/lib/data/goals'
import { planToWrite, rowId } from '@/lib/data/meeting-page'
import { Nothing, SaveGoal } from '@/lib/domain/meeting-forms'
import { Answer, dossierRoute } from '@/lib/route'

interface Params {
  code: string
  plan: string
  goal: string
}

/** Typing: one goal, made at the first save under the browser's own id. 409 with both when someone else was first. */
export const PUT = dossierRoute<typeof SaveGoal, Params>({
  schema: SaveGoal,
  right: 'meeting.write',
  work: async (input, viewer, params) => {
    const plan = await planToWrite(viewer, params.plan, 'meeting.write')
    const { outcome, ...body } = await saveGoal(viewer, plan, rowId(params.goal), input)
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
    await removeGoal(viewer, await planToWrite(viewer, params.plan, 'meeting.write'), rowId(params.goal))
  },
})
