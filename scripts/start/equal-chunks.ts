import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Shorter chunks are kept as they are: a reference takes as much room. */
const WORTH_IT = 1024

/**
 * Lets chunks of a folder that are byte for byte the same be one: all but the first become a reference to it. The build writes
 * what route handlers share once for each of them, 1.4 MB thirty times, and an app process would hold the text of each. Returns
 * the bytes that are not written any more.
 */
export function shareEqualChunks(folder: string): number {
  const firstOf = new Map<string, string>()
  let spared = 0
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    if (!name.endsWith('.js')) {
      continue
    }
    const text = readFileSync(path)
    const hash = createHash('sha256').update(text).digest('hex')
    const first = firstOf.get(hash)
    if (first === undefined) {
      firstOf.set(hash, name)
    } else if (text.length > WORTH_IT) {
      writeFileSync(path, `module.exports = require(${JSON.stringify(`./${first}`)})\n`)
      spared += text.length
    }
  }
  return spared
}
