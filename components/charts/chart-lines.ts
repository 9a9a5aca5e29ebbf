import type { ChartMark } from '@/lib/domain/chart-marks'

export type LineKey = 'safety' | 'risk' | 'recovery'

/** A point as it is drawn and told: plain data, so that the browser needs no rule to show it. */
export type LinePoint = {
  /** ISO date. */
  date: string
  /** Midnight UTC of that date in milliseconds: a place on the axis, not a moment. */
  time: number
  /** Height in the frame, from 0 (bottom) to 1 (top): scores over 10, percentages over 100. */
  height: number
  meeting: string
  dateText: string
  figure: string
  /** From the lowest to the highest single score, as heights, and in words. */
  band?: { low: number; high: number; text: string }
}

/** A mark as it is drawn and told. Without a figure of its own it stands at the bottom, a plan at the top. */
export type PlacedMark = Pick<LinePoint, 'time' | 'height' | 'dateText'> & {
  kind: ChartMark['kind']
  text: string
}

export type ChartLine = { key: LineKey; label: string; axis: string; points: readonly LinePoint[] }

export type Moment = { time: number; meeting: string; dateText: string; monthText: string }

/** The meetings on the axis, oldest first, each once. */
export function momentsOf(lines: readonly ChartLine[]): Moment[] {
  const moments = new Map<number, Moment>()
  for (const { date, time, meeting, dateText } of lines.flatMap(({ points }) => points)) {
    moments.set(time, { time, meeting, dateText, monthText: monthText(date) })
  }
  return [...moments.values()].sort((first, second) => first.time - second.time)
}

/** Every time that has a place on the axis. */
export function timesOf(lines: readonly ChartLine[], marks: readonly PlacedMark[]): number[] {
  return [...lines.flatMap(({ points }) => points), ...marks].map(({ time }) => time)
}

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

function monthText(date: string): string {
  return `${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`
}
