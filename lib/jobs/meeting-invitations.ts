import type { Pool } from 'pg'

/**
 * Tells who is invited what changed without a hand on the meeting itself: an involvement that ended, a shield, a dossier
 * that was closed. Returns how many messages were written; any worker may do this at any time, each is written once.
 */
export async function settleAllInvitations(pool: Pool, appUrl: string): Promise<number> {
  return counted(pool, 'select settle_all_invitations($1) as told', appUrl)
}

/** Reminds of meetings, a week and a day before, who did not decline; each once. Returns how many were reminded. */
export async function remindOfMeetings(pool: Pool, appUrl: string): Promise<number> {
  return counted(pool, 'select remind_of_meetings($1) as told', appUrl)
}

async function counted(pool: Pool, statement: string, appUrl: string): Promise<number> {
  const { rows } = await pool.query<{ told: number }>(statement, [new URL(appUrl).hostname])
  return rows[0]?.told ?? 0
}
