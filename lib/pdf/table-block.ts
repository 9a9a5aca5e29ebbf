import type { Table } from './print-model'

/** A table, or nothing where it would have no rows. Widths are parts of the line. */
export function table(head: string[], widths: number[], rows: string[][]): Table[] {
  return rows.length > 0 ? [{ kind: 'table', head, widths, rows }] : []
}
