import { z } from 'zod'
import type { PlanKind } from './agendas/agenda'
import { leftOutOf, whyItStays } from './agendas/series'
import { chosenId, oneLine } from './form-values'

const OUT_OF_DATE = { error: 'Deze pagina is niet meer actueel. Ververs haar.' }
const noChoice = z.literal('').transform(() => null)

/** A series of agendas, or its next version: without an id a new one. `base` is the version that was looked at. */
export const SeriesForm = z
  .object({
    id: noChoice.or(chosenId).default(null),
    base: z.coerce.number(OUT_OF_DATE).int(OUT_OF_DATE).min(0, OUT_OF_DATE).default(0),
    name: oneLine('De naam', { required: true, max: 80 }),
    gips1: keysOf('gips1'),
    gips2: keysOf('gips2'),
    gips3: keysOf('gips3'),
    gips4: keysOf('gips4'),
    gips5: keysOf('gips5'),
  })
  .transform(({ id, base, name, ...keys }) => ({ id, base, name, leftOut: leftOutOf(keys) }))

/** With which agendas the new dossiers of a region start; empty: the national ones. */
export const ChooseSeriesForm = z.object({ regionId: chosenId, seriesId: noChoice.or(chosenId) })

/** The questions of one agenda that are left out; the first that cannot be says so. */
function keysOf(kind: PlanKind) {
  return z
    .array(z.string())
    .default([])
    .superRefine((keys, context) => {
      const message = keys.map((key) => whyItStays(kind, key)).find((why) => why !== null)
      if (message) context.addIssue({ code: 'custom', message })
    })
}
