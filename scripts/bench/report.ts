import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { now } from '@/lib/dates'
import type { Extent } from '@/scripts/bench/extent'
import { alertsTable, evaluationTable, remindersTable, revealTable } from '@/scripts/bench/part-tables'
import { type Measured, PAGES, typical, type Verdict, verdictsOn } from '@/scripts/bench/results'
import { figure, TIMES_HEADING, table, times } from '@/scripts/bench/table'

const FOLDER = 'bench-results'

/** How a page came about: its statements, its bytes. */
export interface PageFacts {
  statements: number
  bytes: number
}

export interface Report {
  extent: Extent
  pages: Record<string, PageFacts>
  /** Milliseconds on one connection, with nothing else asked. */
  alone: Record<string, number>
  measured: Measured
}

/** Prints what was measured and what was to be reached; keeps all of it, with every round, as JSON. */
export function tell(report: Report): void {
  const verdicts = verdictsOn(report.measured)
  console.log(`\n${loadsTable(report)}`)
  console.log(`\n${timesTable(report.measured)}`)
  console.log(`\n${revealTable(report.measured.reveal)}`)
  console.log(`\n${evaluationTable(report.measured.evaluation)}`)
  console.log(`\n${alertsTable(report.measured.alerts)}`)
  console.log(`\n${remindersTable(report.measured.reminders)}`)
  console.log(`\n${goalsTable(verdicts)}`)
  mkdirSync(FOLDER, { recursive: true })
  const at = now().toISOString()
  const file = join(FOLDER, `${at.slice(0, 19).replaceAll(':', '-')}.json`)
  writeFileSync(file, `${JSON.stringify({ at, machine: machine(), ...report, verdicts }, null, 2)}\n`)
  console.log(`\nAll rounds are in ${file}`)
  warnWhenBusy()
}

function loadsTable({ measured, pages, alone }: Report): string {
  const heading = [
    '20 connections',
    'families',
    'req/s',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'app CPU ms',
    'db CPU ms',
    'alone ms',
    'SQL',
    'bytes',
  ]
  const rows = measured.sizes.flatMap((size, index) =>
    PAGES.flatMap((page) => {
      const load = typical(size, page)
      const facts = pages[page]
      if (!load) {
        return []
      }
      const once = index === 0
      return [
        [
          page,
          String(size.families),
          ...[load.perSecond, load.p50, load.p95, load.p99, load.app, load.database].map(figure),
          once ? figure(alone[page] ?? null) : '',
          once && facts ? String(facts.statements) : '',
          once && facts ? String(facts.bytes) : '',
        ],
      ]
    }),
  )
  return table([heading, ...rows])
}

function timesTable({ lag, pdf, memory }: Measured): string {
  return table([
    TIMES_HEADING,
    times('keystroke: save sent to answered', lag.toAnswer),
    times(`keystroke: save sent to seen on each of ${lag.screens} screens`, lag.toScreen),
    times('PDF: the first of the process', [pdf.first]),
    times('PDF: a plan not downloaded before', pdf.fresh),
    times('PDF: the same again', pdf.again),
    ['memory of the app process (MB): at the end, most', figure(memory.now), figure(memory.most), ''],
  ])
}

/** What was to be reached, and whether it was. */
export function goalsTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ what, goal, unit, measured, spread, isReached }) => [
    what,
    `${goal.bound === 'least' ? '≥' : '≤'} ${goal.limit}${unit}`,
    `${figure(measured)}${unit}`,
    spread ? `${figure(spread.least)} – ${figure(spread.most)}` : '',
    isReached ? 'reached' : 'NOT REACHED',
  ])
  return table([['goal', 'to reach', 'measured', 'rounds', ''], ...rows])
}

/** A bench keeps some three processes busy; beyond that others want the processors, too. */
function warnWhenBusy(): void {
  const [load = 0] = loadavg()
  if (load > cpus().length + 2) {
    const many = `${load.toFixed(1)} programs for ${cpus().length} processors`
    console.log(`This machine is busy (${many}): believe the ratios and the processor time rather than the rest.`)
  }
}

function machine() {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpus: cpus().length,
    /** Programs that wanted a processor in the last minute, this bench included. */
    load: loadavg()[0] ?? 0,
    cpu: cpus()[0]?.model ?? 'unknown',
    gigabytes: Math.round(totalmem() / 1e9),
  }
}
