import type { TooltipContentProps } from 'recharts'
import type { ChartLine } from './chart-lines'
import type { MomentRow } from './interactive-lines'

/** What the chart tells about one meeting: date, name and the figure of each line; said aloud when the keyboard moves. */
export function ChartTooltip({
  lines,
  active,
  payload,
}: Partial<TooltipContentProps> & { lines: readonly ChartLine[] }) {
  const row: MomentRow | undefined = payload?.[0]?.payload
  const first = row && lines.map(({ key }) => row.points[key]).find(Boolean)
  if (!active || !row || !first) {
    return null
  }
  return (
    <div
      role="status"
      className="rounded-md border border-line-strong bg-surface px-4 py-3 text-sm text-ink shadow-raised"
    >
      <p className="font-semibold">
        {first.meeting}, {first.dateText}
      </p>
      <ul>
        {lines.map(({ key, label }) => {
          const point = row.points[key]
          return (
            point && (
              <li key={key}>
                {label}: <strong>{point.figure}</strong>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
