import { type ChartPoint, type ChartTableRow, chartTableRows, type DashboardSeries } from '@/lib/domain/chart'
import { formatPercentage } from '@/lib/domain/goal'
import { formatDate } from '@/lib/domain/plain-date'
import { formatScore } from '@/lib/domain/score'

import type { ChartLine, LinePoint } from './chart-lines'

/** A chart with every text finished: plain data, so that the browser needs no rule of the method to show it. */
export type FinishedChart = { lines: readonly ChartLine[]; rows: readonly ChartTableRow[] }

/** The three lines and the table that says the same. Lines without a point are left out. */
export function finishedChart(series: DashboardSeries): FinishedChart {
  return { lines: linesOf(series), rows: chartTableRows(series) }
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
  return { ...placed(point), height: point.value / 10, figure: formatScore(point.value) }
}

function percentPoint(point: ChartPoint): LinePoint {
  return { ...placed(point), height: point.value / 100, figure: formatPercentage(point.value) }
}

function placed({ date, label }: ChartPoint) {
  return { date, time: Date.parse(`${date}T00:00:00Z`), meeting: label, dateText: formatDate(date) }
}
