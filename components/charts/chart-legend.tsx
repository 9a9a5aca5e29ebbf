import type { ChartLine } from './chart-lines'
import { LineMarker, lineLooks } from './line-looks'

export type ChartLegendProps = { lines: readonly ChartLine[] }

/** Which line is which, with its dashes and marker, and on which side its axis stands. */
export function ChartLegend({ lines }: ChartLegendProps) {
  return (
    <ul className="mb-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {lines.map(({ key, label, axis }) => (
        <li key={key} className="flex items-center gap-2">
          <svg viewBox="0 0 40 16" aria-hidden="true" className="h-4 w-10 shrink-0">
            <path
              d="M0 8h40"
              className={lineLooks[key].stroke}
              strokeWidth="2.5"
              strokeDasharray={lineLooks[key].dash}
            />
            <LineMarker line={key} x={20} y={8} size={5} />
          </svg>
          <span>
            <span className="font-semibold">{label}</span> <span className="text-ink-soft">({axis})</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
