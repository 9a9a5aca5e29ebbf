import { Disclosure } from '../ui/disclosure'
import { EmptyState } from '../ui/empty-state'
import { ChartDrawing } from './chart-drawing'
import { narrowFrame, wideFrame } from './chart-frame'
import { ChartLegend } from './chart-legend'
import { ChartTable } from './chart-table'
import type { FinishedChart } from './finished-chart'
import { LiveChart } from './live-chart'

export type SafetyChartProps = {
  /** Unique on the page. */
  id: string
  chart: FinishedChart
  /** Shows the table at once instead of behind "Bekijk de cijfers". */
  openTable?: boolean
}

/** The three lines of a trajectory, drawn on the server, with their table; hovering and focusing come after first paint. */
export function SafetyChart({ id, chart: { lines, rows }, openTable }: SafetyChartProps) {
  if (lines.length === 0) {
    return <EmptyState title="Nog geen grafiek">Na GIPS 1 staat hier het eerste veiligheidscijfer.</EmptyState>
  }
  const title = `Lijngrafiek van ${lines.map(({ label }) => label.toLowerCase()).join(', ')}. De cijfers staan in de tabel eronder.`
  return (
    <figure id={id} className="min-w-0 space-y-2">
      <ChartLegend lines={lines} />
      <LiveChart lines={lines}>
        <ChartDrawing lines={lines} frame={narrowFrame} title={title} className="size-full sm:hidden" />
        <ChartDrawing lines={lines} frame={wideFrame} title={title} className="hidden size-full sm:block" />
      </LiveChart>
      <Disclosure summary="Bekijk de cijfers in een tabel" open={openTable}>
        <ChartTable id={`${id}-table`} rows={rows} />
      </Disclosure>
    </figure>
  )
}
