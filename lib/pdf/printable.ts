import type { Coverage } from '@/lib/pdf/font-coverage'

/** Stands for a character that no font shows; a box that every reader knows, and that our fonts have. */
export const MISSING_MARK = '□'

const ALWAYS_PRINTABLE =
  /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u2018\u2019\u201c\u201d\u2013\u2014\u2022\u2026]*$/
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu
const LONG_RUN = /[^\s\u200b]{41}/u
const clusters = new Intl.Segmenter('nl', { granularity: 'grapheme' })

/**
 * The text as it can be set: control and other invisible characters are left out, a cluster (a letter with its accents)
 * that no single font has loses its accents or becomes the missing mark and is added to `missing`. Very long words get
 * invisible places to break, so that nothing runs off the page.
 */
export function printable(text: string, fonts: readonly Coverage[], missing: Set<string>): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
  return breakable(ALWAYS_PRINTABLE.test(clean) ? clean : covered(clean, fonts, missing))
}

/** A copy of plain data in which every text is printable. */
export function printableData<Data>(data: Data, fonts: readonly Coverage[], missing: Set<string>): Data {
  return JSON.parse(JSON.stringify(data), (_, value) =>
    typeof value === 'string' ? printable(value, fonts, missing) : value,
  )
}

function covered(text: string, fonts: readonly Coverage[], missing: Set<string>): string {
  const visible = text.normalize('NFC').replace(INVISIBLE, '')
  let result = ''
  for (const { segment } of clusters.segment(visible)) {
    if (segment === '\n') result += segment
    else if (!/\p{Cc}/u.test(segment)) result += shown(segment, fonts, missing)
  }
  return result
}

function shown(cluster: string, fonts: readonly Coverage[], missing: Set<string>): string {
  if (isCovered(cluster, fonts)) return cluster
  missing.add(cluster)
  const bare = cluster.normalize('NFD').replace(/\p{M}/gu, '')
  return bare !== '' && bare !== cluster && isCovered(bare, fonts) ? bare : MISSING_MARK
}

function isCovered(cluster: string, fonts: readonly Coverage[]): boolean {
  const codePoints = Array.from(cluster, (sign) => sign.codePointAt(0) ?? 0)
  return fonts.some((font) => codePoints.every((codePoint) => font.has(codePoint)))
}

function breakable(text: string): string {
  if (!LONG_RUN.test(text)) return text
  return text.replace(/[^\s]{41,}/gu, (run) =>
    Array.from(clusters.segment(run), ({ segment }, index) => (index % 20 === 19 ? `${segment}\u200b` : segment)).join(
      '',
    ),
  )
}
