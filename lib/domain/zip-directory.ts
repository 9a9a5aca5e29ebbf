/** What the directory of a zip file says of one of its files. */
export interface ZipEntry {
  name: string
  packedBytes: number
  unpackedBytes: number
}

const END = 0x06054b50
const END_LENGTH = 22
const MAX_COMMENT = 0xffff
const ENTRY = 0x02014b50
const ENTRY_LENGTH = 46
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30
/** A number that only a zip file of more than 4 GB leaves to another place. */
const ELSEWHERE = 0xffffffff

interface Place extends ZipEntry {
  from: number
  until: number
}

/**
 * The files in a zip file, by its directory alone: nothing is unpacked. Null for what is no whole zip file, or one that
 * hides something: bytes before, between or after its parts, files over one another, encryption, paths that lead out.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) {
    return null
  }
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (start + view.getUint32(end + 12, true) !== end || view.getUint16(end + 8, true) !== count) {
    return null
  }
  const places = placesIn(view, start, end, count)
  return places && areInOrder(places, start) ? places.map(({ from, until, ...entry }) => entry) : null
}

/** Where the closing record begins: its comment must reach exactly to the end. */
function endOf(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) {
      return at
    }
  }
  return null
}

function placesIn(view: DataView, start: number, end: number, count: number): Place[] | null {
  const places: Place[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) {
      return null
    }
    const length =
      ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const place = at + length <= end ? placeAt(view, at, start) : null
    if (!place) {
      return null
    }
    places.push(place)
    at += length
  }
  return at === end ? places : null
}

function placeAt(view: DataView, at: number, start: number): Place | null {
  const packedBytes = view.getUint32(at + 20, true)
  const unpackedBytes = view.getUint32(at + 24, true)
  const from = view.getUint32(at + 42, true)
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1
  const name = textAt(view, at + ENTRY_LENGTH, view.getUint16(at + 28, true))
  if (isEncrypted || [packedBytes, unpackedBytes, from].includes(ELSEWHERE) || leadsOut(name)) {
    return null
  }
  if (from + LOCAL_LENGTH > start || view.getUint32(from, true) !== LOCAL) {
    return null
  }
  const until = from + LOCAL_LENGTH + view.getUint16(from + 26, true) + view.getUint16(from + 28, true) + packedBytes
  return { name, packedBytes, unpackedBytes, from, until }
}

/** One after the other from the first byte; after each its sizes may stand once more (16 bytes at most). */
function areInOrder(places: readonly Place[], start: number): boolean {
  const inOrder = places.toSorted((a, b) => a.from - b.from)
  return inOrder.every(({ from, until }, index) => {
    const next = inOrder[index + 1]?.from ?? start
    return (index > 0 || from === 0) && until <= next && next - until <= 16
  })
}

function leadsOut(name: string): boolean {
  return name === '' || name.includes('\\') || name.startsWith('/') || name.split('/').includes('..')
}

function textAt(view: DataView, from: number, length: number): string {
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + from, length))
}
