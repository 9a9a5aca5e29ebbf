import { parentPort, workerData } from 'node:worker_threads'
import { compilePlan, openPress } from '@/lib/pdf/compile-plan'
import type { SheetModel } from '@/lib/pdf/sheets'

/** What the app sends to this thread. */
export interface PrintOrder {
  id: number
  model: SheetModel
}

/** What this thread answers. */
export type PrintAnswer = { id: number; pdf: Uint8Array; missingGlyphs: string[] } | { id: number; error: string }

// The entry point of the thread that runs Typst, bundled as .build/typst-worker.js.
const press = openPress(String(workerData.fontFolder))

parentPort?.on('message', ({ id, model }: PrintOrder) => {
  parentPort?.postMessage(answerTo(id, model))
})

function answerTo(id: number, model: SheetModel): PrintAnswer {
  try {
    return { id, ...compilePlan(press, model) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}
