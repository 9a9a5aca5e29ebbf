import { MINIMUM_SCORE } from '@/lib/domain/score'
import { type ChartFrame, hasPercents, spreadApart, withRoom, xOf, yOf } from './chart-frame'
import { type ChartLine, momentsOf, type PlacedMark, timesOf } from './chart-lines'
import { LineMarker, lineLooks } from './line-looks'
import { MARK_KINDS, MarkShapes } from './mark-looks'

export type ChartDrawingProps = {
  lines: readonly ChartLine[]
  marks: readonly PlacedMark[]
  frame: ChartFrame
  title: string
  className?: string
}

/** The chart as one drawing, made on the server. */
export function ChartDrawing({ lines, marks, frame, title, className }: ChartDrawingProps) {
  const times = timesOf(lines, marks)
  const places = momentsOf(lines).map((moment) => ({ ...moment, x: xOf(moment.time, times, frame) }))
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={title}
      fontSize={frame.fontSize}
      className={className}
    >
      <Grid frame={frame} isWithPercents={hasPercents(lines)} />
      {withRoom(places, frame.fontSize * 5).map(({ time, x, meeting, monthText }) => (
        <text key={time} x={x} y={frame.bottom + frame.fontSize + 8} textAnchor="middle" className="fill-ink">
          {meeting}
          <tspan x={x} dy={frame.fontSize + 4} className="fill-ink-soft">
            {monthText}
          </tspan>
        </text>
      ))}
      {lines.map((line) => (
        <Band key={line.key} line={line} frame={frame} times={times} />
      ))}
      {MARK_KINDS.map((kind) => (
        <Marks key={kind} kind={kind} marks={marks} frame={frame} times={times} />
      ))}
      {lines.map((line) => (
        <Line key={line.key} line={line} frame={frame} times={times} />
      ))}
      {frame.labels !== null && <EndLabels lines={lines} frame={frame} at={frame.labels} />}
    </svg>
  )
}

const SCORES = [0, 2, 4, 6, 8, 10]

function Grid({ frame, isWithPercents }: { frame: ChartFrame; isWithPercents: boolean }) {
  const { start, end } = frame
  const lines = SCORES.map((score) => ({ score, y: yOf(score / 10, frame) }))
  const drawn = (isMinimum: boolean) =>
    lines
      .filter(({ score }) => (score === MINIMUM_SCORE) === isMinimum)
      .map(({ y }) => `M${start} ${y}H${end}`)
      .join('')
  const toMiddle = `translate(0 ${Math.round(frame.fontSize / 3)})`
  return (
    <>
      <path d={drawn(false)} className="stroke-line" />
      <path d={drawn(true)} className="stroke-ink" strokeWidth="1.5" />
      <g className="fill-ink-soft" textAnchor="end" transform={toMiddle}>
        {lines.map(({ score, y }) => (
          <text key={score} x={start - 8} y={y}>
            {score}
          </text>
        ))}
      </g>
      {isWithPercents && (
        <g className="fill-ink-soft" transform={toMiddle}>
          {lines.map(({ score, y }) => (
            <text key={score} x={end + 8} y={y}>
              {`${score * 10} %`}
            </text>
          ))}
        </g>
      )}
      <text x={start + 6} y={yOf(MINIMUM_SCORE / 10, frame) - 6} className="chart-halo fill-ink font-semibold">
        6: minimaal nodig
      </text>
    </>
  )
}

type LineProps = { line: ChartLine; frame: ChartFrame; times: readonly number[] }

/** From the lowest to the highest single score; of one meeting alone a stroke. */
function Band({ line, frame, times }: LineProps) {
  const edges = line.points.flatMap(({ time, band }) => (band ? [{ x: xOf(time, times, frame), ...band }] : []))
  if (edges.length === 0) {
    return null
  }
  const above = edges.map(({ x, high }) => `${x} ${yOf(high, frame)}`)
  const below = edges.map(({ x, low }) => `${x} ${yOf(low, frame)}`).reverse()
  return <path d={`M${[...above, ...below].join('L')}z`} className="chart-band" />
}

type MarksProps = Pick<ChartDrawingProps, 'marks' | 'frame'> & { kind: PlacedMark['kind']; times: readonly number[] }

function Marks({ kind, marks, frame, times }: MarksProps) {
  const own = marks.filter((mark) => mark.kind === kind)
  if (own.length === 0) {
    return null
  }
  const places = own.map(({ time, height }) => ({ x: xOf(time, times, frame), y: yOf(height, frame) }))
  return <MarkShapes kind={kind} places={places} />
}

function Line({ line, frame, times }: LineProps) {
  const look = lineLooks[line.key]
  const points = line.points.map((point) => ({
    ...point,
    x: xOf(point.time, times, frame),
    y: yOf(point.height, frame),
  }))
  return (
    <>
      <path
        d={points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')}
        className={`fill-none ${look.stroke}`}
        strokeWidth="2.5"
        strokeDasharray={look.dash}
        strokeLinejoin="round"
      />
      {points.map(({ x, y, date, dateText, meeting, figure, band }) => (
        <LineMarker
          key={`${date} ${meeting}`}
          line={line.key}
          x={x}
          y={y}
          title={
            frame.hasTitles
              ? `${dateText}, ${meeting}: ${line.label} ${band ? `${figure}, ${band.text}` : figure}`
              : undefined
          }
        />
      ))}
    </>
  )
}

function EndLabels({ lines, frame, at }: { lines: readonly ChartLine[]; frame: ChartFrame; at: number }) {
  const wanted = lines.map(({ points }) => yOf(points.at(-1)?.height ?? 0, frame))
  const placed = spreadApart(wanted, frame.fontSize * 3, frame.bottom - frame.fontSize)
  return lines.map((line, index) => (
    <text key={line.key} x={at} y={placed[index]} className={`font-semibold ${lineLooks[line.key].fill}`}>
      {line.label.split(' ')[0]}
      <tspan x={at} dy={frame.fontSize + 3}>
        {line.points.at(-1)?.figure}
      </tspan>
    </text>
  ))
}
