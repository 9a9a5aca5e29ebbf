/** One record of a list, with the line of the text on which it begins, counted from 1. */
export interface CsvRecord {
  line: number
  cells: string[]
}

const QUOTED = '"(?:[^"]|"")*"'
const RECORD = new RegExp(`(?:[^"\\n]+|${QUOTED})*\\n?`, 'g')

/**
 * The records of a list as spreadsheets write it (RFC 4180): semicolon, comma or tab between the cells, whichever the
 * first line has most of; quotes around cells that hold one of these. Empty lines count as lines and are left out. Null
 * where a quote is never closed.
 */
export function csvRecords(text: string): CsvRecord[] | null {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (source.split('"').length % 2 === 0) {
    return null
  }
  const separator = separatorOf(source)
  let line = 1
  return (source.match(RECORD) ?? []).flatMap((written) => {
    const record = { line, cells: cellsIn(written.replace(/\n$/, ''), separator) }
    line += written.split('\n').length - 1
    return record.cells.some((each) => each !== '') ? [record] : []
  })
}

function separatorOf(source: string): string {
  const [first = ''] = source.split('\n')
  const count = (separator: string) => first.split(separator).length
  return [';', ',', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

function cellsIn(record: string, separator: string): string[] {
  const pattern = new RegExp(`${separator}((?:[^${separator}"]+|${QUOTED})*)`, 'g')
  return [...(separator + record).matchAll(pattern)].map(([, written = '']) => {
    const cell = written.trim()
    return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell
  })
}
