import type { ChartLine } from './chart-lines'

/** The measures of one drawing, in the units of its viewBox. */
export type ChartFrame = {
  width: number
  height: number
  start: number
  end: number
  top: number
  bottom: number
  fontSize: number
  /** Where the names beside the ends of the lines begin; null: a narrow frame leaves them to the legend. */
  labels: number | null
  /** Titles that show on hovering, before and without scripts; a narrow frame is for fingers. */
  hasTitles: boolean
}

export const wideFrame: ChartFrame = {
  width: 760,
  height: 380,
  start: 34,
  end: 572,
  top: 16,
  bottom: 326,
  fontSize: 14,
  labels: 628,
  hasTitles: true,
}

/** Without an axis of percentages the plot takes its room. */
const wideScoresFrame: ChartFrame = { ...wideFrame, end: 652, labels: 664 }

export const narrowFrame: ChartFrame = {
  width: 340,
  height: 320,
  start: 30,
  end: 282,
  top: 12,
  bottom: 264,
  fontSize: 15,
  labels: null,
  hasTitles: false,
}

/** The frame of a chart on a wide screen. */
export function wideFrameOf(lines: readonly Pick<ChartLine, 'key'>[]): ChartFrame {
  return hasPercents(lines) ? wideFrame : wideScoresFrame
}

/** Whether a line is drawn along the axis of percentages, at the end. */
export function hasPercents(lines: readonly Pick<ChartLine, 'key'>[]): boolean {
  return lines.some(({ key }) => key !== 'safety')
}

/** The part of the width that stays free before the first point and after the last. */
export const edgeShare = 0.06

/** Where a time lies between the first and the last; a single time stands in the middle. */
export function xOf(time: number, times: readonly number[], { start, end }: ChartFrame): number {
  const first = Math.min(...times)
  const last = Math.max(...times)
  const room = (end - start) * edgeShare
  const share = first === last ? 0.5 : (time - first) / (last - first)
  return round(start + room + share * (end - start - 2 * room))
}

/** Where a height from 0 to 1 lies; what is outside stays on the edge. */
export function yOf(height: number, { top, bottom }: ChartFrame): number {
  return round(bottom - Math.min(1, Math.max(0, height)) * (bottom - top))
}

/** Moves labels apart that would lie over each other, as little as needed, keeping their order from top to bottom. */
export function spreadApart(wanted: readonly number[], gap: number, lowest: number): number[] {
  const order = wanted.map((_, index) => index).sort((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0))
  const placed = [...wanted]
  let previous = Number.NEGATIVE_INFINITY
  for (const index of order) {
    previous = Math.max(wanted[index] ?? 0, previous + gap)
    placed[index] = previous
  }
  let next = lowest + gap
  for (const index of order.reverse()) {
    next = Math.min(placed[index] ?? 0, next - gap)
    placed[index] = round(next)
  }
  return placed
}

/** The places that have room for a text of that width, from left to right; the first always has. */
export function withRoom<Place extends { x: number }>(places: readonly Place[], width: number): Place[] {
  const kept: Place[] = []
  for (const place of places) {
    const last = kept.at(-1)
    if (!last || place.x - last.x >= width) {
      kept.push(place)
    }
  }
  return kept
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
