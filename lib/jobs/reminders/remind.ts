import type { Pool } from 'pg'
import { plainDateIn } from '@/lib/dates'
import { REMINDER_KINDS, REMINDERS } from '@/lib/domain/reminder'
import { weekdaysServedOn, workingDaysBefore } from '@/lib/domain/working-day'
import { isWorkingTime } from '@/lib/domain/working-time'

/** People in one statement: few enough that no other work waits long for its rows. */
const BATCH = 5_000
const GIPS1_WORKING_DAYS = 2
const AT_ONCE = REMINDER_KINDS.filter((kind) => REMINDERS[kind].isAtOnce)

/**
 * Writes down what people are to be reminded of, over all dossiers, and puts it into mails; on working days between 08:00
 * and 18:00 by the clock of the database, else nothing. Any worker may do this at any time: each reminder and each mail has a
 * key of its own. Returns how many mails were written.
 */
export async function remind(pool: Pool, appUrl: string): Promise<number> {
  const now = await clockOf(pool)
  if (!isWorkingTime(now)) {
    return 0
  }
  const today = plainDateIn(now)
  await pool.query('select note_reminders($1, $2)', [today, workingDaysBefore(today, GIPS1_WORKING_DAYS)])
  const given = [AT_ONCE, weekdaysServedOn(today), today, new URL(appUrl).hostname, BATCH]
  let all = 0
  for (let posted = await post(pool, given); posted > 0; posted = await post(pool, given)) {
    all += posted
  }
  return all
}

async function clockOf(pool: Pool): Promise<Date> {
  const { rows } = await pool.query<{ now: Date }>('select gips_now() as now')
  return rows[0]?.now ?? new Date(Number.NaN)
}

async function post(pool: Pool, given: readonly unknown[]): Promise<number> {
  const { rows } = await pool.query<{ posted: number }>('select post_reminders($1, $2, $3, $4, $5) as posted', [
    ...given,
  ])
  return rows[0]?.posted ?? 0
}
