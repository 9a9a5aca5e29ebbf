import { zipEntries } from './zip-directory'

const MAX_ENTRIES = 2000
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024
/** Text of Word packs to some 1 in 30; far beyond that it is made to fill up a computer. */
const MAX_RATIO = 100

/** Macros, controls and programs inside a Word file, by the names that Word gives them. */
const PROGRAMS =
  /(^|\/)(vbaProject\.bin|vbaData\.xml|oleObject[^/]*|activeX\/.*|[^/]*\.(exe|dll|js|jse|vbs|vbe|wsf|hta|ps1|bat|cmd|scr|lnk|msi|jar|docm|dotm|xlsm))$/i

/** The sentence for a Word file that is not taken, read from its directory alone, or null for a sound one. */
export function wordFileProblem(bytes: Uint8Array): string | null {
  const entries = zipEntries(bytes)
  const names = new Set(entries?.map(({ name }) => name))
  if (
    !entries ||
    names.size !== entries.length ||
    !names.has('[Content_Types].xml') ||
    !names.has('word/document.xml')
  ) {
    return 'Dit Word-bestand is beschadigd of beveiligd. Bewaar het als PDF en kies dat bestand.'
  }
  if (entries.some(({ name }) => PROGRAMS.test(name))) {
    return 'In dit Word-bestand zitten macro’s of andere programma’s. Bewaar het als PDF en kies dat bestand.'
  }
  const unpacked = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0)
  const isTooMuch =
    entries.length > MAX_ENTRIES || unpacked > MAX_UNPACKED_BYTES || unpacked > MAX_RATIO * bytes.byteLength
  return isTooMuch ? 'Uitgepakt is dit Word-bestand veel te groot. Bewaar het als PDF en kies dat bestand.' : null
}
