import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sameBytes } from '@/lib/crypto'
import { type Head, headMac } from '@/lib/jobs/audit/line-hash'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const Exported = z.object({ chain: z.string(), position: z.int().positive(), hash: hex, mac: hex })

/**
 * The ends of the chains outside the database, one small file a chain: a chain that is cut or removed as a whole no longer
 * agrees with them.
 */
export interface ExportedHeads {
  read(chain: string): Promise<Head | null>
  write(head: Head): Promise<void>
  /** All that are there. Throws, naming the file, for one that was not written with our key. */
  readAll(): Promise<Head[]>
}

/** The folder of one database's heads: two databases of one machine each have a chain "platform". */
export function headsFolder(base: string, databaseUrl: string): string {
  return join(base, encodeURIComponent(decodeURIComponent(new URL(databaseUrl).pathname.slice(1))))
}

/** The exported heads in this folder, which is made when the first is written. */
export function exportedHeads(folder: string, key: string): ExportedHeads {
  const known = new Map<string, Head>()
  const pathOf = (chain: string) => join(folder, `${chain}.json`)
  return {
    async read(chain) {
      return known.get(chain) ?? readHead(pathOf(chain), key)
    },
    async write(head) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const { chain, position, hash } = head
      const kept = { chain, position, hash: hash.toString('hex'), mac: headMac(key, head).toString('hex') }
      const path = pathOf(chain)
      await writeFile(`${path}.new`, `${JSON.stringify(kept)}\n`, { mode: 0o600 })
      await rename(`${path}.new`, path)
      known.set(chain, head)
    },
    async readAll() {
      const names = await readdir(folder).catch(() => [])
      const heads: Head[] = []
      for (const name of names.filter((file) => file.endsWith('.json'))) {
        const head = await readHead(join(folder, name), key)
        heads.push(...(head ? [head] : []))
      }
      return heads
    },
  }
}

async function readHead(path: string, key: string): Promise<Head | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
      return null
    }
    throw error
  })
  if (text === null) {
    return null
  }
  const kept = Exported.safeParse(readJson(text)).data
  const head = kept && { chain: kept.chain, position: kept.position, hash: Buffer.from(kept.hash, 'hex') }
  if (!head || !sameBytes(headMac(key, head), Buffer.from(kept.mac, 'hex'))) {
    throw new Error(`The exported head ${path} was not written with this APP_SECRET, or was changed.`)
  }
  return head
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
