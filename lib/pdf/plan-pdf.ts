import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { PlanDocument } from '@/lib/domain/plan-document'
import type { Poster } from '@/lib/domain/poster'
import type { SafetyDocument } from '@/lib/domain/safety-document'
import type { CompiledPlan } from '@/lib/pdf/compile-plan'
import { posterModelOf } from '@/lib/pdf/poster-model'
import { printModelOf } from '@/lib/pdf/print-model'
import { safetyModelOf } from '@/lib/pdf/safety-model'
import { type SheetModel, TEMPLATES } from '@/lib/pdf/sheets'
import type { PdfLanguage } from '@/lib/pdf/texts'
import { type TypstThread, typstThread } from '@/lib/pdf/typst-thread'

export interface PlanPdfOptions {
  language?: PdfLanguage
}

export interface PlanPrinter {
  render(document: PlanDocument, options?: PlanPdfOptions): Promise<CompiledPlan>
  renderSafety(safety: SafetyDocument, options?: PlanPdfOptions): Promise<CompiledPlan>
  renderPoster(poster: Poster): Promise<CompiledPlan>
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

/** All assessments as PDF/UA-1. `safety` must come from `anonymiseSafety`: nothing is hidden here. */
export async function renderSafetyPdf(safety: SafetyDocument, options?: PlanPdfOptions): Promise<Uint8Array> {
  return (await thePrinter().renderSafety(safety, options)).pdf
}

/** Characters of the assessments that no font shows, for the preview. */
export async function missingGlyphsOfSafety(safety: SafetyDocument, options?: PlanPdfOptions): Promise<string[]> {
  return (await thePrinter().renderSafety(safety, options)).missingGlyphs
}

/** The future plan for the wall, with the names in it, as PDF/UA-1. */
export async function renderPosterPdf(poster: Poster): Promise<Uint8Array> {
  return (await thePrinter().renderPoster(poster)).pdf
}

/** A printer with a thread and a small cache of its own; the app shares one, tests make theirs. */
export function planPrinter(workerFile: string, fontFolder: string): PlanPrinter {
  const thread: TypstThread = typstThread(workerFile, fontFolder)
  const cache = new Map<string, Promise<CompiledPlan>>()
  const print = async (model: SheetModel): Promise<CompiledPlan> => {
    const key = createHash('sha256').update(TEMPLATES[model.sheet]).update(JSON.stringify(model)).digest('base64')
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
  }
  return {
    render: (document, options = {}) => print(printModelOf(document, options.language)),
    renderSafety: (safety, options = {}) => print(safetyModelOf(safety, options.language)),
    renderPoster: (poster) => print(posterModelOf(poster)),
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
