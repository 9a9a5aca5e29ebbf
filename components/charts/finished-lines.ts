import type { ChartPoint, DashboardSeries } from '@/lib/domain/chart'
import { formatPercentage } from '@/lib/domain/goal'
import { formatDate } from '@/lib/domain/plain-date'
import { formatScore } from '@/lib/domain/score'

import type { ChartLine, LinePoint } from './chart-lines'

/** The three lines with every text finished. Lines without a point are left out. */
export function chartLines({ safety, risk, recovery }: DashboardSeries): ChartLine[] {
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
