import { Disclosure } from '../ui/disclosure'
import { EmptyState } from '../ui/empty-state'
import { ChartDrawing } from './chart-drawing'
import { narrowFrame, wideFrameOf } from './chart-frame'
import { ChartLegend } from './chart-legend'
import type { PlacedMark } from './chart-lines'
import { ChartTable } from './chart-table'
import type { FinishedChart } from './finished-chart'
import { LiveChart } from './live-chart'

export type SafetyChartProps = {
  /** Unique on the page. */
  id: string
  chart: FinishedChart
  /** Shows the table at once instead of behind "Bekijk de cijfers". */
  openTable?: boolean
  /** No score will come any more. */
  isClosed?: boolean
}

/** The three lines of a trajectory, drawn on the server, with their table; hovering and focusing bring in what they need. */
export function SafetyChart({ id, chart: { lines, marks, rows }, isClosed, openTable }: SafetyChartProps) {
  if (lines.length === 0) {
    return <NoChart isClosed={isClosed} />
  }
  const title = `Lijngrafiek van ${lines.map(({ label }) => label.toLowerCase()).join(', ')}. De cijfers staan in de tabel eronder.`
  const drawn = { lines, marks, title }
  return (
    <figure id={id} className="@container min-w-0 space-y-2">
      <div className="@5xl:grid @5xl:grid-cols-[minmax(0,1fr)_12rem] @5xl:gap-x-6">
        <ChartLegend lines={lines} marks={marks} />
        <LiveChart lines={lines} marks={marks}>
          <ChartDrawing {...drawn} frame={narrowFrame} className="size-full sm:hidden" />
          <ChartDrawing {...drawn} frame={wideFrameOf(lines)} className="hidden size-full sm:block" />
        </LiveChart>
      </div>
      <Disclosure summary="Bekijk de cijfers in een tabel" open={openTable}>
        <ChartTable id={`${id}-table`} rows={rows} />
        {marks.length > 0 && <MarkList marks={marks} />}
      </Disclosure>
    </figure>
  )
}

/** The marks of the chart in words. */
function MarkList({ marks }: { marks: readonly PlacedMark[] }) {
  return (
    <ul aria-label="Tussen de overleggen" className="mt-4 list-disc space-y-1 ps-5">
      {marks.map(({ time, dateText, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two marks of one day may say the same, and the list is finished
        <li key={`${time} ${index}`}>{`${dateText}: ${text}`}</li>
      ))}
    </ul>
  )
}

function NoChart({ isClosed }: Pick<SafetyChartProps, 'isClosed'>) {
  if (isClosed) {
    return <EmptyState title="Geen grafiek">In dit dossier zijn geen veiligheidscijfers gegeven.</EmptyState>
  }
  return <EmptyState title="Nog geen grafiek">Na GIPS 1 staat hier het eerste veiligheidscijfer.</EmptyState>
}
