import type { AlertTime } from '@/scripts/bench/alert-time'
import type { EvaluationTime } from '@/scripts/bench/evaluation-time'
import type { PdfTime } from '@/scripts/bench/pdf-time'
import type { ProjectorLag } from '@/scripts/bench/projector-lag'
import type { ReminderTime } from '@/scripts/bench/reminder-time'
import type { RevealTime } from '@/scripts/bench/reveal-time'
import {
  type Goal,
  isReached,
  type Load,
  quantile,
  ratioByRound,
  type Spread,
  typicalLoad,
} from '@/scripts/bench/statistics'

/** The pages that are measured beside each other. */
export const PAGES = ['empty', 'dashboard', 'plan', 'floor'] as const
export type PageName = (typeof PAGES)[number]

/** The loads of one size of the database, by page; the floor is measured with the first size only. */
export interface SizeMeasured {
  families: number
  loads: Partial<Record<PageName, Load[]>>
}

export interface Measured {
  sizes: SizeMeasured[]
  lag: ProjectorLag
  pdf: PdfTime
  memory: { most: number; now: number }
  reveal: RevealTime
  evaluation: EvaluationTime
  /** Told, never judged: the machine decides it. */
  reminders: ReminderTime
  alerts: AlertTime
}

export interface Verdict {
  what: string
  goal: Goal
  unit: '' | ' ms' | ' MB'
  measured: number | null
  spread: Spread | null
  isReached: boolean
}

/** Every goal with what was measured for it. */
export function verdictsOn({ sizes, lag, pdf, memory, reveal, evaluation, alerts }: Measured): Verdict[] {
  const [first] = sizes
  const last = sizes.at(-1)
  const speed = ratio(first, 'dashboard', 'empty', (load) => load.perSecond)
  const tail = ratio(first, 'dashboard', 'empty', (load) => load.p99)
  return [
    verdict('dashboard: requests/s beside the empty page', { bound: 'least', limit: 0.4 }, '', speed),
    verdict('dashboard: p99 beside the empty page', { bound: 'most', limit: 2.5 }, '', tail),
    ...(['dashboard', 'plan'] as const).map((page) =>
      verdict(
        `${page}: cost with ${last?.families} families beside ${first?.families}`,
        { bound: 'most', limit: 1.2 },
        '',
        growth(first, last, page),
      ),
    ),
    verdict(`keystroke to ${lag.screens} projector screens, p95`, most(150), ' ms', quantile(lag.toScreen, 0.95)),
    ...revealVerdicts(reveal),
    ...evaluationVerdicts(evaluation),
    verdict('PDF of a plan that is not in the cache, p95', most(100), ' ms', quantile(pdf.fresh, 0.95)),
    ...alertVerdicts(alerts),
    verdict('memory of the app process, most', most(500), ' MB', memory.most),
  ]
}

export function revealVerdicts({ projectors, phones, toProjector, toPhone }: RevealTime): Verdict[] {
  const toScreen = quantile([...toProjector, ...toPhone], 0.95)
  return [verdict(`reveal to ${projectors} projectors and ${phones} phones, p95`, most(300), ' ms', toScreen)]
}

/** The page within the dashboard's budget, a save and a key that answer. */
export function evaluationVerdicts({ goals, participants, loads, toAnswer, toDrawn }: EvaluationTime): Verdict[] {
  const what = `evaluation of ${goals} goals by ${participants}`
  const beside = (pick: (load: Load) => number) => ratioByRound(loads.evaluation.map(pick), loads.empty.map(pick))
  const speed = beside((load) => load.perSecond)
  const tail = beside((load) => load.p99)
  return [
    verdict(`${what}: requests/s of the page beside the empty page`, { bound: 'least', limit: 0.4 }, '', speed),
    verdict(`${what}: p99 of the page beside the empty page`, most(2.5), '', tail),
    verdict(`${what}: a cell saved, p95`, most(1_000), ' ms', quantile(toAnswer, 0.95)),
    verdict(`${what}: a figure typed and drawn, p95`, most(100), ' ms', quantile(toDrawn, 0.95)),
  ]
}

/** An alert leaves within two seconds of the report, by mail and to a device. */
export function alertVerdicts({ toLetters, toPush }: AlertTime): Verdict[] {
  return [
    verdict('alert of a signal to both letters, p95', most(2_000), ' ms', quantile(toLetters, 0.95)),
    verdict('alert of a signal to the device, p95', most(2_000), ' ms', quantile(toPush, 0.95)),
  ]
}

export function typical(size: SizeMeasured | undefined, page: PageName): Load | null {
  const rounds = size?.loads[page]
  return rounds ? typicalLoad(rounds) : null
}

function most(limit: number): Goal {
  return { bound: 'most', limit }
}

function verdict(what: string, goal: Goal, unit: Verdict['unit'], measured: Spread | number | null): Verdict {
  const spread = typeof measured === 'number' ? null : measured
  const value = typeof measured === 'number' ? measured : (measured?.median ?? null)
  return { what, goal, unit, measured: value, spread, isReached: isReached(goal, value) }
}

function ratio(
  size: SizeMeasured | undefined,
  above: PageName,
  below: PageName,
  pick: (load: Load) => number,
): Spread | null {
  return ratioByRound((size?.loads[above] ?? []).map(pick), (size?.loads[below] ?? []).map(pick))
}

/** What a page costs, in empty pages of the same rounds, with many families beside few. */
function growth(few: SizeMeasured | undefined, many: SizeMeasured | undefined, page: PageName): number | null {
  const before = ratio(few, 'empty', page, (load) => load.perSecond)
  const after = ratio(many, 'empty', page, (load) => load.perSecond)
  return before && after ? after.median / before.median : null
}
