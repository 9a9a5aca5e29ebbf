import { Worker } from 'node:worker_threads'
import type { CompiledPlan } from '@/lib/pdf/compile-plan'
import type { SheetModel } from '@/lib/pdf/sheets'
import type { PrintAnswer, PrintOrder } from '@/lib/pdf/typst-worker'

const LONGEST_MS = 60_000
/** What the thread keeps beside Typst itself are texts; without a word of its own it would have as much room as the app. */
const ROOM = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 96 }

interface Waiting {
  resolve: (plan: CompiledPlan) => void
  reject: (error: Error) => void
}

export interface TypstThread {
  print(model: SheetModel): Promise<CompiledPlan>
  close(): Promise<void>
}

/**
 * A thread that sets plans one after another, started at the first. When it dies or takes longer than a minute, what
 * waits is refused with an error and the next order starts a new one. It never keeps the process alive.
 */
export function typstThread(workerFile: string, fontFolder: string): TypstThread {
  let worker: Worker | null = null
  let orders = 0
  const waiting = new Map<number, Waiting>()

  const fail = (died: Worker, error: Error) => {
    if (worker !== died) return
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    void died.terminate()
  }

  const start = (): Worker => {
    const started = new Worker(/* turbopackIgnore: true */ workerFile, {
      workerData: { fontFolder },
      resourceLimits: ROOM,
    })
    started.unref()
    started.on('message', (answer: PrintAnswer) => settle(waiting, answer))
    started.on('error', (error) => fail(started, error instanceof Error ? error : new Error(String(error))))
    started.on('exit', (code) => fail(started, new Error(`The PDF thread ended with code ${code}`)))
    return started
  }

  const print = (model: SheetModel): Promise<CompiledPlan> => {
    worker ??= start()
    const running = worker
    orders += 1
    const order: PrintOrder = { id: orders, model }
    return new Promise<CompiledPlan>((resolve, reject) => {
      waiting.set(order.id, { resolve, reject })
      running.postMessage(order)
      const timer = setTimeout(() => fail(running, new Error('The PDF took too long')), LONGEST_MS)
      timer.unref()
      waiting.set(order.id, stopping(timer, { resolve, reject }))
    })
  }

  return { print, close: async () => void (await worker?.terminate()) }
}

function stopping(timer: NodeJS.Timeout, { resolve, reject }: Waiting): Waiting {
  return {
    resolve: (plan) => {
      clearTimeout(timer)
      resolve(plan)
    },
    reject: (error) => {
      clearTimeout(timer)
      reject(error)
    },
  }
}

function settle(waiting: Map<number, Waiting>, answer: PrintAnswer): void {
  const order = waiting.get(answer.id)
  waiting.delete(answer.id)
  if ('error' in answer) order?.reject(new Error(answer.error))
  else order?.resolve({ pdf: answer.pdf, missingGlyphs: answer.missingGlyphs })
}
