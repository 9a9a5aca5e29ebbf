import type { TooltipContentProps } from 'recharts'
import type { ChartLine } from './chart-lines'
import type { MomentRow } from './moment-rows'

/** What the chart tells about one moment: date, meeting, the figure of each line, marks; said aloud when the keyboard moves. */
export function ChartTooltip({
  lines,
  active,
  payload,
}: Partial<TooltipContentProps> & { lines: readonly ChartLine[] }) {
  const row: MomentRow | undefined = payload?.[0]?.payload
  return active && row ? <MomentText lines={lines} row={row} /> : null
}

/** The words for one moment of the chart. */
export function MomentText({ lines, row: { title, points, marks } }: { lines: readonly ChartLine[]; row: MomentRow }) {
  return (
    <div
      role="status"
      className="max-w-64 sm:max-w-72 rounded-md border border-line-strong bg-surface px-4 py-3 text-sm text-ink shadow-raised"
    >
      <p className="font-semibold">{title}</p>
      <ul>
        {lines.map(({ key, label }) => {
          const point = points[key]
          return (
            point && (
              <li key={key}>
                {label}: <strong>{point.figure}</strong>
                {point.band && `, ${point.band.text}`}
              </li>
            )
          )
        })}
        {marks.map(({ text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two marks of one day may say the same, and the list is finished
          <li key={index} className="first-letter:uppercase">
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}
