import { type ChartLine, type LineKey, type LinePoint, type PlacedMark, timesOf } from './chart-lines'

/** One place on the axis with what stands there: the point of each line, and marks. */
export type MomentRow = {
  time: number
  /** "GIPS 1, 12 maart 2026", or the date alone between the meetings. */
  title: string
  points: Partial<Record<LineKey, LinePoint>>
  marks: readonly PlacedMark[]
}

/** The places at which the chart tells something, oldest first, each once. */
export function momentRows(lines: readonly ChartLine[], marks: readonly PlacedMark[]): MomentRow[] {
  const times = [...new Set(timesOf(lines, marks))].sort((first, second) => first - second)
  return times.map((time) => {
    const here = lines.flatMap(({ key, points }) =>
      points.filter((point) => point.time === time).map((point) => ({ key, point })),
    )
    const own = marks.filter((mark) => mark.time === time)
    const meetings = [...new Set(here.map(({ point }) => point.meeting))]
    const dateText = here[0]?.point.dateText ?? own[0]?.dateText ?? ''
    return {
      time,
      title: [...meetings, dateText].join(', '),
      points: Object.fromEntries(here.map(({ key, point }) => [key, point])),
      marks: own,
    }
  })
}
