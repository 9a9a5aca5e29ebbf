import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { type PlanPrinter, planPrinter } from '@/lib/pdf/plan-pdf'

const ROOT = resolve(import.meta.dirname, '../..')
/** Where the font packages are; another folder can be named to try other fonts. */
export const FONT_FOLDER = process.env.PDF_FONT_FOLDER ?? join(ROOT, 'node_modules', '@expo-google-fonts')

/** A printer as the app has it, with the thread's code bundled from the sources of this moment. */
export async function openPrinter(): Promise<PlanPrinter> {
  if (!existsSync(FONT_FOLDER) || readdirSync(FONT_FOLDER).length === 0) {
    throw new Error(`No font packages in ${FONT_FOLDER}`)
  }
  const workerFile = join(ROOT, '.build', 'test', `typst-worker-${randomUUID()}.js`)
  await build({
    entryPoints: [join(ROOT, 'lib/pdf/typst-worker.ts')],
    outfile: workerFile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    tsconfig: join(ROOT, 'tsconfig.json'),
  })
  const printer = planPrinter(workerFile, FONT_FOLDER)
  return {
    ...printer,
    close: async () => {
      await printer.close()
      rmSync(workerFile)
    },
  }
}
