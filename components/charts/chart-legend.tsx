import type { ChartLine, PlacedMark } from './chart-lines'
import { LineMarker, lineLooks } from './line-looks'
import { MARK_KINDS, MarkShapes, markLooks } from './mark-looks'

export type ChartLegendProps = { lines: readonly ChartLine[]; marks: readonly PlacedMark[] }

/** Which line is which, with its dashes and marker, and on which side its axis stands; what the band and the marks are. */
export function ChartLegend({ lines, marks }: ChartLegendProps) {
  const kinds = MARK_KINDS.filter((kind) => marks.some((mark) => mark.kind === kind))
  return (
    <ul className="mb-3 flex flex-wrap gap-x-6 gap-y-1 text-sm @5xl:order-last @5xl:mt-3 @5xl:block @5xl:space-y-3">
      {lines.map(({ key, label, axis, points }) => (
        <li key={key} className="flex items-center gap-2">
          <svg viewBox="0 0 40 16" aria-hidden="true" className="h-4 w-10 shrink-0">
            {points.some(({ band }) => band) && <path d="M0 1h40v14H0z" className="chart-band" />}
            <path
              d="M0 8h40"
              className={lineLooks[key].stroke}
              strokeWidth="2.5"
              strokeDasharray={lineLooks[key].dash}
            />
            <LineMarker line={key} x={20} y={8} size={5} />
          </svg>
          <span className="text-ink-soft">
            <strong className="text-ink">{label}</strong>{' '}
            {points.some(({ band }) => band) ? `(${axis}; vlak: van laagste tot hoogste)` : `(${axis})`}
          </span>
        </li>
      ))}
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-2">
          <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 shrink-0">
            <MarkShapes kind={kind} places={[{ x: 8, y: markLooks[kind].legendY }]} />
          </svg>
          {markLooks[kind].label}
        </li>
      ))}
    </ul>
  )
}
