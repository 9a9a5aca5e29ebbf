import { Logger } from 'graphile-worker'
import { log } from '@/lib/log'

const LEVELS = { error: 'warn', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** The queue's own words in our log: only the first line, because a job's error comes with its whole stack. */
export const jobLog = new Logger(() => (level, message) => {
  log[LEVELS[level]]({ task: 'job queue' }, message.split('\n')[0] ?? '')
})
