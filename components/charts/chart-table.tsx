import type { ChartTableRow } from '@/lib/domain/chart'
import { formatDate } from '@/lib/domain/plain-date'
import { type Column, DataTable } from '../ui/data-table'

export type ChartTableProps = {
  /** Unique on the page. */
  id: string
  caption?: string
  /** From `chartTableRows`, so that chart and table cannot differ. */
  rows: readonly ChartTableRow[]
}

const columns: readonly Column<ChartTableRow>[] = [
  { key: 'meeting', header: 'Overleg', rowHeader: true, nowrap: true, cell: (row) => row.label },
  {
    key: 'date',
    header: 'Datum',
    nowrap: true,
    cell: (row) => formatDate(row.date),
  },
  {
    key: 'safety',
    header: 'Veiligheid (cijfer)',
    align: 'end',
    nowrap: true,
    cell: (row) => row.safety ?? '–',
  },
  { key: 'risk', header: 'Risicodoelen', align: 'end', cell: (row) => row.risk ?? '–' },
  { key: 'recovery', header: 'Hersteldoelen kinderen', align: 'end', cell: (row) => row.recovery ?? '–' },
]

/** The figures of the chart, for who cannot see it or wants to know exactly. */
export function ChartTable({
  id,
  caption = 'De cijfers van de grafiek, met tussen haakjes het laagste en het hoogste',
  rows,
}: ChartTableProps) {
  return (
    <DataTable id={id} caption={caption} columns={columns} rows={rows} rowKey={(row) => `${row.date} ${row.label}`} />
  )
}
