import type { ReminderExtent } from '@/scripts/bench/reminder-time'

/** How much is measured: everything in under five minutes, or a look in under one. */
export interface Extent {
  sizes: number[]
  rounds: number
  seconds: number
  warmUpSeconds: number
  screens: number
  saves: number
  reveals: number
  evaluationPages: number
  reminders: ReminderExtent
  /** Signals that are reported one after the other. */
  alerts: number
}

const FULL: Extent = {
  sizes: [10, 1_000, 10_000],
  rounds: 5,
  seconds: 2.5,
  warmUpSeconds: 3,
  screens: 20,
  saves: 40,
  reveals: 20,
  evaluationPages: 40,
  reminders: { agreements: 50_000, people: 20_000 },
  alerts: 20,
}
const QUICK: Extent = {
  sizes: [10, 200],
  rounds: 3,
  seconds: 1,
  warmUpSeconds: 2,
  screens: 20,
  saves: 10,
  reveals: 5,
  evaluationPages: 10,
  reminders: { agreements: 5_000, people: 2_000 },
  alerts: 6,
}

export function extentOf(args: readonly string[]): Extent {
  return args.includes('--quick') ? QUICK : FULL
}
