import type { Pool } from 'pg'
import { FORMS_OF_UNSAFETY } from '@/lib/domain/intake-words'
import { log } from '@/lib/log'

/**
 * What the clock asks of closed dossiers: tells their directors that erasure comes, and erases those whose term is over, each
 * in a transaction of its own. A kill in the middle leaves a dossier whole, and the next turn erases it. Any worker may do
 * this at any time. Returns how many directors' dossiers were told of, and the codes of those that were erased.
 */
export async function keepTerms(pool: Pool, appUrl: string): Promise<{ told: number; erased: string[] }> {
  const { rows } = await pool.query<{ told: number }>('select tell_of_erasure($1) as told', [new URL(appUrl).hostname])
  const erased: string[] = []
  for (let code = await eraseNext(pool); code !== null; code = await eraseNext(pool)) {
    log.info({ dossier: code }, 'a dossier was erased at the end of its term')
    erased.push(code)
  }
  return { told: rows[0]?.told ?? 0, erased }
}

async function eraseNext(pool: Pool): Promise<string | null> {
  const forms = Object.keys(FORMS_OF_UNSAFETY)
  const { rows } = await pool.query<{ code: string | null }>('select erase_next_dossier($1) as code', [forms])
  return rows[0]?.code ?? null
}
