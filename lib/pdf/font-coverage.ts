/** Which characters a font can show. */
export interface Coverage {
  has(codePoint: number): boolean
}

interface Range {
  from: number
  to: number
}

/**
 * Reads from a TrueType file which characters it has a glyph for (its cmap table, formats 4 and 12, Unicode only).
 * Throws for a file without such a table.
 */
export function coverageOf(font: Buffer): Coverage {
  const ranges = cmapTables(font)
    .flatMap((at) => rangesAt(font, at))
    .toSorted((a, b) => a.from - b.from)
  if (ranges.length === 0) throw new Error('The font has no Unicode character table')
  const covered = merged(ranges)
  return { has: (codePoint) => contains(covered, codePoint) }
}

function cmapTables(font: Buffer): number[] {
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === 'cmap')
      return unicodeTables(font, font.readUInt32BE(record + 8))
  }
  return []
}

function unicodeTables(font: Buffer, cmap: number): number[] {
  const count = font.readUInt16BE(cmap + 2)
  return Array.from({ length: count }, (_, index) => cmap + 4 + index * 8)
    .filter((record) => {
      const platform = font.readUInt16BE(record)
      return platform === 0 || (platform === 3 && [1, 10].includes(font.readUInt16BE(record + 2)))
    })
    .map((record) => cmap + font.readUInt32BE(record + 4))
}

function rangesAt(font: Buffer, at: number): Range[] {
  const format = font.readUInt16BE(at)
  if (format === 12) return wideRanges(font, at)
  return format === 4 ? shortRanges(font, at) : []
}

function wideRanges(font: Buffer, at: number): Range[] {
  const groups = font.readUInt32BE(at + 12)
  return Array.from({ length: groups }, (_, index) => {
    const group = at + 16 + index * 12
    return { from: font.readUInt32BE(group), to: font.readUInt32BE(group + 4) }
  })
}

function shortRanges(font: Buffer, at: number): Range[] {
  const size = font.readUInt16BE(at + 6)
  const ranges: Range[] = []
  for (let segment = 0; segment < size; segment += 2) {
    const to = font.readUInt16BE(at + 14 + segment)
    const from = font.readUInt16BE(at + 16 + size + segment)
    if (to === 0xffff) continue
    const delta = font.readUInt16BE(at + 16 + 2 * size + segment)
    const offsetAt = at + 16 + 3 * size + segment
    for (let code = from; code <= to; code += 1) {
      if (shortGlyph(font, { code, from, delta, offsetAt }) !== 0) ranges.push({ from: code, to: code })
    }
  }
  return ranges
}

function shortGlyph(
  font: Buffer,
  { code, from, delta, offsetAt }: { code: number; from: number; delta: number; offsetAt: number },
): number {
  const offset = font.readUInt16BE(offsetAt)
  if (offset === 0) return (code + delta) & 0xffff
  const glyph = font.readUInt16BE(offsetAt + offset + 2 * (code - from))
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}

function merged(sorted: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const range of sorted) {
    const last = result.at(-1)
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to)
    else result.push({ ...range })
  }
  return result
}

function contains(ranges: readonly Range[], codePoint: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (!range || codePoint < range.from) high = middle - 1
    else if (codePoint > range.to) low = middle + 1
    else return true
  }
  return false
}
