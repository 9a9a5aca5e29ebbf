import { PLAN_TEMPLATE } from '@/lib/pdf/plan-template'
import type { PosterModel } from '@/lib/pdf/poster-model'
import { POSTER_TEMPLATE } from '@/lib/pdf/poster-template'
import type { PrintModel } from '@/lib/pdf/print-model'

/** What can be printed: a whole plan without names, or the one page for the wall. */
export type SheetModel = PrintModel | PosterModel

/** How each looks on paper. */
export const TEMPLATES: Readonly<Record<SheetModel['sheet'], string>> = {
  plan: PLAN_TEMPLATE,
  poster: POSTER_TEMPLATE,
}
