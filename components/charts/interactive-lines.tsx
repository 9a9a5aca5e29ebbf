'use client'

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { type ChartLine, type LinePoint, type Moment, momentsOf } from './chart-lines'
import { ChartTooltip } from './chart-tooltip'
import { LineMarker, lineLooks } from './line-looks'

export type InteractiveLinesProps = { lines: readonly ChartLine[] }

/** One place on the axis with the point that each line has there. */
export type MomentRow = { time: number; points: Partial<Record<ChartLine['key'], LinePoint>> }

const heights = [0, 0.2, 0.4, 0.6, 0.8, 1]
const text = { fill: 'var(--color-ink-soft)', fontSize: 14 }

/** The same lines in recharts: pointing at them, or the arrow keys once the chart has the focus, tells each point. */
export function InteractiveLines({ lines }: InteractiveLinesProps) {
  const moments = momentsOf(lines)
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart
        data={rowsOf(lines, moments)}
        margin={{ top: 12, right: 4, bottom: 4, left: 4 }}
        title="Lijngrafiek. Loop met de pijltjestoetsen langs de overleggen."
      >
        <Axes moments={moments} />
        <Tooltip
          content={<ChartTooltip lines={lines} />}
          isAnimationActive={false}
          cursor={{ stroke: 'var(--color-ink-soft)' }}
        />
        {lines.map(({ key, label }) => (
          <Line
            key={key}
            name={label}
            yAxisId={key === 'safety' ? 'score' : 'percent'}
            dataKey={(row: MomentRow) => row.points[key]?.height}
            stroke={lineLooks[key].color}
            strokeWidth={2.5}
            strokeDasharray={lineLooks[key].dash}
            connectNulls
            isAnimationActive={false}
            dot={({ cx, cy, index }) => <Dot key={index} line={key} x={cx} y={cy} size={6} />}
            activeDot={({ cx, cy }) => <Dot line={key} x={cx} y={cy} size={9} />}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}

function Axes({ moments }: { moments: readonly Moment[] }) {
  const names = new Map(moments.map(({ time, meeting }) => [time, meeting]))
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--color-line)" />
      <XAxis
        dataKey="time"
        type="number"
        domain={['dataMin', 'dataMax']}
        ticks={moments.map(({ time }) => time)}
        padding={{ left: 32, right: 32 }}
        tickFormatter={(time: number) => names.get(time) ?? ''}
        tick={text}
        height={36}
      />
      <YAxis
        yAxisId="score"
        width={34}
        domain={[0, 1]}
        ticks={heights}
        tickFormatter={(height: number) => `${height * 10}`}
        tick={text}
      />
      <YAxis
        yAxisId="percent"
        orientation="right"
        width={58}
        domain={[0, 1]}
        ticks={heights}
        tickFormatter={(height: number) => `${Math.round(height * 100)} %`}
        tick={text}
      />
      <ReferenceLine
        yAxisId="score"
        y={0.6}
        stroke="var(--color-ink)"
        strokeWidth={1.5}
        label={{
          value: '6: minimaal nodig',
          position: 'insideBottomLeft',
          fill: 'var(--color-ink)',
          fontSize: 14,
          fontWeight: 600,
        }}
      />
    </>
  )
}

function Dot({ line, x, y, size }: { line: ChartLine['key']; x?: number; y?: number | null; size: number }) {
  return typeof x === 'number' && typeof y === 'number' ? <LineMarker line={line} x={x} y={y} size={size} /> : <g />
}

function rowsOf(lines: readonly ChartLine[], moments: readonly Moment[]): MomentRow[] {
  return moments.map(({ time }) => ({
    time,
    points: Object.fromEntries(lines.map(({ key, points }) => [key, points.find((point) => point.time === time)])),
  }))
}
