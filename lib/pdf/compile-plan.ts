import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Coverage } from '@/lib/pdf/font-coverage'
import { fontFiles, readCoverages } from '@/lib/pdf/fonts'
import { printableData } from '@/lib/pdf/printable'
import { type SheetModel, TEMPLATES } from '@/lib/pdf/sheets'

export interface CompiledPlan {
  pdf: Uint8Array
  /** Clusters that no font shows, each once. */
  missingGlyphs: string[]
}

interface Press {
  compiler: NodeCompiler
  fonts: readonly Coverage[]
}

/** Makes ready to print with the fonts in this folder; costs some tens of milliseconds, so keep the result. */
export function openPress(fontFolder: string): Press {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fontFiles(fontFolder) }], workspace: fontFolder })
  return { compiler, fonts: readCoverages(fontFolder) }
}

/**
 * Sets a plan as tagged PDF/UA-1. Synchronous and heavy: for the worker thread only. Should Typst refuse a sign that
 * the fonts promised to have, the plan is set once more with only the plainest signs: a download never fails on a text.
 */
export function compilePlan({ compiler, fonts }: Press, model: SheetModel): CompiledPlan {
  try {
    return set(compiler, fonts, model) ?? set(compiler, [], model) ?? refuse()
  } finally {
    compiler.evictCache(0)
  }
}

/** The plan, or null when a sign could not be shown. Throws when the template itself is wrong. */
function set(compiler: NodeCompiler, fonts: readonly Coverage[], model: SheetModel): CompiledPlan | null {
  const missing = new Set<string>()
  const plan = JSON.stringify(printableData(model, fonts, missing))
  const compiled = compiler.compile({ mainFileContent: TEMPLATES[model.sheet], inputs: { plan } })
  if (!compiled.result) throw new Error(messageOf(compiled.takeDiagnostics()?.shortDiagnostics))
  try {
    const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
    return { pdf: Uint8Array.from(pdf), missingGlyphs: [...missing] }
  } catch {
    return null // What Typst says holds the plan's text: it goes into no log.
  }
}

function refuse(): never {
  throw new Error('The plan could not be written as PDF/UA')
}

/** Only what is wrong, never the text it is wrong in. */
function messageOf(diagnostics: readonly unknown[] | undefined): string {
  const messages = (diagnostics ?? []).map((one) => (isDiagnostic(one) ? one.message : 'unknown'))
  return `The plan could not be set: ${messages.join('; ') || 'no diagnosis'}`
}

function isDiagnostic(value: unknown): value is { message: string } {
  return typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
}
