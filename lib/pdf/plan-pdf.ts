import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { PlanDocument } from '@/lib/domain/plan-document'
import type { CompiledPlan } from '@/lib/pdf/compile-plan'
import { PLAN_TEMPLATE } from '@/lib/pdf/plan-template'
import { printModelOf } from '@/lib/pdf/print-model'
import type { PdfLanguage } from '@/lib/pdf/texts'
import { type TypstThread, typstThread } from '@/lib/pdf/typst-thread'

export interface PlanPdfOptions {
  language?: PdfLanguage
}

export interface PlanPrinter {
  render(document: PlanDocument, options?: PlanPdfOptions): Promise<CompiledPlan>
  close(): Promise<void>
}

const CACHED_PLANS = 24
const CACHED_BYTES = 24 * 1024 * 1024

let printer: PlanPrinter | null = null

/** The anonymised plan as PDF/UA-1. `document` must come from `anonymiseDocument`: nothing is hidden here. */
export async function renderPlanPdf(document: PlanDocument, options?: PlanPdfOptions): Promise<Uint8Array> {
  return (await thePrinter().render(document, options)).pdf
}

/** Characters of the plan that no font shows, for the preview; in the PDF they are a box. */
export async function missingGlyphs(document: PlanDocument, options?: PlanPdfOptions): Promise<string[]> {
  return (await thePrinter().render(document, options)).missingGlyphs
}

/** A printer with a thread and a small cache of its own; the app shares one, tests make theirs. */
export function planPrinter(workerFile: string, fontFolder: string): PlanPrinter {
  const thread: TypstThread = typstThread(workerFile, fontFolder)
  const cache = new Map<string, Promise<CompiledPlan>>()
  return {
    async render(document, options = {}) {
      const model = printModelOf(document, options.language)
      const key = createHash('sha256').update(PLAN_TEMPLATE).update(JSON.stringify(model)).digest('base64')
      const known = cache.get(key)
      const plan = known ?? thread.print(model)
      cache.delete(key)
      cache.set(key, plan)
      try {
        const { pdf } = await plan
        if (pdf.byteLength > CACHED_BYTES / CACHED_PLANS) cache.delete(key)
      } catch (error) {
        cache.delete(key)
        throw error
      }
      trim(cache)
      return plan
    },
    close: () => thread.close(),
  }
}

/** The least recently used leave first. */
function trim(cache: Map<string, unknown>): void {
  for (const key of cache.keys()) {
    if (cache.size <= CACHED_PLANS) return
    cache.delete(key)
  }
}

function thePrinter(): PlanPrinter {
  const root = process.cwd()
  printer ??= planPrinter(
    join(/* turbopackIgnore: true */ root, '.build', 'typst-worker.js'),
    join(/* turbopackIgnore: true */ root, 'node_modules', '@expo-google-fonts'),
  )
  return printer
}
