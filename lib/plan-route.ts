import { z } from 'zod'
import { type PlanInView, planFor } from '@/lib/data/plans'
import { Nothing } from '@/lib/domain/meeting-forms'
import { type DossierViewer, Refused } from '@/lib/gate'
import type { DossierRight } from '@/lib/policy'
import { Answer, dossierRoute } from '@/lib/route'

interface PlanPlace {
  code: string
  plan: string
}

interface RowPlace extends PlanPlace {
  id: string
}

type Saved = { outcome: string } & Record<string, unknown>

/**
 * Typing in a meeting, or from one's own seat: keeps something of the plan at this address. 409 with both texts when
 * someone else was first.
 */
export function savesInPlan<S extends z.ZodType>(
  schema: S,
  save: (viewer: DossierViewer, plan: PlanInView, input: z.output<S>) => Promise<Saved>,
  right: DossierRight = 'meeting.write',
) {
  return dossierRoute<S, PlanPlace>({
    schema,
    right,
    work: async (input, viewer, { plan }) => answerTo(await save(viewer, await planFor(viewer, plan, right), input)),
  })
}

/** The same for one row, which is made at its first save under the browser's own id. */
export function savesRow<S extends z.ZodType>(
  schema: S,
  save: (viewer: DossierViewer, plan: PlanInView, id: string, input: z.output<S>) => Promise<Saved>,
) {
  return dossierRoute<S, RowPlace>({
    schema,
    right: 'meeting.write',
    work: async (input, viewer, { plan, id }) =>
      answerTo(await save(viewer, await planFor(viewer, plan, 'meeting.write'), rowId(id), input)),
  })
}

/** Takes a row away, or puts it back: the request says nothing but which. */
export function changesRow(change: (viewer: DossierViewer, plan: PlanInView, id: string) => Promise<void>) {
  return dossierRoute<typeof Nothing, RowPlace>({
    schema: Nothing,
    right: 'meeting.write',
    work: async (_, viewer, { plan, id }) => change(viewer, await planFor(viewer, plan, 'meeting.write'), rowId(id)),
  })
}

/** The answer to a save: 409 with both texts for a conflict. */
export function answerTo({ outcome, ...body }: Saved): Answer | Record<string, unknown> {
  return outcome === 'conflict' ? new Answer(409, body) : body
}

/** A row's id in an address; refuses what is no id. */
export function rowId(text: string): string {
  const id = z.uuid().safeParse(text)
  if (!id.success) {
    throw new Refused('no id')
  }
  return id.data
}
