import type { Pool } from 'pg'
import { plainDateIn } from '@/lib/dates'
import { addDays } from '@/lib/domain/calendar'
import { freeDays } from '@/lib/domain/working-day'

/** Longer than from a reminder to its meeting, free days in a row included: of days further away nobody is reminded today. */
const AROUND_DAYS = 30

/**
 * Tells who is invited what changed without a hand on the meeting itself: an involvement that ended, a shield, a dossier
 * that was closed. Returns how many messages were written; any worker may do this at any time, each is written once.
 */
export async function settleAllInvitations(pool: Pool, appUrl: string): Promise<number> {
  return counted(pool, 'select settle_all_invitations($1) as told', appUrl)
}

/**
 * Reminds of meetings who did not decline, a week and a day before, or on the last working day before that; each once. Returns
 * how many were reminded.
 */
export async function remindOfMeetings(pool: Pool, appUrl: string): Promise<number> {
  const { rows } = await pool.query<{ now: Date }>('select gips_now() as now')
  const today = plainDateIn(rows[0]?.now ?? new Date(Number.NaN))
  const free = freeDays(addDays(today, -AROUND_DAYS), addDays(today, AROUND_DAYS))
  return counted(pool, 'select remind_of_meetings($1, $2) as told', appUrl, free)
}

async function counted(pool: Pool, statement: string, appUrl: string, ...given: unknown[]): Promise<number> {
  const { rows } = await pool.query<{ told: number }>(statement, [new URL(appUrl).hostname, ...given])
  return rows[0]?.told ?? 0
}
