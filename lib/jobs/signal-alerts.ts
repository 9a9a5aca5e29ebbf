import type { Pool } from 'pg'

/**
 * Tells the chair of every signal that nobody saw in time, in whatever dossier. Any worker may do this at any time: a
 * message has a key of its own and is made once. Returns how many messages were made.
 */
export async function escalateSignals(pool: Pool, appUrl: string): Promise<number> {
  const { rows } = await pool.query<{ told: number }>('select escalate_signals($1) as told', [new URL(appUrl).hostname])
  return rows[0]?.told ?? 0
}
