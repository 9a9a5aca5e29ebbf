import type { Pool } from 'pg'
import { remindOfAssessments } from '@/lib/jobs/assessment-reminders'
import type { Sealer } from '@/lib/jobs/audit/seal'
import { remindOfMeetings, settleAllInvitations } from '@/lib/jobs/meeting-invitations'
import { remind } from '@/lib/jobs/reminders/remind'
import type { Schedule } from '@/lib/jobs/repeat'
import { keepTerms } from '@/lib/jobs/retention'
import { escalateSignals } from '@/lib/jobs/signal-alerts'
import { sweep } from '@/lib/jobs/sweep'
import { log } from '@/lib/log'

/** Everything that happens by the clock, the most urgent first. Each may run in several workers at once. */
export function schedules(pool: Pool, sealer: Sealer, appUrl: string): Schedule[] {
  return [
    {
      task: 'set right what killed workers left behind',
      everyMs: 5_000,
      run: async () => {
        const found = await sweep(pool)
        if (found.deadWorkers > 0 || found.requeued > 0) {
          log.warn(found, 'jobs were left behind')
        }
      },
    },
    {
      task: 'seal the audit lines',
      everyMs: 1_000,
      run: async () => {
        await sealer.sealAll()
      },
    },
    {
      task: 'escalate the signals that nobody saw',
      everyMs: 10_000,
      run: async () => {
        const told = await escalateSignals(pool, appUrl)
        if (told > 0) {
          log.info({ told }, 'signals that nobody saw were escalated')
        }
      },
    },
    {
      task: 'keep the terms of closed dossiers',
      everyMs: 15 * 60_000,
      run: async () => {
        await keepTerms(pool, appUrl)
      },
    },
    {
      task: 'tell who is invited what changed around a meeting',
      everyMs: 20_000,
      run: async () => {
        await settleAllInvitations(pool, appUrl)
      },
    },
    {
      task: 'remind of meetings',
      everyMs: 5 * 60_000,
      run: async () => {
        await remindOfMeetings(pool, appUrl)
      },
    },
    {
      task: 'remind of extra assessments',
      everyMs: 5 * 60_000,
      run: async () => {
        await remindOfAssessments(pool, appUrl)
      },
    },
    {
      task: 'remind of what is due',
      everyMs: 5 * 60_000,
      run: async () => {
        const written = await remind(pool, appUrl)
        if (written > 0) {
          log.info({ written }, 'mails with reminders were written')
        }
      },
    },
  ]
}
