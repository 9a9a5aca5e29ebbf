import type { AlertTime } from '@/scripts/bench/alert-time'
import type { EvaluationTime } from '@/scripts/bench/evaluation-time'
import type { ReminderTime } from '@/scripts/bench/reminder-time'
import type { RevealTime } from '@/scripts/bench/reveal-time'
import { median } from '@/scripts/bench/statistics'
import { figure, TIMES_HEADING, table, times } from '@/scripts/bench/table'

/** From agreements that are due to mails in the outbox, beside one statement that writes as many rows. */
export function remindersTable({ agreements, people, all, floor }: ReminderTime): string {
  const ratios = all.map((value, round) => value / (floor[round] ?? Number.NaN))
  const row = (what: string, samples: readonly number[]) => [what, ...[median(samples), ...samples].map(figure)]
  return table([
    ['reminders, milliseconds', 'median', ...all.map((_, index) => `round ${index + 1}`)],
    row(`${agreements} agreements that are due, in one mail for each of ${people} people`, all),
    row('the floor: as many rows by one statement', floor),
    row('ratio', ratios),
  ])
}

/** From the chair's press to the scores on each projector, and to the word of it on each telephone. */
export function revealTable(time: RevealTime): string {
  const { projectors, phones, toAnswer, toProjector, toPhone, toPage, used } = time
  return table([
    TIMES_HEADING,
    times('reveal: sent to answered', toAnswer),
    times(`reveal: sent to the scores on each of ${projectors} projectors`, toProjector),
    times(`reveal: sent to told on each of ${phones} phones`, toPhone),
    times(`reveal: sent to the page that says so on each of ${phones} phones`, toPage),
    times('reveal: processor time of app and database, with all those pages', used),
  ])
}

/** The page with the table of a GIPS 4 beside the empty page, and one save in it. */
export function evaluationTable(measured: EvaluationTime): string {
  const { goals, participants, pages, bytes, toAnswer, toTable, toDrawn } = measured
  const what = `the evaluation of ${goals} goals by ${participants} people`
  return table([
    TIMES_HEADING,
    times('the empty page, opened alone', pages.empty),
    times(`${what}: the page (${kB(bytes.page)}), opened alone`, pages.evaluation),
    times(`${what}: the goals after it (${kB(bytes.rest)})`, pages.rest),
    times(`${what}: both, one after the other`, pages.whole),
    times(`${what}: opened until a browser holds every field`, toTable),
    times(`${what}: one cell saved`, toAnswer),
    times(`${what}: a figure typed and drawn`, toDrawn),
  ])
}

function kB(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`
}

/** From a report of a signal to what director and deputy have of it. */
export function alertsTable({ toLetters, toPush }: AlertTime): string {
  return table([
    TIMES_HEADING,
    times('alert: report to both letters', toLetters),
    times('alert: report to the device', toPush),
  ])
}
