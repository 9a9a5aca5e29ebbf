import { type ChartPoint, type ChartTableRow, chartTableRows, type DashboardSeries } from '@/lib/domain/chart'
import type { ChartMark } from '@/lib/domain/chart-marks'
import { formatPercentage } from '@/lib/domain/goal'
import { formatDate } from '@/lib/domain/plain-date'
import { formatScore } from '@/lib/domain/score'

import type { ChartLine, LinePoint, PlacedMark } from './chart-lines'

/** A chart with every text finished: plain data, so that the browser needs no rule of the method to show it. */
export type FinishedChart = {
  lines: readonly ChartLine[]
  /** What happened between the meetings, oldest first. */
  marks: readonly PlacedMark[]
  rows: readonly ChartTableRow[]
}

/** The three lines, what happened between the meetings, and the table that says the same. Lines without a point are left out. */
export function finishedChart(series: DashboardSeries, marks: readonly ChartMark[] = []): FinishedChart {
  return { lines: linesOf(series), marks: marks.map(placedMark), rows: chartTableRows(series) }
}

function linesOf({ safety, risk, recovery }: DashboardSeries): ChartLine[] {
  const lines: ChartLine[] = [
    { key: 'safety', label: 'Veiligheid', axis: 'cijfer, links', points: safety.map(scorePoint) },
    { key: 'risk', label: 'Risicodoelen', axis: '% bereikt, rechts', points: risk.map(percentPoint) },
    { key: 'recovery', label: 'Hersteldoelen kinderen', axis: '% bereikt, rechts', points: recovery.map(percentPoint) },
  ]
  return lines.filter(({ points }) => points.length > 0)
}

function scorePoint(point: ChartPoint): LinePoint {
  return { ...placed(point), height: point.value / 10, figure: formatScore(point.value), ...bandOf(point) }
}

function bandOf({ spread }: ChartPoint): Pick<LinePoint, 'band'> {
  if (spread === null) return {}
  const { lowest, highest } = spread
  const text = `laagste ${formatScore(lowest)}, hoogste ${formatScore(highest)}`
  return { band: { low: lowest / 10, high: highest / 10, text } }
}

function percentPoint(point: ChartPoint): LinePoint {
  return { ...placed(point), height: point.value / 100, figure: formatPercentage(point.value) }
}

function placed({ date, label }: ChartPoint) {
  return { date, time: timeOf(date), meeting: label, dateText: formatDate(date) }
}

function placedMark({ kind, date, value, text }: ChartMark): PlacedMark {
  return { kind, time: timeOf(date), height: heightOf(kind, value), dateText: formatDate(date), text }
}

/** Signals and plans have no figure: the ones stand on the bottom, the others hang from the top. */
function heightOf(kind: ChartMark['kind'], value: number | null): number {
  return value === null ? Number(kind === 'plan') : value / 10
}

function timeOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}
