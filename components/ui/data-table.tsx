import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Column<Row> = {
  key: string
  header: ReactNode
  /** The heading in plain text, shown before the figure when rows stack; without it the header, if that is text. Empty: none is needed there. */
  label?: string
  cell: (row: Row) => ReactNode
  /** The cell that names the row; one column has it. */
  rowHeader?: boolean
  align?: 'start' | 'center' | 'end'
  /** Keeps dates and names on one line. */
  nowrap?: boolean
  /** A word or a figure: two of these stand beside each other when rows stack. */
  short?: boolean
}

export type DataTableProps<Row> = {
  /** Unique on the page; the caption hangs on it. */
  id: string
  caption: ReactNode
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** On a phone: rows become cards (for records), or the table scrolls inside its frame (for figures to compare). */
  onPhone?: 'stack' | 'scroll'
  /** Instead of the table when there are no rows. */
  empty?: ReactNode
}

/** A table with caption and scopes; it never makes the page itself scroll sideways. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, caption, hideCaption, columns, rows, rowKey, onPhone = 'stack', empty } = props
  if (rows.length === 0 && empty) {
    return empty
  }
  const table = (
    <table className={classNames('table', onPhone === 'stack' && 'table-stack')}>
      <caption id={`${id}-caption`} className={classNames(hideCaption && 'sr-only')}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cellClass(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>{columns.map((column) => cell(column, row))}</tr>
        ))}
      </tbody>
    </table>
  )
  return onPhone === 'stack' ? table : <ScrollFrame labelledBy={`${id}-caption`}>{table}</ScrollFrame>
}

/** A frame that scrolls sideways and can be reached by keyboard; name it with the id of a caption or heading inside. */
export function ScrollFrame({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll it (WCAG 2.1.1)
    <section aria-labelledby={labelledBy} tabIndex={0} className="scroll-inside relative overflow-x-auto">
      {children}
    </section>
  )
}

function cell<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.rowHeader) {
    return (
      <th key={column.key} scope="row" className={cellClass(column)}>
        {column.cell(row)}
      </th>
    )
  }
  const label = column.label ?? (typeof column.header === 'string' ? column.header : undefined)
  return (
    <td key={column.key} data-label={label || undefined} className={cellClass(column)}>
      {column.cell(row)}
    </td>
  )
}

function cellClass<Row>({ align, nowrap, short }: Column<Row>): string | undefined {
  const names = [align && align !== 'start' && `cell-${align}`, nowrap && 'whitespace-nowrap', short && 'cell-short']
  return classNames(...names) || undefined
}
