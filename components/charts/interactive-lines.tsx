'use client'

import { Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { type ChartFrame, edgeShare, narrowFrame, wideFrame } from './chart-frame'
import { type ChartLine, type LineKey, type LinePoint, momentsOf } from './chart-lines'
import { ChartTooltip } from './chart-tooltip'
import { LineMarker } from './line-looks'
import { useSize } from './use-size'

export type InteractiveLinesProps = { lines: readonly ChartLine[] }

/** One place on the axis with the point that each line has there. */
export type MomentRow = { time: number; points: Partial<Record<LineKey, LinePoint>> }

/**
 * Lies over the drawing from the server, point on point, and adds what a drawing cannot do: pointing at a meeting, or
 * the arrow keys once the chart has the focus, tells its figures.
 */
export function InteractiveLines({ lines }: InteractiveLinesProps) {
  const [box, size] = useSize()
  return (
    <div ref={box} className="absolute inset-0">
      {size && <Overlay lines={lines} {...size} />}
    </div>
  )
}

function Overlay({ lines, width, height }: InteractiveLinesProps & { width: number; height: number }) {
  const frame = width / height > 1.5 ? wideFrame : narrowFrame
  const scale = width / frame.width
  const rows = rowsOf(lines)
  return (
    <LineChart
      width={width}
      height={height}
      data={rows}
      margin={margins(frame, scale)}
      title="Loop met de pijltjestoetsen langs de overleggen."
    >
      <XAxis hide dataKey="time" type="number" domain={timeDomain(rows)} padding={edges(frame, scale)} />
      <YAxis hide domain={[0, 1]} width={0} />
      <Tooltip
        content={<ChartTooltip lines={lines} />}
        isAnimationActive={false}
        cursor={{ stroke: 'var(--color-ink-soft)' }}
      />
      {lines.map(({ key }) => (
        <Line
          key={key}
          dataKey={(row: MomentRow) => row.points[key]?.height}
          stroke="none"
          dot={false}
          isAnimationActive={false}
          activeDot={({ cx, cy }) => <ActivePoint line={key} x={cx} y={cy} size={9 * scale} />}
        />
      ))}
    </LineChart>
  )
}

function ActivePoint({ line, x, y, size }: { line: LineKey; x?: number; y?: number | null; size: number }) {
  return typeof x === 'number' && typeof y === 'number' ? <LineMarker line={line} x={x} y={y} size={size} /> : <g />
}

function rowsOf(lines: readonly ChartLine[]): MomentRow[] {
  return momentsOf(lines).map(({ time }) => ({
    time,
    points: Object.fromEntries(lines.map(({ key, points }) => [key, points.find((point) => point.time === time)])),
  }))
}

function margins({ width, height, start, end, top, bottom }: ChartFrame, scale: number) {
  return { left: start * scale, right: (width - end) * scale, top: top * scale, bottom: (height - bottom) * scale }
}

function edges({ start, end }: ChartFrame, scale: number) {
  const room = (end - start) * edgeShare * scale
  return { left: room, right: room }
}

function timeDomain(rows: readonly MomentRow[]): [number, number] {
  const times = rows.map(({ time }) => time)
  const first = Math.min(...times)
  const last = Math.max(...times)
  return first === last ? [first - 1, last + 1] : [first, last]
}
