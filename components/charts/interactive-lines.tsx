'use client'

import { Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { type ChartFrame, edgeShare, narrowFrame, wideFrameOf } from './chart-frame'
import type { ChartLine, LineKey, PlacedMark } from './chart-lines'
import { ChartTooltip } from './chart-tooltip'
import { LineMarker } from './line-looks'
import { MarkShapes } from './mark-looks'
import { type MomentRow, momentRows } from './moment-rows'
import { useSize } from './use-size'

export type InteractiveLinesProps = { lines: readonly ChartLine[]; marks: readonly PlacedMark[] }

/**
 * Lies over the drawing from the server, point on point, and adds what a drawing cannot do: pointing at a moment, or
 * the arrow keys once the chart has the focus, tells what was found there.
 */
export function InteractiveLines({ lines, marks }: InteractiveLinesProps) {
  const [box, size] = useSize()
  return (
    <div ref={box} className="absolute inset-0">
      {size && <Overlay lines={lines} marks={marks} {...size} />}
    </div>
  )
}

function Overlay({ lines, marks, width, height }: InteractiveLinesProps & { width: number; height: number }) {
  const frame = width / height > 1.5 ? wideFrameOf(lines) : narrowFrame
  const scale = width / frame.width
  const rows = momentRows(lines, marks)
  return (
    <LineChart
      width={width}
      height={height}
      data={rows}
      margin={margins(frame, scale)}
      title="Loop met de pijltjestoetsen langs de overleggen en wat ertussen gebeurde."
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
      <Line
        dataKey={(row: MomentRow) => row.marks[0]?.height}
        stroke="none"
        dot={false}
        isAnimationActive={false}
        activeDot={({ cx, cy, payload }) => <ActiveMark row={payload} x={cx} y={cy} size={8 * scale} />}
      />
    </LineChart>
  )
}

type ActiveProps = { x?: number; y?: number | null; size: number }

function ActivePoint({ line, x, y, size }: ActiveProps & { line: LineKey }) {
  return typeof x === 'number' && typeof y === 'number' ? <LineMarker line={line} x={x} y={y} size={size} /> : <g />
}

function ActiveMark({ row, x, y, size }: ActiveProps & { row?: MomentRow }) {
  const mark = row?.marks[0]
  if (!mark || typeof x !== 'number' || typeof y !== 'number') {
    return <g />
  }
  return <MarkShapes kind={mark.kind} places={[{ x, y }]} size={size} />
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
