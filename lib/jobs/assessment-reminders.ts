import type { Pool } from 'pg'

/**
 * Reminds who was asked for an extra assessment a day ago and has not answered, each once, however many workers do this.
 * Returns how many reminders were written into the outbox.
 */
export async function remindOfAssessments(pool: Pool, appUrl: string): Promise<number> {
  const { rows } = await pool.query<{ reminded: number }>('select remind_of_assessments($1) as reminded', [
    new URL(appUrl).hostname,
  ])
  return rows[0]?.reminded ?? 0
}
