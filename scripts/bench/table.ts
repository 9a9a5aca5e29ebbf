import { median, quantile } from '@/scripts/bench/statistics'

export const TIMES_HEADING = ['milliseconds', 'p50', 'p95', 'samples']

/** Rows as lines of text with columns of one width; the first row is the heading, all but the first column to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  const [heading = [], ...body] = rows
  return [line(heading), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n')
}

/** A figure as people read it: whole from a hundred on, else three digits; a dash for what was not measured. */
export function figure(value: number | null): string {
  if (value === null || Number.isNaN(value)) {
    return '–'
  }
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

/** A row under `TIMES_HEADING`. */
export function times(what: string, samples: readonly number[]): string[] {
  return [what, figure(median(samples)), figure(quantile(samples, 0.95)), String(samples.length)]
}
